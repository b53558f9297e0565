import fc from 'fast-check'
import { VaultError } from '../../../src/shared/errors.ts'

/** The VaultError code that an act throws, or 'none'. Anything else thrown is passed on. */
export function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof VaultError) return error.code
    throw error
  }
  return 'none'
}

/** The same bytes with one bit turned. */
export function turnBit(bytes: Uint8Array, bit: number): Uint8Array {
  const out = bytes.slice()
  const at = Math.floor(bit / 8) % out.length
  out[at] = (out[at] ?? 0) ^ (1 << (bit % 8))
  return out
}

export const aBit = fc.nat({ max: 8191 })
export const anId = fc.stringMatching(/^[0-9a-f]{32}$/)
export const aU32 = fc.integer({ min: 0, max: 0xffffffff })
/** Values that a damaged file can hold where 0..2^32-1 is meant. */
export const NOT_U32 = [-1, 2 ** 32, 2 ** 53, 0.5, Number.NaN, Number.POSITIVE_INFINITY]
/** Twelve ASCII digits; sealing does not look at the check digit, entering does. */
export const someDigits = fc
  .array(fc.integer({ min: 0x30, max: 0x39 }), { minLength: 12, maxLength: 12 })
  .map((codes) => Uint8Array.from(codes))
