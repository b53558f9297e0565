import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkDigit,
  checkNumber,
  checkNumberBytes,
  containsNumberRun,
  containsTwelveDigits,
  looksLikeTestData,
  normaliseNumber,
} from '../../../src/shared/my-number.ts'

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** V1–V16: computed by hand and against three other implementations. */
const VALID = [
  ['123456789018', 'ascending'],
  ['987654321093', 'descending'],
  ['012345678903', 'leading zero'],
  ['111111111118', 'one digit repeated'],
  ['222222222225', 'one digit repeated'],
  ['555555555557', 'one digit repeated'],
  ['999999999996', 'largest sum'],
  ['101010101019', 'remainder 2 gives 9'],
  ['121212121217', 'period two'],
  ['900000000001', 'remainder 10 gives 1'],
  ['000000000051', 'many zeros'],
  ['100000000005', 'only the first digit set'],
  ['012012012010', 'remainder 0 gives 0'],
  ['024024024020', 'remainder 0 gives 0'],
  ['000000000060', 'remainder 1 gives 0'],
  ['010101010100', 'remainder 1 gives 0'],
] as const

/** I1–I16. */
const INVALID = [
  ['123456789010', 'check-digit'],
  ['123456789081', 'check-digit'],
  ['123456879018', 'check-digit'],
  ['111111111111', 'check-digit'],
  ['222222222222', 'check-digit'],
  ['999999999999', 'check-digit'],
  ['012012012011', 'check-digit'],
  ['010101010101', 'check-digit'],
  ['000000000061', 'check-digit'],
  ['900000000000', 'check-digit'],
  ['12345678901', 'resident-code'],
  ['1234567890180', 'corporate'],
  ['7123456789012', 'corporate'],
  ['12345678901X', 'not-digits'],
  ['1234-5678-901', 'resident-code'],
  ['', 'empty'],
] as const

const SAME_AS_V1 = [
  '1234 5678 9018',
  '1234-5678-9018',
  '１２３４５６７８９０１８',
  '1234　5678　9018',
  '1234−5678−9018',
  '1234ー5678ー9018',
]

const body = fc.stringMatching(/^[0-9]{11}$/).filter((text) => !/^0+$/.test(text))
const number = body.map((text) => text + String(checkDigit(ascii(text))))

describe('the check of a My Number', () => {
  it.each(VALID)('accepts %s (%s) as text and as bytes', (text) => {
    expect(checkNumber(text)).toEqual({ ok: true, digits: ascii(text) })
    expect(checkNumberBytes(ascii(text))).toEqual({ ok: true, digits: ascii(text) })
  })

  it.each(INVALID)('refuses %j as %s', (text, reason) => {
    expect(checkNumber(text)).toEqual({ ok: false, reason })
  })

  it('refuses 000000000000 as a placeholder although the formula accepts it', () => {
    expect(checkDigit(ascii('00000000000'))).toBe(0)
    expect(checkNumber('000000000000')).toEqual({ ok: false, reason: 'placeholder' })
  })

  it.each(['1', '1234567890', '12345678901234'])('refuses %s for its length', (text) => {
    expect(checkNumber(text)).toEqual({ ok: false, reason: 'length' })
  })

  it('hands back the same bytes, so that there is one buffer to wipe', () => {
    const digits = ascii('123456789018')
    const checked = checkNumberBytes(digits)
    expect(checked.ok && checked.digits).toBe(digits)
  })

  it.each(['٠١٢٣٤٥٦٧٨٩٠١', '一二三四五六七八九〇一八', '12345678901\u0138'])(
    'refuses digits of other scripts: %s',
    (text) => {
      expect(checkNumber(text)).toEqual({ ok: false, reason: 'not-digits' })
    },
  )

  it.each(SAME_AS_V1)('reads %s as the same number', (text) => {
    expect(normaliseNumber(text)).toBe('123456789018')
    expect(checkNumber(text)).toEqual({ ok: true, digits: ascii('123456789018') })
  })

  it.each(['723456189018', '012012012070'])(
    'cannot see that %s is wrong, which the help text says',
    (text) => {
      expect(checkNumber(text).ok).toBe(true)
    },
  )
})

describe('the strength of the check digit', () => {
  it('accepts every body with its computed digit and no other digit', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 9 }), (text, shift) => {
        const wrong = text.slice(0, 11) + String((Number(text[11]) + shift) % 10)
        expect(checkNumber(text).ok).toBe(true)
        expect(checkNumber(wrong)).toEqual({ ok: false, reason: 'check-digit' })
      }),
    )
  })

  it('misses a single wrong digit only when the remainder moves between 0 and 1', () => {
    fc.assert(
      fc.property(
        number,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (text, at, shift) => {
          const digit = String((Number(text[at]) + shift) % 10)
          const wrong = text.slice(0, at) + digit + text.slice(at + 1)
          // only remainders 0 and 1 share a check digit, so an undetected change always keeps the digit 0
          expect(!checkNumber(wrong).ok || text[11] === '0').toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('never detects that digits i and i+6 were swapped, because they weigh the same', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 4 }), (text, i) => {
        const swapped = [...text]
        ;[swapped[i], swapped[i + 6]] = [text[i + 6] ?? '', text[i] ?? '']
        expect(checkNumber(swapped.join('')).ok).toBe(true)
      }),
    )
  })
})

describe('the look of test data', () => {
  it.each(VALID.filter(([text]) => text !== '012345678903'))('suspects %s (%s)', (text) => {
    expect(looksLikeTestData(ascii(text))).toBe(true)
  })

  it('suspects a counted sequence that starts at zero', () => {
    expect(looksLikeTestData(ascii('012345678903'))).toBe(true)
  })

  it.each(['631706690743', '008082041614', '124158683440'])('does not suspect %s', (text) => {
    expect(looksLikeTestData(ascii(text))).toBe(false)
  })
})

describe('the guard against a number in a text field', () => {
  it.each([
    '123456789018',
    '山田 123456789018',
    '１２３４５６７８９０１８',
    '1234-5678-9018',
    '1234　5678　9018',
    '123,456,789,018',
    '1234\u200b5678\u200b9018',
    'No.0012 123456789018',
    '0012 1234 5678 9018',
    '1234 5678 9018 0012',
  ])('sees the number in %j', (text) => {
    expect(containsNumberRun(text)).toBe(true)
    expect(containsTwelveDigits(text)).toBe(true)
  })

  it('tells twelve digits from a number by the check digit', () => {
    expect(containsTwelveDigits('202401010001')).toBe(true)
    expect(containsNumberRun('123456789010')).toBe(false)
  })

  it.each(['0012', '090-1234-5678', '7123456789012', '2024/01/01 2024/12/31', '山田太郎', '', 'P-003'])(
    'lets %j pass',
    (text) => {
      expect(containsTwelveDigits(text)).toBe(false)
      expect(containsNumberRun(text)).toBe(false)
    },
  )

  it('sees every valid number between any other text', () => {
    const around = fc.string().map((text) => text.replace(/\p{N}/gu, ''))
    fc.assert(
      fc.property(number, around, around, (text, before, after) => {
        expect(containsNumberRun(`${before}x${text}x${after}`)).toBe(true)
      }),
    )
  })

  it('stays quick on a long row of digits and separators', () => {
    expect(containsTwelveDigits('1-'.repeat(50_000))).toBe(true)
    expect(containsTwelveDigits(`${'1'.repeat(13)}-`.repeat(5_000))).toBe(false)
  })
})
