/**
 * A second reading of docs/format.md, written from the document with Node's own cryptography and no code of `src/`, so that
 * a mistake in one of the two shows. Sealed boxes (X25519 with XSalsa20) are the one thing that Node does not have.
 */
import * as nodeCrypto from 'node:crypto'

/** `label ‖ 0x00 ‖ (u32be length ‖ bytes)*`. */
export function encode(label: string, parts: readonly Uint8Array[]): Buffer {
  const lengths = parts.map((part) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.length)
    return length
  })
  const head = Buffer.from(`mamorigura/1/${label}\0`, 'latin1')
  return Buffer.concat([head, ...parts.flatMap((part, i) => [lengths[i] ?? head, part])])
}

/** Label and parts of canonical bytes; throws when the bytes end early. */
export function decode(bytes: Uint8Array): { label: string; parts: Buffer[] } {
  const buffer = Buffer.from(bytes)
  const zero = buffer.indexOf(0)
  const label = buffer.toString('latin1', 0, zero).replace('mamorigura/1/', '')
  const parts: Buffer[] = []
  for (let at = zero + 1; at < buffer.length; ) {
    const end = at + 4 + buffer.readUInt32BE(at)
    if (end > buffer.length) throw new Error('the last part is cut')
    parts.push(buffer.subarray(at + 4, end))
    at = end
  }
  return { label, parts }
}

export const u32 = (value: number): Buffer => {
  const out = Buffer.alloc(4)
  out.writeUInt32BE(value)
  return out
}
export const id = (hex: string): Buffer => Buffer.from(hex, 'hex')
export const text = (value: string): Buffer => Buffer.from(value, 'utf8')

export const hash = (...parts: readonly Uint8Array[]): string =>
  nodeCrypto.createHash('sha256').update(Buffer.concat(parts)).digest('hex')

/** Ed25519 (RFC 8032) by OpenSSL. */
export function signatureIsGood(signature: Uint8Array, message: Uint8Array, pk: Uint8Array): boolean {
  const x = Buffer.from(pk).toString('base64url')
  const key = nodeCrypto.createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return nodeCrypto.verify(null, message, key, signature)
}

interface Argon2Options {
  message: Uint8Array
  nonce: Uint8Array
  parallelism: number
  tagLength: number
  memory: number
  passes: number
}
type Argon2Sync = (kind: 'argon2id', options: Argon2Options) => Buffer
const isArgon2 = (value: unknown): value is Argon2Sync => typeof value === 'function'
const found: unknown = Reflect.get(nodeCrypto, 'argon2Sync')

/** Argon2id (RFC 9106) by OpenSSL, 32 bytes; null before Node 24.7, which has none (its type package lags behind). */
export const argon2id = isArgon2(found)
  ? (secret: Uint8Array, salt: Uint8Array, memory: number, passes: number): Buffer =>
      found('argon2id', { message: secret, nonce: salt, parallelism: 1, tagLength: 32, memory, passes })
  : null

export const hkdf = (input: Uint8Array, salt: Uint8Array, info: Uint8Array): Buffer =>
  Buffer.from(nodeCrypto.hkdfSync('sha256', input, salt, info, 32))

/** HChaCha20 (draft-irtf-cfrg-xchacha, 2.2): the one step of XChaCha20 that Node lacks. */
function hchacha20(key: Uint8Array, nonce: Uint8Array): Buffer {
  const input = Buffer.concat([Buffer.from('expand 32-byte k'), key, nonce.subarray(0, 16)])
  const s = Uint32Array.from({ length: 16 }, (_, i) => input.readUInt32LE(i * 4))
  const word = (i: number): number => s[i] ?? 0
  const mix = (to: number, add: number, xor: number, bits: number): void => {
    s[to] = word(to) + word(add)
    const turned = word(xor) ^ word(to)
    s[xor] = (turned << bits) | (turned >>> (32 - bits))
  }
  const quarter = (a: number, b: number, c: number, d: number): void => {
    mix(a, b, d, 16)
    mix(c, d, b, 12)
    mix(a, b, d, 8)
    mix(c, d, b, 7)
  }
  for (let round = 0; round < 10; round++) {
    for (let i = 0; i < 4; i++) quarter(i, 4 + i, 8 + i, 12 + i)
    for (let i = 0; i < 4; i++) quarter(i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4))
  }
  const out = Buffer.alloc(32)
  for (const [at, i] of [0, 1, 2, 3, 12, 13, 14, 15].entries()) out.writeUInt32LE(word(i), at * 4)
  return out
}

/** XChaCha20-Poly1305; null when the tag does not fit. */
export function aeadOpen(box: Uint8Array, ad: Uint8Array, nonce: Uint8Array, key: Uint8Array): Buffer | null {
  const iv = Buffer.concat([Buffer.alloc(4), nonce.subarray(16)])
  const options = { authTagLength: 16 }
  const cipher = nodeCrypto.createDecipheriv('chacha20-poly1305', hchacha20(key, nonce), iv, options)
  const length = Math.max(0, box.length - 16)
  cipher.setAAD(ad, { plaintextLength: length })
  cipher.setAuthTag(Buffer.concat([box.subarray(length), Buffer.alloc(16)]).subarray(0, 16))
  const plain = cipher.update(box.subarray(0, length))
  try {
    cipher.final()
    return plain
  } catch {
    return null
  }
}
