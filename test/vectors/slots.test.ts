import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { concat, toHex } from '../../src/crypto/bytes.ts'
import { asKey, asSignSk, type SessionSk, type SignPk, type VerifySk } from '../../src/crypto/keys.ts'
import {
  checkSlot,
  openSessionSlot,
  openVerificationSlot,
  sealSessionSlot,
  sealVerificationSlot,
} from '../../src/crypto/slot.ts'
import { OfficeId, UserId } from '../../src/shared/ids.ts'
import { Slot } from '../../src/shared/jobs.ts'
import { codeOf } from '../unit/crypto/helpers.ts'
import { aeadOpen, argon2id, encode, hash, hkdf, id, text, u32 } from './reference.ts'
import { Expect, Hex, readVectors } from './shape.ts'

const Written = z
  .strictObject({
    alg: z.literal('argon2id13'),
    memKiB: z.number(),
    passes: z.number(),
    lanes: z.number(),
    salt: Hex,
    nonce: Hex,
    box: Hex,
    digest: Hex,
  })
  .transform(({ nonce, box, digest, ...kdf }) => ({ kdf, nonce, box, digest }))
const common = {
  name: z.string(),
  expect: Expect,
  owner: z.strictObject({ officeId: OfficeId, userId: UserId, certificateHash: Hex }),
  secret: Hex,
  slot: Written,
  plain: Hex,
}
const Vector = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('session') }),
  z.strictObject({ ...common, kind: z.literal('verification'), sessionSk: Hex }),
])
type Vector = z.output<typeof Vector>

const vectors = readVectors('slots', Vector)
const good = vectors.filter((vector) => vector.expect === 'ok')
const wrong = vectors.filter((vector) => vector.expect === 'null')
const refused = vectors.filter((vector) => vector.expect !== 'ok' && vector.expect !== 'null')

const labelOf = ({ kind }: Vector) => (kind === 'session' ? 'slot' : 'verification-slot')

/** The plaintext as hex, or null. */
function open(vector: Vector): string | null {
  if (vector.kind === 'session') {
    const keys = openSessionSlot(vector.owner, vector.secret, vector.slot)
    return keys && toHex(concat(keys.sessionSk, keys.signSk, keys.rootPk))
  }
  const sessionSk = asKey<SessionSk>(vector.sessionSk)
  const key = openVerificationSlot(vector.owner, vector.secret, sessionSk, vector.slot)
  return key && toHex(key)
}

/** Seals again, with the vector's salt and nonce in place of random bytes: salt first, nonce second. */
function sealAgain(vector: Vector): Slot {
  const { kdf, nonce } = vector.slot
  const bytes = [kdf.salt, nonce]
  const random = (): Uint8Array => bytes.shift() ?? new Uint8Array(0)
  if (vector.kind === 'session') {
    const keys = {
      sessionSk: asKey<SessionSk>(vector.plain.slice(0, 32)),
      signSk: asSignSk(vector.plain.slice(32, 96)),
      rootPk: asKey<SignPk>(vector.plain.slice(96)),
    }
    return sealSessionSlot(vector.owner, vector.secret, keys, kdf, random)
  }
  const sessionSk = asKey<SessionSk>(vector.sessionSk)
  const verifySk = asKey<VerifySk>(vector.plain)
  return sealVerificationSlot(vector.owner, vector.secret, sessionSk, verifySk, kdf, random)
}

/** The document's table, read a second time. */
const associated = (vector: Vector): Buffer => {
  const { owner, slot } = vector
  return encode(labelOf(vector), [
    id(owner.officeId),
    id(owner.userId),
    text(slot.kdf.alg),
    u32(slot.kdf.memKiB),
    u32(slot.kdf.passes),
    u32(slot.kdf.lanes),
    slot.kdf.salt,
    owner.certificateHash,
  ])
}

function openByReference(vector: Vector): string | null {
  const { kdf, nonce, box } = vector.slot
  const stretched = argon2id?.(vector.secret, kdf.salt, kdf.memKiB, kdf.passes) ?? Buffer.alloc(0)
  const kek =
    vector.kind === 'session'
      ? stretched
      : hkdf(Buffer.concat([stretched, vector.sessionSk]), kdf.salt, encode('verification-key', []))
  const plain = aeadOpen(box, associated(vector), nonce, kek)
  return plain && toHex(plain)
}

describe('slot vectors', () => {
  it.each(good)('$name: the code opens it', (vector) => {
    expect(open(vector)).toBe(toHex(vector.plain))
  })

  it.skipIf(argon2id === null).each(good)('$name: the second reading opens it', (vector) => {
    expect(openByReference(vector)).toBe(toHex(vector.plain))
  })

  it.each(good)('$name: sealed again it has the same bytes', (vector) => {
    expect(sealAgain(vector)).toEqual(vector.slot)
  })

  it.each([...good, ...wrong])('$name: the digest fits', (vector) => {
    const digest = hash(encode('slot-digest', [associated(vector), vector.slot.nonce, vector.slot.box]))
    expect(digest).toBe(toHex(vector.slot.digest))
    expect(codeOf(() => checkSlot(labelOf(vector), vector.owner, vector.slot))).toBe('none')
  })

  it.each([...good, ...wrong])('$name: it is no slot of the other kind', (vector) => {
    const other = vector.kind === 'session' ? 'verification-slot' : 'slot'
    expect(codeOf(() => checkSlot(other, vector.owner, vector.slot))).toBe('OFFICE_DAMAGED')
  })

  it.each(wrong)('$name: the code gives null', (vector) => {
    expect(open(vector)).toBeNull()
  })

  it.skipIf(argon2id === null).each(wrong)('$name: the second reading gives null', (vector) => {
    expect(openByReference(vector)).toBeNull()
  })

  it.each(refused)('$name: opening throws $expect', (vector) => {
    expect(codeOf(() => open(vector))).toBe(vector.expect)
  })

  it.each(refused)('$name: the check before the derivation throws $expect', (vector) => {
    expect(codeOf(() => checkSlot(labelOf(vector), vector.owner, vector.slot))).toBe(vector.expect)
  })

  it.each(vectors)('$name: its shape passes the job validator', (vector) => {
    expect(Slot.parse(vector.slot)).toEqual(vector.slot)
  })
})
