import { concat, toHex, u32be, utf8 } from '../../../src/crypto/bytes.ts'
import { canonical } from '../../../src/crypto/canonical.ts'
import { aeadSeal, asKey, type BatchKey } from '../../../src/crypto/keys.ts'
import {
  batchMembers,
  type BatchStatement,
  type NumberPlace,
  resealForList,
  sealNumber,
  signBatch,
} from '../../../src/crypto/number-box.ts'
import {
  batchId,
  companyId,
  fixedBytes,
  fixedNumberPair,
  fixedSealed,
  fixedSignPair,
  officeId,
  personId,
  spoiled,
  userId,
} from '../fixed.ts'

const key = asKey<BatchKey>(fixedBytes('batch key'))
const digits = utf8('123456789018')
const place: NumberPlace = {
  officeId: officeId('one'),
  companyId: companyId('one'),
  person: personId('one'),
  version: 1,
  batch: batchId('one'),
  generation: 1,
}
const at = { ...place, person: personId('two'), version: 0xffffffff, generation: 7 }
const box = sealNumber(key, place, 0, digits)
const farBox = sealNumber(key, at, 0xffffffff, utf8('012345678903'))

type Answer = 'ok' | 'false' | 'NUMBER_INVALID' | 'RECORD_TAMPERED'
interface NumberCase {
  readonly place?: Partial<NumberPlace>
  readonly index?: number
  readonly box?: Uint8Array
  readonly key?: Uint8Array
  readonly digits?: Uint8Array
}

const number = (name: string, answer: Answer, change: NumberCase = {}): object => ({
  name: `number: ${name}`,
  kind: 'number',
  expect: answer,
  key: toHex(change.key ?? key),
  place: { ...place, ...change.place },
  index: change.index ?? 0,
  box: toHex(change.box ?? box),
  digits: toHex(change.digits ?? digits),
})

const numberCases = (): object[] => [
  number('where it was sealed', 'ok'),
  number('at the ends of every range', 'ok', {
    place: at,
    index: 0xffffffff,
    box: farBox,
    digits: utf8('012345678903'),
  }),
  number('in another office', 'RECORD_TAMPERED', { place: { officeId: officeId('two') } }),
  number('in another company', 'RECORD_TAMPERED', { place: { companyId: companyId('two') } }),
  number('at another person', 'RECORD_TAMPERED', { place: { person: personId('two') } }),
  number('at another version', 'RECORD_TAMPERED', { place: { version: 2 } }),
  number('in another batch', 'RECORD_TAMPERED', { place: { batch: batchId('two') } }),
  number('in another generation', 'RECORD_TAMPERED', { place: { generation: 2 } }),
  number('at another position', 'RECORD_TAMPERED', { index: 1 }),
  number('at the position -1', 'RECORD_TAMPERED', { index: -1 }),
  number('under another key', 'RECORD_TAMPERED', { key: spoiled(key) }),
  number('with a spoiled box', 'RECORD_TAMPERED', { box: spoiled(box) }),
  number('with a short box', 'RECORD_TAMPERED', { box: box.slice(0, 31) }),
  number('with no box', 'RECORD_TAMPERED', { box: new Uint8Array(0) }),
]

const seal = (name: string, text: string): object => ({
  name: `sealing: ${name}`,
  kind: 'sealing',
  expect: 'NUMBER_INVALID',
  digits: toHex(utf8(text)),
})

const pair = fixedNumberPair('company one')
const sealedKey = fixedSealed('batch one', key, pair.pk)
const batchKey = (name: string, answer: Answer, sealed = sealedKey, company = 'one'): object => ({
  name: `batch key: ${name}`,
  kind: 'batch-key',
  expect: answer,
  numberSeed: toHex(fixedBytes(`number company ${company}`)),
  ephemeralSeed: toHex(fixedBytes('ephemeral batch one')),
  sealedKey: toHex(sealed),
  key: toHex(key),
})

const one = { person: personId('one'), version: 1 }
const two = { person: personId('two'), version: 3 }
const statement: BatchStatement = {
  officeId: officeId('one'),
  companyId: companyId('one'),
  batch: batchId('one'),
  generation: 1,
  sealedKey,
  members: batchMembers([one, two]),
  collector: userId('sato'),
}
const batch = (name: string, answer: Answer, change: Partial<BatchStatement> = {}, by = 'sato'): object => {
  const changed = { ...statement, ...change }
  return {
    name: `batch: ${name}`,
    kind: 'batch',
    expect: answer,
    collectorSeed: toHex(fixedBytes(`sign ${by}`)),
    statement: { ...changed, sealedKey: toHex(changed.sealedKey), members: toHex(changed.members) },
    signature: toHex(signBatch(statement, fixedSignPair('sato').sk)),
  }
}

const listKey = fixedBytes('list key')
const { box: listBox } = resealForList(digits, 5, () => listKey)
/** A list box made under a good key by a program that is not ours. */
const foreign = (plain: Uint8Array): Uint8Array =>
  aeadSeal(plain, canonical('list', u32be(5)), new Uint8Array(24), listKey)
const list = (name: string, answer: Answer, index = 5, sealed = listBox): object => ({
  name: `list: ${name}`,
  kind: 'list',
  expect: answer,
  key: toHex(listKey),
  index,
  box: toHex(sealed),
  digits: toHex(digits),
})

export const numberVectors = (): object[] => [
  ...numberCases(),
  seal('eleven digits', '12345678901'),
  seal('thirteen digits', '1234567890123'),
  seal('four full-width digits, which are twelve bytes', '１２３４'),
  batchKey('of this company', 'ok'),
  batchKey('of another company', 'RECORD_TAMPERED', sealedKey, 'two'),
  batchKey('spoiled', 'RECORD_TAMPERED', spoiled(sealedKey)),
  batchKey('cut', 'RECORD_TAMPERED', sealedKey.slice(0, 79)),
  batchKey('of 31 bytes', 'RECORD_TAMPERED', fixedSealed('batch one', key.slice(1), pair.pk)),
  batch('by its collector', 'ok'),
  batch('by another user', 'false', {}, 'abe'),
  batch('members swapped', 'false', { members: batchMembers([two, one]) }),
  batch('a member dropped', 'false', { members: batchMembers([one]) }),
  batch('a version changed', 'false', { members: batchMembers([one, { ...two, version: 4 }]) }),
  batch('a planted key', 'false', { sealedKey: fixedSealed('planted', fixedBytes('other'), pair.pk) }),
  batch('another generation', 'false', { generation: 2 }),
  batch('the generation -1', 'false', { generation: -1 }),
  batch('another collector named', 'false', { collector: userId('abe') }),
  list('at its position', 'ok'),
  list('at another position', 'RECORD_TAMPERED', 4),
  list('with a spoiled box', 'RECORD_TAMPERED', 5, spoiled(listBox)),
  list('with another kind', 'RECORD_TAMPERED', 5, foreign(concat(digits, Uint8Array.of(2, 0, 0, 0)))),
  list('with padding', 'RECORD_TAMPERED', 5, foreign(concat(digits, Uint8Array.of(1, 0, 0, 1)))),
  list(
    'with letters',
    'RECORD_TAMPERED',
    5,
    foreign(concat(utf8('12345678901x'), Uint8Array.of(1, 0, 0, 0))),
  ),
]
