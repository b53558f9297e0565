import { VaultError } from '../shared/errors.ts'
import type { BatchId, CompanyId, OfficeId, PersonId, UserId } from '../shared/ids.ts'
import { concatAll, idBytes, u32be, wipe } from './bytes.ts'
import { canonical, encodable, type RandomSource, systemRandom } from './canonical.ts'
import {
  aeadOpen,
  aeadSeal,
  asKey,
  type BatchKey,
  type NumberSk,
  openSealed,
  sealTo,
  sign,
  signatureFits,
  type SignSk,
} from './keys.ts'

/** Every number is sealed as 16 bytes: 12 ASCII digits, 0x01, three zero bytes. Always the same length on disk. */
export const PLAIN_BYTES = 16
/** A sealed number: 16 bytes and the Poly1305 tag. */
export const BOX_BYTES = 32
const DIGITS = 12
const KIND_INDIVIDUAL_NUMBER = 1

/** Where one number stands: all of it is associated data, so a box opened elsewhere fails. */
export interface NumberPlace {
  readonly officeId: OfficeId
  readonly companyId: CompanyId
  readonly person: PersonId
  readonly version: number
  readonly batch: BatchId
  readonly generation: number
}

const associated = (place: NumberPlace): Uint8Array =>
  canonical(
    'number',
    idBytes(place.officeId),
    idBytes(place.companyId),
    idBytes(place.person),
    u32be(place.version),
    idBytes(place.batch),
    u32be(place.generation),
  )

/** The nonce is the row's position in its batch: the batch key is fresh and seals each position once. */
function rowNonce(index: number): Uint8Array {
  const nonce = new Uint8Array(24)
  nonce.set(u32be(index), 20)
  return nonce
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

const pad = (digits: Uint8Array): Uint8Array => {
  if (digits.length !== DIGITS) throw new VaultError('NUMBER_INVALID', { reason: 'length' })
  if (!digits.every(isDigit)) throw new VaultError('NUMBER_INVALID', { reason: 'not-digits' })
  const plain = new Uint8Array(PLAIN_BYTES)
  plain.set(digits)
  plain[DIGITS] = KIND_INDIVIDUAL_NUMBER
  return plain
}

/** The digits of what `pad` made, null for anything else; wipes its input. A collector's own program chose these bytes. */
function unpad(plain: Uint8Array): Uint8Array | null {
  const good =
    plain.length === PLAIN_BYTES &&
    plain.subarray(0, DIGITS).every(isDigit) &&
    plain[DIGITS] === KIND_INDIVIDUAL_NUMBER &&
    plain.subarray(DIGITS + 1).every((byte) => byte === 0)
  const digits = good ? plain.slice(0, DIGITS) : null
  wipe(plain)
  return digits
}

function sealDigits(digits: Uint8Array, ad: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array {
  const plain = pad(digits)
  try {
    return aeadSeal(plain, ad, nonce, key)
  } finally {
    wipe(plain)
  }
}

/** A key for one batch (the numbers of one act), and the same key sealed to the company's number key. */
export function newBatchKey(
  nPub: Uint8Array,
  random: RandomSource = systemRandom,
): { key: BatchKey; sealedKey: Uint8Array } {
  const key = asKey<BatchKey>(random(32))
  return { key, sealedKey: sealTo(key, nPub) }
}

/**
 * Seals 12 ASCII digits at position `index` of a batch. Throws NUMBER_INVALID for anything else. A position is sealed once
 * per key: two numbers under one nonce would give both away, so a batch that failed half-way starts again with a new key.
 */
export const sealNumber = (
  key: BatchKey,
  place: NumberPlace,
  index: number,
  digits: Uint8Array,
): Uint8Array => sealDigits(digits, associated(place), rowNonce(index), key)

/** Opens the batch key; RECORD_TAMPERED when it was not sealed to this number key. */
export function openBatchKey(sealedKey: Uint8Array, nPriv: NumberSk): BatchKey {
  const key = openSealed(sealedKey, nPriv)
  if (key?.length !== 32) throw new VaultError('RECORD_TAMPERED', { part: 'batch' })
  return asKey<BatchKey>(key)
}

/** The 12 digits of a box; RECORD_TAMPERED when key, place, position or bytes differ. */
export function openNumber(key: BatchKey, place: NumberPlace, index: number, box: Uint8Array): Uint8Array {
  const ad = encodable(() => associated(place))
  const nonce = encodable(() => rowNonce(index))
  const plain = ad && nonce && aeadOpen(box, ad, nonce, key)
  const digits = plain && unpad(plain)
  if (!digits) throw new VaultError('RECORD_TAMPERED', { part: 'number' })
  return digits
}

/** Members of a batch, in order: 16 bytes of person id and u32be version each. Kept to check the batch's signature. */
export const batchMembers = (members: readonly { person: PersonId; version: number }[]): Uint8Array =>
  concatAll(members.flatMap(({ person, version }) => [idBytes(person), u32be(version)]))

export interface BatchStatement {
  readonly officeId: OfficeId
  readonly companyId: CompanyId
  readonly batch: BatchId
  readonly generation: number
  readonly sealedKey: Uint8Array
  readonly members: Uint8Array
  readonly collector: UserId
}

const batchBytes = (b: BatchStatement): Uint8Array =>
  canonical(
    'batch',
    idBytes(b.officeId),
    idBytes(b.companyId),
    idBytes(b.batch),
    u32be(b.generation),
    b.sealedKey,
    b.members,
    idBytes(b.collector),
  )

/** The collector's signature: a sealed box names no sender, so without it anybody could plant a number. */
export const signBatch = (b: BatchStatement, sk: SignSk): Uint8Array => sign(batchBytes(b), sk)

/** Whether the collector signed exactly this batch; false for values that no signature can cover. */
export const batchFits = (b: BatchStatement, signature: Uint8Array, collectorPk: Uint8Array): boolean =>
  signatureFits(
    signature,
    encodable(() => batchBytes(b)),
    collectorPk,
  )

const listAd = (index: number): Uint8Array => canonical('list', u32be(index))
const LIST_NONCE = new Uint8Array(24)

/**
 * Seals digits under a fresh key for position `index` of a shown list. The key is used once, so the nonce is zero. Throws
 * NUMBER_INVALID when they are not 12 ASCII digits.
 */
export function resealForList(
  digits: Uint8Array,
  index: number,
  random: RandomSource = systemRandom,
): { key: Uint8Array; box: Uint8Array } {
  const key = random(32)
  return { key, box: sealDigits(digits, listAd(index), LIST_NONCE, key) }
}

/** Opens a position of a shown list; RECORD_TAMPERED when key, position or bytes differ. */
export function openForList(box: Uint8Array, index: number, key: Uint8Array): Uint8Array {
  const ad = encodable(() => listAd(index))
  const plain = ad && aeadOpen(box, ad, LIST_NONCE, key)
  const digits = plain && unpad(plain)
  if (!digits) throw new VaultError('RECORD_TAMPERED', { part: 'list' })
  return digits
}
