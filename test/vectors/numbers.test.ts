import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { concat, toHex } from '../../src/crypto/bytes.ts'
import {
  asKey,
  type BatchKey,
  boxPair,
  type NumberPk,
  type NumberSk,
  signPair,
} from '../../src/crypto/keys.ts'
import {
  batchFits,
  type BatchStatement,
  type NumberPlace,
  openBatchKey,
  openForList,
  openNumber,
  resealForList,
  sealNumber,
  signBatch,
} from '../../src/crypto/number-box.ts'
import { sodium } from '../../src/crypto/sodium.ts'
import { BatchId, CompanyId, OfficeId, PersonId, UserId } from '../../src/shared/ids.ts'
import { codeOf } from '../unit/crypto/helpers.ts'
import { aeadOpen, encode, id, signatureIsGood, u32 } from './reference.ts'
import { Expect, Hex, readVectors } from './shape.ts'

const common = { name: z.string(), expect: Expect }
const Place = z.strictObject({
  officeId: OfficeId,
  companyId: CompanyId,
  person: PersonId,
  version: z.number(),
  batch: BatchId,
  generation: z.number(),
})
const Statement = z.strictObject({
  officeId: OfficeId,
  companyId: CompanyId,
  batch: BatchId,
  generation: z.number(),
  sealedKey: Hex,
  members: Hex,
  collector: UserId,
})
const boxed = { key: Hex, index: z.number(), box: Hex, digits: Hex }
const Vector = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, ...boxed, kind: z.literal('number'), place: Place }),
  z.strictObject({ ...common, kind: z.literal('sealing'), digits: Hex }),
  z.strictObject({
    ...common,
    kind: z.literal('batch-key'),
    numberSeed: Hex,
    ephemeralSeed: Hex,
    sealedKey: Hex,
    key: Hex,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('batch'),
    collectorSeed: Hex,
    statement: Statement,
    signature: Hex,
  }),
  z.strictObject({ ...common, ...boxed, kind: z.literal('list') }),
])
const vectors = readVectors('numbers', Vector)
const numbers = vectors.filter((vector) => vector.kind === 'number')
const sealings = vectors.filter((vector) => vector.kind === 'sealing')
const batchKeys = vectors.filter((vector) => vector.kind === 'batch-key')
const batches = vectors.filter((vector) => vector.kind === 'batch')
const lists = vectors.filter((vector) => vector.kind === 'list')
const isGood = (vector: { expect: string }): boolean => vector.expect === 'ok'
const isBad = (vector: { expect: string }): boolean => vector.expect !== 'ok'

/** The document's tables, read a second time. */
const placeBytes = (place: NumberPlace): Buffer =>
  encode('number', [
    id(place.officeId),
    id(place.companyId),
    id(place.person),
    u32(place.version),
    id(place.batch),
    u32(place.generation),
  ])
const batchBytes = (b: BatchStatement): Buffer =>
  encode('batch', [
    id(b.officeId),
    id(b.companyId),
    id(b.batch),
    u32(b.generation),
    b.sealedKey,
    b.members,
    id(b.collector),
  ])
const padded = (digits: Uint8Array): string => `${toHex(digits)}01000000`

