import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../../src/crypto/bytes.ts'
import { canonical, encodable, type Label, sha256, systemRandom } from '../../../src/crypto/canonical.ts'

/** Written as a record so that a label missing here does not compile. */
const LABELS: Readonly<Record<Label, true>> = {
  certificate: true,
  'certificate-hash': true,
  roster: true,
  slot: true,
  'slot-digest': true,
  'verification-slot': true,
  'verification-key': true,
  'number-key': true,
  number: true,
  batch: true,
  list: true,
  'log-genesis': true,
  'log-head': true,
  challenge: true,
  'kit-root': true,
  'kit-box': true,
  'kit-checksum': true,
}
const labels = Object.keys(LABELS).filter((key): key is Label => key in LABELS)
const aLabel = fc.constantFrom(...labels)
const parts = fc.array(fc.uint8Array({ maxLength: 6, max: 2 }), { maxLength: 4 })

describe('canonical', () => {
  it('writes label, zero byte, then each part after its length', () => {
    const bytes = canonical('slot', 'é', Uint8Array.of(0, 1))
    const label = Buffer.from('mamorigura/1/slot').toString('hex')
    expect(toHex(bytes)).toBe([label, '00', '00000002', 'c3a9', '00000002', '0001'].join(''))
  })

  it('gives two different lists of parts different bytes', () => {
    fc.assert(
      fc.property(aLabel, parts, aLabel, parts, (labelA, a, labelB, b) => {
        const same = labelA === labelB && JSON.stringify(a.map(toHex)) === JSON.stringify(b.map(toHex))
        expect(toHex(canonical(labelA, ...a)) === toHex(canonical(labelB, ...b))).toBe(same)
      }),
      { numRuns: 2000 },
    )
  })

  it('tells apart every way to cut the same bytes into parts', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 12, max: 4 }),
        fc.nat(),
        fc.nat(),
        (bytes, x, y) => {
          const [a, b] = [x % (bytes.length + 1), y % (bytes.length + 1)]
          const cut = (at: number) => toHex(canonical('batch', bytes.slice(0, at), bytes.slice(at)))
          expect(cut(a) === cut(b)).toBe(a === b)
        },
      ),
    )
  })

  it('gives two different texts different bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(toHex(canonical('roster', a)) === toHex(canonical('roster', b))).toBe(a === b)
      }),
    )
  })

  it('refuses a text that has no UTF-8 bytes', () => {
    expect(() => canonical('certificate', '\ud800')).toThrow(RangeError)
  })

  it('has no label that holds a zero byte or begins another with it', () => {
    expect(labels.filter((label) => !/^[a-z-]+$/.test(label))).toEqual([])
  })
})

const broken = (): Uint8Array => {
  throw new TypeError('a mistake in the program')
}

describe('encodable', () => {
  it('gives the bytes of values that have some', () => {
    expect(encodable(() => canonical('list'))).toEqual(canonical('list'))
  })

  it('gives null for values that have none', () => {
    expect(encodable(() => canonical('list', '\udfff'))).toBeNull()
  })

  it('passes any other error on', () => {
    expect(() => encodable(broken)).toThrow(TypeError)
  })
})

describe('sha256', () => {
  it('is SHA-256 of the parts joined', () => {
    const expected = createHash('sha256').update('abcé').digest('hex')
    expect(toHex(sha256('ab', Buffer.from('cé')))).toBe(expected)
  })

  it('refuses a text that has no UTF-8 bytes', () => {
    expect(() => sha256('\ud800')).toThrow(RangeError)
  })
})

describe('systemRandom', () => {
  it('gives as many bytes as asked for, new ones each time', () => {
    const [a, b] = [systemRandom(32), systemRandom(32)]
    expect(a).toHaveLength(32)
    expect(toHex(a)).not.toBe(toHex(b))
  })
})
