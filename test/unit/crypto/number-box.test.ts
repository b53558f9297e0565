import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex, utf8 } from '../../../src/crypto/bytes.ts'
import { canonical } from '../../../src/crypto/canonical.ts'
import { aeadSeal, asKey, type BatchKey, sealTo } from '../../../src/crypto/keys.ts'
import {
  BOX_BYTES,
  newBatchKey,
  type NumberPlace,
  openBatchKey,
  openForList,
  openNumber,
  resealForList,
  sealNumber,
} from '../../../src/crypto/number-box.ts'
import {
  batchId,
  companyId,
  fixedBytes,
  fixedNumberPair,
  fixedRandom,
  officeId,
  personId,
} from '../../vectors/fixed.ts'
import { aBit, aU32, codeOf, NOT_U32, someDigits, turnBit } from './helpers.ts'

const digits = utf8('123456789018')
const key = asKey<BatchKey>(fixedBytes('batch key'))
const place: NumberPlace = {
  officeId: officeId('one'),
  companyId: companyId('one'),
  person: personId('one'),
  version: 1,
  batch: batchId('one'),
  generation: 1,
}
const elsewhere: readonly (readonly [string, Partial<NumberPlace>])[] = [
  ['office', { officeId: officeId('two') }],
  ['company', { companyId: companyId('two') }],
  ['person', { person: personId('two') }],
  ['version', { version: 2 }],
  ['batch', { batch: batchId('two') }],
  ['generation', { generation: 2 }],
]

describe('a sealed number', () => {
  const box = sealNumber(key, place, 0, digits)

  it('opens where it was sealed, at any position', () => {
    fc.assert(
      fc.property(someDigits, aU32, (number, index) => {
        expect(openNumber(key, place, index, sealNumber(key, place, index, number))).toEqual(number)
      }),
    )
  })

  it('always has 32 bytes', () => {
    fc.assert(
      fc.property(someDigits, aU32, aU32, (number, version, index) => {
        expect(sealNumber(key, { ...place, version }, index, number)).toHaveLength(BOX_BYTES)
      }),
    )
  })

  it('leaves the digits to the caller, who wipes them', () => {
    expect(digits).toEqual(utf8('123456789018'))
  })

  it.each(elsewhere)('does not open at another %s', (_name, change) => {
    expect(codeOf(() => openNumber(key, { ...place, ...change }, 0, box))).toBe('RECORD_TAMPERED')
  })

  it('does not open at any other position', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0xffffffff }), (index) => {
        expect(codeOf(() => openNumber(key, place, index, box))).toBe('RECORD_TAMPERED')
      }),
    )
  })

  it('does not open at any other version or generation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 0xffffffff }), (other) => {
        expect(codeOf(() => openNumber(key, { ...place, version: other }, 0, box))).toBe('RECORD_TAMPERED')
        expect(codeOf(() => openNumber(key, { ...place, generation: other }, 0, box))).toBe('RECORD_TAMPERED')
      }),
    )
  })

  it.each(NOT_U32)('counts the place %d as tampering', (value) => {
    expect(codeOf(() => openNumber(key, place, value, box))).toBe('RECORD_TAMPERED')
    expect(codeOf(() => openNumber(key, { ...place, version: value }, 0, box))).toBe('RECORD_TAMPERED')
  })

  it('does not open once a bit of it or of the key is turned', () => {
    fc.assert(
      fc.property(aBit, (bit) => {
        expect(codeOf(() => openNumber(key, place, 0, turnBit(box, bit)))).toBe('RECORD_TAMPERED')
        const other = asKey<BatchKey>(turnBit(key, bit))
        expect(codeOf(() => openNumber(other, place, 0, box))).toBe('RECORD_TAMPERED')
      }),
    )
  })

  it('does not open from any other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(codeOf(() => openNumber(key, place, 0, bytes))).toBe('RECORD_TAMPERED')
      }),
    )
  })

  it('of one number never has the bytes of another', () => {
    fc.assert(
      fc.property(someDigits, (number) => {
        const same = toHex(number) === toHex(digits)
        expect(toHex(sealNumber(key, place, 0, number)) === toHex(box)).toBe(same)
      }),
    )
  })
})

describe('sealing', () => {
  it.each(['', '12345678901', '1234567890123', '１２３４'])('refuses %j, which is not 12 bytes', (text) => {
    expect(codeOf(() => sealNumber(key, place, 0, utf8(text)))).toBe('NUMBER_INVALID')
  })

  it.each(['1234-5678-90', '12345678901x', '            ', '１２３４'])(
    'refuses %j, which is not digits',
    (text) => {
      expect(codeOf(() => sealNumber(key, place, 0, utf8(text)))).toBe('NUMBER_INVALID')
    },
  )
})

/** What a collector's own program could put under a good batch key. */
const PLAINTEXTS: readonly (readonly [string, Uint8Array])[] = [
  ['a kind that is not 1', Uint8Array.from([...digits, 2, 0, 0, 0])],
  ['padding that is not zero', Uint8Array.from([...digits, 1, 0, 0, 9])],
  ['bytes that are no digits', Uint8Array.from([...utf8('<img src=x>!'), 1, 0, 0, 0])],
  ['fifteen bytes', Uint8Array.from([...digits, 1, 0, 0])],
  ['seventeen bytes', Uint8Array.from([...digits, 1, 0, 0, 0, 0])],
  ['no bytes', new Uint8Array(0)],
]

