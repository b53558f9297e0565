import { VaultError, toWire, type WireError } from '../shared/errors.ts'
import type { Operator } from '../shared/secure-screen.ts'

/** Failures after which a person at a keyboard is asked again; a file would only give the same answer. */
const AGAIN = new Set<string>([
  'WRONG_PASSPHRASE',
  'WRONG_SECRET',
  'SECRET_TOO_SHORT',
  'SECRET_SAME_AS_PASSPHRASE',
  'NUMBER_INVALID',
  'NUMBER_MISMATCH',
])

/** Runs an attempt, and again with the failure shown, while the operator can correct it. Other failures are thrown. */
export async function askUntil<T>(
  operator: Operator,
  attempt: (error: WireError | null) => Promise<T>,
): Promise<T> {
  let error: WireError | null = null
  for (;;) {
    try {
      return await attempt(error)
    } catch (thrown) {
      if (!operator.canRetry || !(thrown instanceof VaultError) || !AGAIN.has(thrown.code)) throw thrown
      error = toWire(thrown)
    }
  }
}
