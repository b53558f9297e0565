import { sameBytes, utf8, wipe } from '../crypto/bytes.ts'
import { VaultError } from '../shared/errors.ts'

/** Shortest second secret (SP 800-63B rev. 4: 8 as one of two factors) and passphrase (it stands alone against a thief). */
export const SECRET_MIN = { passphrase: 12, secret: 8 } as const

/**
 * A secret as typed → the bytes that are stretched: NFKC, so that the same characters typed on another keyboard or in full
 * width give the same key. Makes a string on the way; this process is killed after its one job.
 */
export function normaliseSecret(typed: Uint8Array): Uint8Array {
  const bytes = utf8(new TextDecoder().decode(typed).normalize('NFKC'))
  wipe(typed)
  return bytes
}

const characters = (bytes: Uint8Array): number => [...new TextDecoder().decode(bytes)].length

/** Both first secrets. Throws SECRET_TOO_SHORT (which, minimum) or SECRET_SAME_AS_PASSPHRASE. */
export function checkNewSecrets(passphrase: Uint8Array, secret: Uint8Array): void {
  if (characters(passphrase) < SECRET_MIN.passphrase) {
    throw new VaultError('SECRET_TOO_SHORT', { which: 'passphrase', minimum: SECRET_MIN.passphrase })
  }
  if (characters(secret) < SECRET_MIN.secret) {
    throw new VaultError('SECRET_TOO_SHORT', { which: 'secret', minimum: SECRET_MIN.secret })
  }
  if (sameBytes(passphrase, secret)) throw new VaultError('SECRET_SAME_AS_PASSPHRASE')
}