describe('opening', () => {
  const ad = canonical(
    'number',
    ...[place.officeId, place.companyId, place.person].map((id) => Buffer.from(id, 'hex')),
    Uint8Array.of(0, 0, 0, 1),
    Buffer.from(place.batch, 'hex'),
    Uint8Array.of(0, 0, 0, 1),
  )

  it('takes what the format says, whoever sealed it', () => {
    const plain = Uint8Array.from([...digits, 1, 0, 0, 0])
    expect(openNumber(key, place, 0, aeadSeal(plain, ad, new Uint8Array(24), key))).toEqual(digits)
  })

  it.each(PLAINTEXTS)('refuses %s in a box that is otherwise good', (_name, plain) => {
    const box = aeadSeal(plain, ad, new Uint8Array(24), key)
    expect(codeOf(() => openNumber(key, place, 0, box))).toBe('RECORD_TAMPERED')
  })
})

describe('a batch key', () => {
  const pair = fixedNumberPair('company one')

  it('opens with the number key it was sealed to', () => {
    const made = newBatchKey(pair.pk)
    expect(openBatchKey(made.sealedKey, pair.sk)).toEqual(made.key)
  })

  it('is fresh for every batch', () => {
    expect(toHex(newBatchKey(pair.pk).key)).not.toBe(toHex(newBatchKey(pair.pk).key))
  })

  it('comes from the random source that is given', () => {
    expect(newBatchKey(pair.pk, fixedRandom('b')).key).toEqual(fixedBytes('b'))
  })

  it('always has 80 bytes when sealed', () => {
    expect(newBatchKey(pair.pk).sealedKey).toHaveLength(80)
  })

  it('does not open with the number key of another company', () => {
    const { sealedKey } = newBatchKey(pair.pk)
    expect(codeOf(() => openBatchKey(sealedKey, fixedNumberPair('company two').sk))).toBe('RECORD_TAMPERED')
  })

  it('does not open once a bit is turned', () => {
    const { sealedKey } = newBatchKey(pair.pk)
    fc.assert(
      fc.property(aBit, (bit) => {
        expect(codeOf(() => openBatchKey(turnBit(sealedKey, bit), pair.sk))).toBe('RECORD_TAMPERED')
      }),
    )
  })

  it.each([0, 16, 31, 33])('of %d bytes does not open', (length) => {
    const sealedKey = sealTo(new Uint8Array(length), pair.pk)
    expect(codeOf(() => openBatchKey(sealedKey, pair.sk))).toBe('RECORD_TAMPERED')
  })

  it.each([16, 31, 33])('of %d bytes is not sealed', (length) => {
    expect(codeOf(() => newBatchKey(pair.pk, () => new Uint8Array(length)))).toBe('OFFICE_DAMAGED')
  })
})

describe('a list box', () => {
  it('opens at its position with its key', () => {
    fc.assert(
      fc.property(someDigits, fc.nat({ max: 99 }), (number, index) => {
        const made = resealForList(number, index)
        expect(openForList(made.box, index, made.key)).toEqual(number)
      }),
    )
  })

  it('always has 32 bytes', () => {
    expect(resealForList(digits, 3).box).toHaveLength(32)
  })

  it('has a key of its own', () => {
    expect(toHex(resealForList(digits, 0).key)).not.toBe(toHex(resealForList(digits, 0).key))
  })

  it('does not open at another position', () => {
    const made = resealForList(digits, 0)
    expect(codeOf(() => openForList(made.box, 1, made.key))).toBe('RECORD_TAMPERED')
  })

  it('does not open once a bit of it or of the key is turned', () => {
    const made = resealForList(digits, 0)
    fc.assert(
      fc.property(aBit, (bit) => {
        expect(codeOf(() => openForList(turnBit(made.box, bit), 0, made.key))).toBe('RECORD_TAMPERED')
        expect(codeOf(() => openForList(made.box, 0, turnBit(made.key, bit)))).toBe('RECORD_TAMPERED')
      }),
    )
  })

  it('is no sealed number, whatever the key', () => {
    const made = resealForList(digits, 0)
    expect(codeOf(() => openNumber(asKey(made.key), place, 0, made.box))).toBe('RECORD_TAMPERED')
  })

  it.each(PLAINTEXTS)('does not open to %s', (_name, plain) => {
    const ad = canonical('list', Uint8Array.of(0, 0, 0, 0))
    const box = aeadSeal(plain, ad, new Uint8Array(24), key)
    expect(codeOf(() => openForList(box, 0, key))).toBe('RECORD_TAMPERED')
  })

  it.each(NOT_U32)('counts the position %d as tampering', (index) => {
    const made = resealForList(digits, 0)
    expect(codeOf(() => openForList(made.box, index, made.key))).toBe('RECORD_TAMPERED')
  })

  it('is not made of anything but 12 digits', () => {
    expect(codeOf(() => resealForList(utf8('12345678901'), 0))).toBe('NUMBER_INVALID')
  })
})
