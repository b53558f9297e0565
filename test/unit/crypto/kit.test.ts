import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../../src/crypto/bytes.ts'
import { boxPair } from '../../../src/crypto/keys.ts'
import { decodeKit, encodeKit, kitKeys, newKitSeed } from '../../../src/crypto/kit.ts'
import { fixedBytes, officeId } from '../../vectors/fixed.ts'

const office = officeId('one')
const seed = fixedBytes('kit seed')
const code = encodeKit(seed, office)
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')
const aSeed = fc.uint8Array({ minLength: 32, maxLength: 32 })
const replaceAt = (text: string, at: number, character: string): string =>
  text.slice(0, at) + character + text.slice(at + 1)

describe('a kit code', () => {
  it('is 14 groups of four characters without I, L, O and U', () => {
    fc.assert(
      fc.property(aSeed, (any) => {
        expect(encodeKit(any, office)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  it('gives its seed back', () => {
    fc.assert(
      fc.property(aSeed, (any) => {
        expect(decodeKit(encodeKit(any, office), office)).toEqual(any)
      }),
    )
  })

  it('is refused by another office', () => {
    expect(decodeKit(code, officeId('two'))).toBeNull()
  })

  it.each([
    ['lower case', code.toLowerCase()],
    ['no hyphens', code.replaceAll('-', '')],
    ['blanks', ` ${code.replaceAll('-', ' ')}\n`],
    ['full width', code.replaceAll(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['ideographic spaces', code.replaceAll('-', '\u3000')],
    ['long vowel marks for hyphens', code.replaceAll('-', 'ー')],
    ['minus signs for hyphens', code.replaceAll('-', '−')],
    ['O for 0', code.replaceAll('0', 'O')],
    ['I for 1', code.replaceAll('1', 'I')],
    ['l for 1', code.replaceAll('1', 'l')],
  ])('may be typed with %s', (_name, typed) => {
    expect(decodeKit(typed, office)).toEqual(seed)
  })

  it('is refused after a change of any single character of it', () => {
    const wrong = code
      .split('')
      .flatMap((character, at) =>
        character === '-'
          ? []
          : ALPHABET.filter((other) => other !== character && decodeKit(replaceAt(code, at, other), office)),
      )
    expect(wrong).toEqual([])
  })

  it('is refused, or means the same, with any character at any place', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: code.length - 1 }),
        fc.string({ unit: 'binary', maxLength: 2 }),
        (at, text) => {
          const decoded = decodeKit(replaceAt(code, at, text), office)
          expect(decoded === null || toHex(decoded) === toHex(seed)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('is refused when two neighbours that differ are swapped', () => {
    const plain = code.replaceAll('-', '')
    const wrong = Array.from({ length: plain.length - 1 }, (_, at) => at).filter((at) => {
      const swapped = plain.slice(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.slice(at + 2)
      return swapped !== plain && decodeKit(swapped, office)
    })
    expect(wrong).toEqual([])
  })

  it.each(['', '-', code.slice(1), `${code}0`, `${code}-0000`, '0'.repeat(56), 'U'.repeat(56)])(
    'is not %j',
    (text) => {
      expect(decodeKit(text, office)).toBeNull()
    },
  )

  it('is refused from any other text without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(decodeKit(text, office)).toBeNull()
      }),
    )
  })

  it.each([0, 31, 33])('is not printed for a seed of %d bytes', (length) => {
    expect(() => encodeKit(new Uint8Array(length), office)).toThrow(RangeError)
  })
})

describe('the keys of a kit', () => {
  it('follow from seed and office', () => {
    expect(kitKeys(seed, office)).toEqual(kitKeys(fixedBytes('kit seed'), office))
  })

  it('are others for another office', () => {
    const [a, b] = [kitKeys(seed, office), kitKeys(seed, officeId('two'))]
    expect(toHex(a.root.pk)).not.toBe(toHex(b.root.pk))
    expect(toHex(a.box.pk)).not.toBe(toHex(b.box.pk))
  })

  it('do not share their seeds', () => {
    const { root, box } = kitKeys(seed, office)
    expect(toHex(boxPair(root.sk.slice(0, 32)).pk)).not.toBe(toHex(box.pk))
  })
})

describe('a new seed', () => {
  it('has 32 bytes, new ones each time', () => {
    expect(newKitSeed()).toHaveLength(32)
    expect(toHex(newKitSeed())).not.toBe(toHex(newKitSeed()))
  })
})
