import { hkdfSync } from 'node:crypto'
import { VaultError } from '../shared/errors.ts'
import type { OfficeId, UserId } from '../shared/ids.ts'
import type { KdfParams, Slot } from '../shared/jobs.ts'
import { concat, idBytes, sameBytes, u32be, wipe } from './bytes.ts'
import { canonical, encodable, type RandomSource, sha256, systemRandom } from './canonical.ts'
import { checkKdf, derive, type KdfCost, newKdf } from './kdf.ts'
import {
  aeadOpen,
  aeadSeal,
  asKey,
  asSignSk,
  type SessionSk,
  type SignPk,
  type SignSk,
  type VerifySk,
} from './keys.ts'

/** Whose slot it is. The certificate's hash binds the slot to one certificate, so slots cannot be swapped. */
export interface SlotOwner {
  readonly officeId: OfficeId
  readonly userId: UserId
  readonly certificateHash: Uint8Array
}

type SlotLabel = 'slot' | 'verification-slot'

/** Length of each slot's box: 128 or 32 bytes of keys and the Poly1305 tag. */
const BOX_BYTES: Readonly<Record<SlotLabel, number>> = { slot: 144, 'verification-slot': 48 }
const NONCE_BYTES = 24

/** What the session slot holds: 32 + 64 + 32 bytes. */
export interface SessionKeys {
  readonly sessionSk: SessionSk
  readonly signSk: SignSk
  readonly rootPk: SignPk
}

const associated = (label: SlotLabel, owner: SlotOwner, kdf: KdfParams): Uint8Array =>
  canonical(
    label,
    idBytes(owner.officeId),
    idBytes(owner.userId),
    kdf.alg,
    u32be(kdf.memKiB),
    u32be(kdf.passes),
    u32be(kdf.lanes),
    kdf.salt,
    owner.certificateHash,
  )

const digestOf = (ad: Uint8Array, nonce: Uint8Array, box: Uint8Array): Uint8Array =>
  sha256(canonical('slot-digest', ad, nonce, box))

function seal(
  label: SlotLabel,
  owner: SlotOwner,
  kdf: KdfParams,
  kek: Uint8Array,
  plain: Uint8Array,
  random: RandomSource,
): Slot {
  const ad = associated(label, owner, kdf)
  const nonce = random(NONCE_BYTES)
  const box = aeadSeal(plain, ad, nonce, kek)
  wipe(kek, plain)
  return { kdf, nonce, box, digest: digestOf(ad, nonce, box) }
}

/**
 * Throws OFFICE_DAMAGED when the slot's lengths are wrong or its digest does not fit its bytes (damage), and KDF_LIMITS
 * when it demands too much. Costs one hash: it runs before the derivation, in the engine at open and again in the worker.
 */
export function checkSlot(label: SlotLabel, owner: SlotOwner, slot: Slot): Uint8Array {
  checkKdf(slot.kdf)
  const ad = encodable(() => associated(label, owner, slot.kdf))
  const good =
    ad !== null &&
    slot.nonce.length === NONCE_BYTES &&
    slot.box.length === BOX_BYTES[label] &&
    sameBytes(slot.digest, digestOf(ad, slot.nonce, slot.box))
  if (!good) throw new VaultError('OFFICE_DAMAGED', { part: 'slot' })
  return ad
}

/** Wraps a user's session keys under the passphrase. */
export function sealSessionSlot(
  owner: SlotOwner,
  passphrase: Uint8Array,
  keys: SessionKeys,
  cost: KdfCost,
  random: RandomSource = systemRandom,
): Slot {
  const kdf = newKdf(cost, random)
  return seal(
    'slot',
    owner,
    kdf,
    derive(passphrase, kdf),
    concat(keys.sessionSk, keys.signSk, keys.rootPk),
    random,
  )
}

/** Opens it. Null when the passphrase is wrong; throws OFFICE_DAMAGED or KDF_LIMITS first (see `checkSlot`). */
export function openSessionSlot(owner: SlotOwner, passphrase: Uint8Array, slot: Slot): SessionKeys | null {
  const ad = checkSlot('slot', owner, slot)
  const kek = derive(passphrase, slot.kdf)
  const plain = aeadOpen(slot.box, ad, slot.nonce, kek)
  wipe(kek)
  if (!plain) return null
  const keys = {
    sessionSk: asKey<SessionSk>(plain.slice(0, 32)),
    signSk: asSignSk(plain.slice(32, 96)),
    rootPk: asKey<SignPk>(plain.slice(96)),
  }
  wipe(plain)
  return keys
}

/** KEK of the verification slot: the second secret alone is not enough, the session key takes part (HKDF, RFC 5869). */
function verificationKek(secret: Uint8Array, sessionSk: SessionSk, kdf: KdfParams): Uint8Array {
  const stretched = derive(secret, kdf)
  const input = concat(stretched, sessionSk)
  const kek = new Uint8Array(hkdfSync('sha256', input, kdf.salt, canonical('verification-key'), 32))
  wipe(stretched, input)
  return kek
}

/** Wraps a user's verification key under the second secret and the session key. */
export function sealVerificationSlot(
  owner: SlotOwner,
  secret: Uint8Array,
  sessionSk: SessionSk,
  verifySk: VerifySk,
  cost: KdfCost,
  random: RandomSource = systemRandom,
): Slot {
  const kdf = newKdf(cost, random)
  return seal(
    'verification-slot',
    owner,
    kdf,
    verificationKek(secret, sessionSk, kdf),
    verifySk.slice(),
    random,
  )
}

/** Opens it. Null when the second secret is wrong; throws OFFICE_DAMAGED or KDF_LIMITS first. */
export function openVerificationSlot(
  owner: SlotOwner,
  secret: Uint8Array,
  sessionSk: SessionSk,
  slot: Slot,
): VerifySk | null {
  const ad = checkSlot('verification-slot', owner, slot)
  const kek = verificationKek(secret, sessionSk, slot.kdf)
  const plain = aeadOpen(slot.box, ad, slot.nonce, kek)
  wipe(kek)
  return plain ? asKey<VerifySk>(plain) : null
}
