import { describe, expect, it } from 'vitest'
import { toHex } from '../../../src/crypto/bytes.ts'
import { batchFits, batchMembers, type BatchStatement, signBatch } from '../../../src/crypto/number-box.ts'
import {
  batchId,
  companyId,
  fixedBytes,
  fixedSignPair,
  officeId,
  personId,
  userId,
} from '../../vectors/fixed.ts'
import { NOT_U32, turnBit } from './helpers.ts'

const collector = fixedSignPair('collector')
const one = { person: personId('one'), version: 1 }
const two = { person: personId('two'), version: 3 }
const statement: BatchStatement = {
  officeId: officeId('one'),
  companyId: companyId('one'),
  batch: batchId('one'),
  generation: 1,
  sealedKey: fixedBytes('sealed key', 80),
  members: batchMembers([one, two]),
  collector: userId('sato'),
}
const signature = signBatch(statement, collector.sk)

describe('the members of a batch', () => {
  it('are 20 bytes each: person, then version', () => {
    expect(toHex(batchMembers([one, two]))).toBe(`${one.person}00000001${two.person}00000003`)
  })

  it('can be as many as the largest office has', () => {
    expect(batchMembers(Array.from({ length: 100_000 }, () => one))).toHaveLength(2_000_000)
  })

  it.each(NOT_U32)('cannot have the version %d', (version) => {
    expect(() => batchMembers([{ ...one, version }])).toThrow(RangeError)
  })
})

describe('a signature over a batch', () => {
  it('fits its collector', () => {
    expect(batchFits(statement, signature, collector.pk)).toBe(true)
  })

  it('fits nobody else', () => {
    expect(batchFits(statement, signature, fixedSignPair('other').pk)).toBe(false)
  })

  const changes: readonly (readonly [string, Partial<BatchStatement>])[] = [
    ['two members are swapped', { members: batchMembers([two, one]) }],
    ['a member is dropped', { members: batchMembers([one]) }],
    ['a member is added', { members: batchMembers([one, two, one]) }],
    ['a member is replaced', { members: batchMembers([one, { ...two, person: personId('three') }]) }],
    ['a version is changed', { members: batchMembers([one, { ...two, version: 4 }]) }],
    ['there are no members', { members: new Uint8Array(0) }],
    ['the sealed key is another', { sealedKey: fixedBytes('planted key', 80) }],
    ['a bit of the sealed key is turned', { sealedKey: turnBit(statement.sealedKey, 639) }],
    ['bytes move from the sealed key to the members', shifted(statement)],
    ['the office is another', { officeId: officeId('two') }],
    ['the company is another', { companyId: companyId('two') }],
    ['the batch is another', { batch: batchId('two') }],
    ['the generation is another', { generation: 2 }],
    ['the collector is another', { collector: userId('abe') }],
  ]
  it.each(changes)('does not fit when %s', (_name, change) => {
    expect(batchFits({ ...statement, ...change }, signature, collector.pk)).toBe(false)
  })

  it.each(NOT_U32)('does not fit, and does not throw, with the generation %d', (generation) => {
    expect(batchFits({ ...statement, generation }, signature, collector.pk)).toBe(false)
  })
})

function shifted({ sealedKey, members }: BatchStatement): Partial<BatchStatement> {
  return { sealedKey: sealedKey.slice(0, 79), members: Uint8Array.from([...sealedKey.slice(79), ...members]) }
}
