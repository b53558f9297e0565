import { VaultError } from '../shared/errors.ts'
import { sodium } from './sodium.ts'

/** Keys by purpose. A brand is earned only where a key is made or unwrapped, so a wrong one does not compile. */
type Brand<B extends string> = Uint8Array & { readonly __key: B }

export type SessionPk = Brand<'SessionPk'>
export type SessionSk = Brand<'SessionSk'>
export type VerifyPk = Brand<'VerifyPk'>
export type VerifySk = Brand<'VerifySk'>
export type NumberPk = Brand<'NumberPk'>
export type NumberSk = Brand<'NumberSk'>
export type SignPk = Brand<'SignPk'>
export type SignSk = Brand<'SignSk'>
export type BatchKey = Brand<'BatchKey'>
/** Page key of office.db or of one company's database. */
export type PageKey = Brand<'PageKey'>

const LENGTH = 32
const SIGN_SK_LENGTH = 64

/** Gives bytes of the right length the brand asked for; OFFICE_DAMAGED otherwise. */
export function asKey<K extends Uint8Array>(bytes: Uint8Array, length: number = LENGTH): K {
  if (bytes.length !== length) throw new VaultError('OFFICE_DAMAGED', { part: 'key' })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand exists in types only, this is where it is given
  return bytes as K
}
export const asSignSk = (bytes: Uint8Array): SignSk => asKey<SignSk>(bytes, SIGN_SK_LENGTH)

/** A fresh X25519 pair of the kind asked for. */
export function boxPair<P extends Uint8Array, S extends Uint8Array>(seed?: Uint8Array): { pk: P; sk: S } {
  const pair = seed ? sodium.crypto_box_seed_keypair(seed) : sodium.crypto_box_keypair()
  return { pk: asKey<P>(pair.publicKey), sk: asKey<S>(pair.privateKey) }
}

/** An Ed25519 pair, fresh or from a 32-byte seed. The secret key is libsodium's 64 bytes (seed ‖ public key). */
export function signPair(seed?: Uint8Array): { pk: SignPk; sk: SignSk } {
  const pair = seed ? sodium.crypto_sign_seed_keypair(seed) : sodium.crypto_sign_keypair()
  return { pk: asKey<SignPk>(pair.publicKey), sk: asSignSk(pair.privateKey) }
}

/** Ed25519 detached signature, 64 bytes. */
export const sign = (message: Uint8Array, sk: SignSk): Uint8Array => sodium.crypto_sign_detached(message, sk)

/** Whether a signature is by the holder of `pk`. False for one of the wrong length, and for no message (`encodable`). */
export function signatureFits(signature: Uint8Array, message: Uint8Array | null, pk: Uint8Array): boolean {
  if (!message || signature.length !== 64 || pk.length !== LENGTH) return false
  return sodium.crypto_sign_verify_detached(signature, message, pk)
}

/** Sealed box (X25519 + XSalsa20-Poly1305): 48 bytes longer than the message, sender unknown. */
export const sealTo = (message: Uint8Array, pk: Uint8Array): Uint8Array => sodium.crypto_box_seal(message, pk)

/** Opens a sealed box; null when it is not for this pair or was altered. */
export function openSealed(box: Uint8Array, sk: Uint8Array): Uint8Array | null {
  if (box.length < 48) return null
  try {
    return sodium.crypto_box_seal_open(box, sodium.crypto_scalarmult_base(sk), sk)
  } catch {
    return null
  }
}

/** XChaCha20-Poly1305 (IETF): 16 bytes longer than the message. */
export const aeadSeal = (
  message: Uint8Array,
  ad: Uint8Array,
  nonce: Uint8Array,
  key: Uint8Array,
): Uint8Array => sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(message, ad, null, nonce, key)

/** Opens what `aeadSeal` made; null when key, nonce, associated data or bytes differ. */
export function aeadOpen(
  box: Uint8Array,
  ad: Uint8Array,
  nonce: Uint8Array,
  key: Uint8Array,
): Uint8Array | null {
  if (box.length < 16 || nonce.length !== 24 || key.length !== LENGTH) return null
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, ad, nonce, key)
  } catch {
    return null
  }
}
