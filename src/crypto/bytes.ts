/** Small byte helpers. None of them is constant-time except `sameBytes`, which is for public values too. */

/**
 * UTF-8 bytes of a text. Throws RangeError for a lone surrogate: it has no UTF-8 bytes, and the encoder's replacement
 * character would give two texts the same bytes.
 */
export function utf8(text: string): Uint8Array {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError('utf8')
  return new TextEncoder().encode(text)
}

/** Text of UTF-8 bytes, a leading U+FEFF included; throws TypeError when they are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

/** Lower-case hex. */
export const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')

/**
 * Bytes of lower- or upper-case hex. Throws RangeError for anything else: the decoder alone would drop a bad tail, and
 * two ids would give the same bytes.
 */
export function fromHex(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new RangeError('hex')
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

/** The 16 raw bytes of an id. Throws RangeError when it is not 32 lower-case hex digits. */
export function idBytes(id: string): Uint8Array {
  if (!/^[0-9a-f]{32}$/.test(id)) throw new RangeError('id')
  return fromHex(id)
}

/** Standard base64 with padding. */
export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')

/**
 * Bytes of standard base64 with padding; empty when the text is not exactly what `toBase64` writes, so that no value has
 * two spellings. Callers compare the length with what they expect.
 */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  return toBase64(bytes) === text ? bytes : new Uint8Array(0)
}

/** One array of the parts in order. */
export const concat = (...parts: readonly Uint8Array[]): Uint8Array => concatAll(parts)

/** The same for a list: a hundred thousand arguments would not fit on the stack. */
export function concatAll(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Unsigned 32-bit big-endian. Throws RangeError outside 0..2^32-1. */
export function u32be(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new RangeError('u32')
  const out = new Uint8Array(4)
  new DataView(out.buffer).setUint32(0, value)
  return out
}

/** Whether two arrays hold the same bytes, in time that depends on the length only. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return difference === 0
}

/** Overwrites secrets that are done with. Best effort: the process that held them is killed as well. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0)
}