describe('number box vectors', () => {
  it.each(numbers.filter(isGood))('$name: the code opens it', ({ key, place, index, box, digits }) => {
    expect(toHex(openNumber(asKey<BatchKey>(key), place, index, box))).toBe(toHex(digits))
  })

  it.each(numbers.filter(isGood))('$name: sealed again it has the same bytes', (vector) => {
    const { key, place, index, box, digits } = vector
    expect(toHex(sealNumber(asKey<BatchKey>(key), place, index, digits))).toBe(toHex(box))
  })

  it.each(numbers.filter(isGood))('$name: the second reading opens it', (vector) => {
    const nonce = Buffer.concat([Buffer.alloc(20), u32(vector.index)])
    const plain = aeadOpen(vector.box, placeBytes(vector.place), nonce, vector.key)
    expect(plain?.toString('hex')).toBe(padded(vector.digits))
  })

  it.each(numbers.filter(isBad))('$name: opening throws $expect', (vector) => {
    const { key, place, index, box } = vector
    expect(codeOf(() => openNumber(asKey<BatchKey>(key), place, index, box))).toBe(vector.expect)
  })

  it.each(numbers.filter(({ box }) => box.length > 0))('$name: it is no list box', ({ key, index, box }) => {
    expect(codeOf(() => openForList(box, index, key))).toBe('RECORD_TAMPERED')
  })

  it.each(sealings)('$name: both ways of sealing throw $expect', ({ digits, expect: code }) => {
    const place = numbers.find(isGood)?.place
    if (!place) throw new Error('there is no good place')
    const key = asKey<BatchKey>(new Uint8Array(32))
    expect(codeOf(() => sealNumber(key, place, 0, digits))).toBe(code)
    expect(codeOf(() => resealForList(digits, 0))).toBe(code)
  })
})

const pairOf = (seed: Uint8Array) => boxPair<NumberPk, NumberSk>(seed)

describe('batch key vectors', () => {
  it.each(batchKeys.filter(isGood))('$name: the code opens it', ({ sealedKey, numberSeed, key }) => {
    expect(toHex(openBatchKey(sealedKey, pairOf(numberSeed).sk))).toBe(toHex(key))
  })

  it.each(batchKeys.filter(isGood))('$name: put together from its parts it is the same', (vector) => {
    const ephemeral = boxPair(vector.ephemeralSeed)
    const { pk } = pairOf(vector.numberSeed)
    const nonce = sodium.crypto_generichash(24, concat(ephemeral.pk, pk), null)
    const box = sodium.crypto_box_easy(vector.key, nonce, pk, ephemeral.sk)
    expect(toHex(concat(ephemeral.pk, box))).toBe(toHex(vector.sealedKey))
  })

  it.each(batchKeys.filter(isBad))('$name: opening throws $expect', (vector) => {
    expect(codeOf(() => openBatchKey(vector.sealedKey, pairOf(vector.numberSeed).sk))).toBe(vector.expect)
  })
})

describe('batch vectors', () => {
  it.each(batches)('$name: the code answers $expect', (vector) => {
    const { pk } = signPair(vector.collectorSeed)
    expect(batchFits(vector.statement, vector.signature, pk)).toBe(isGood(vector))
  })

  it.each(batches.filter(isGood))('$name: signed again it is the same', (vector) => {
    const { sk } = signPair(vector.collectorSeed)
    expect(toHex(signBatch(vector.statement, sk))).toBe(toHex(vector.signature))
  })

  it.each(batches.filter(({ statement }) => statement.generation >= 0))(
    '$name: OpenSSL over the second reading answers $expect',
    (vector) => {
      const { pk } = signPair(vector.collectorSeed)
      expect(signatureIsGood(vector.signature, batchBytes(vector.statement), pk)).toBe(isGood(vector))
    },
  )
})

describe('list box vectors', () => {
  it.each(lists.filter(isGood))('$name: the code opens it', ({ box, index, key, digits }) => {
    expect(toHex(openForList(box, index, key))).toBe(toHex(digits))
  })

  it.each(lists.filter(isGood))(
    '$name: sealed again it has the same bytes',
    ({ box, index, key, digits }) => {
      expect(toHex(resealForList(digits, index, () => key).box)).toBe(toHex(box))
    },
  )

  it.each(lists.filter(isGood))('$name: the second reading opens it', ({ box, index, key, digits }) => {
    const plain = aeadOpen(box, encode('list', [u32(index)]), Buffer.alloc(24), key)
    expect(plain?.toString('hex')).toBe(padded(digits))
  })

  it.each(lists.filter(isBad))('$name: opening throws $expect', ({ box, index, key, expect: code }) => {
    expect(codeOf(() => openForList(box, index, key))).toBe(code)
  })
})
