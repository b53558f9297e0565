import { utf8 } from '../../src/crypto/bytes.ts'
import { checkDigit } from '../../src/shared/my-number.ts'

/** A synthetic number with a valid check digit, from a body of up to eleven digits. Spread out, so that none looks like test data. */
export function numberOf(seed: number): string {
  const body = String((seed * 7_919_001 + 52_743_618_097) % 100_000_000_000).padStart(11, '0')
  return body + String(checkDigit(utf8(body)))
}
