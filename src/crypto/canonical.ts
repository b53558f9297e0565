import { hash, randomFillSync } from 'node:crypto'
import { concatAll, u32be, utf8 } from './bytes.ts'

/**
 * Canonical bytes, the only input of every signature, hash and AEAD in the format:
 * `label ‖ 0x00 ‖ (u32be length ‖ bytes)*`. Labels hold no 0x00, so two lists of parts never give the same bytes.
 * Throws RangeError for a text that has no UTF-8 bytes.
 */
export function canonical(label: Label, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const pieces: Uint8Array[] = [utf8(`mamorigura/1/${label}`), new Uint8Array(1)]
  for (const part of parts) {
    const bytes = typeof part === 'string' ? utf8(part) : part
    pieces.push(u32be(bytes.length), bytes)
  }
  return concatAll(pieces)
}

/**
 * Canonical bytes of values that were read from a file; null when one of them has none (a count below 0 or above 2^32-1, a
 * malformed id, a lone surrogate). Nothing can have been signed or sealed over such a statement.
 */
export function encodable(make: () => Uint8Array): Uint8Array | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Every label of format 1, see docs/format.md. A new use gets a new label. */
export type Label =
  | 'certificate'
  | 'certificate-hash'
  | 'roster'
  | 'slot'
  | 'slot-digest'
  | 'verification-slot'
  | 'verification-key'
  | 'number-key'
  | 'number'
  | 'batch'
  | 'list'
  | 'log-genesis'
  | 'log-head'
  | 'challenge'
  | 'kit-root'
  | 'kit-box'
  | 'kit-checksum'

/** SHA-256 (FIPS 180-4), 32 bytes. A text is hashed as its UTF-8 bytes; throws RangeError when it has none. */
export const sha256 = (...parts: readonly (Uint8Array | string)[]): Uint8Array => {
  const bytes = parts.map((part) => (typeof part === 'string' ? utf8(part) : part))
  const [whole = new Uint8Array(0), ...others] = bytes
  return new Uint8Array(hash('sha256', others.length > 0 ? concatAll(bytes) : whole, 'buffer'))
}

/** Where random bytes come from; tests may give their own. */
export type RandomSource = (bytes: number) => Uint8Array

/** Operating-system randomness. */
export const systemRandom: RandomSource = (bytes) => randomFillSync(new Uint8Array(bytes))
