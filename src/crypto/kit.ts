import { hkdfSync } from 'node:crypto'
import type { OfficeId } from '../shared/ids.ts'
import { concat, idBytes, sameBytes } from './bytes.ts'
import { canonical, type RandomSource, sha256, systemRandom } from './canonical.ts'
import { boxPair, signPair, type SignPk, type SignSk } from './keys.ts'

/** The recovery kit (復旧用紙): 256 random bits from which the office's root and the kit's own box key follow. */
export const KIT_SEED_BYTES = 32
const CHECK_BYTES = 3

export interface KitKeys {
  readonly root: { pk: SignPk; sk: SignSk }
  readonly box: { pk: Uint8Array; sk: Uint8Array }
}

/** A fresh seed. */
export const newKitSeed = (random: RandomSource = systemRandom): Uint8Array => random(KIT_SEED_BYTES)

const part = (seed: Uint8Array, officeId: OfficeId, label: 'kit-root' | 'kit-box'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', seed, idBytes(officeId), canonical(label), 32))

/** Root Ed25519 and kit X25519 keys of a seed, bound to the office. */
export const kitKeys = (seed: Uint8Array, officeId: OfficeId): KitKeys => ({
  root: signPair(part(seed, officeId, 'kit-root')),
  box: boxPair(part(seed, officeId, 'kit-box')),
})

/** Crockford's base 32: no I, L, O or U, so a printed code survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** White space and what Japanese keyboards give for a hyphen; NFKC leaves several of them alone. */
const SEPARATORS = /[\s\-\u2010-\u2015\u2212\u30fc]/g

const checksum = (seed: Uint8Array, officeId: OfficeId): Uint8Array =>
  sha256(canonical('kit-checksum', idBytes(officeId), seed)).slice(0, CHECK_BYTES)

/**
 * The printed code: seed and 24-bit checksum as 56 characters in 14 groups of four. Bound to the office. Throws RangeError
 * for a seed of another length, whose code could never be read back.
 */
export function encodeKit(seed: Uint8Array, officeId: OfficeId): string {
  if (seed.length !== KIT_SEED_BYTES) throw new RangeError('kit seed')
  const bytes = concat(seed, checksum(seed, officeId))
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value & 0xfff) << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET.charAt((value >>> bits) & 31)
    }
  }
  return text.match(/.{1,4}/g)?.join('-') ?? ''
}

/** The seed of a printed code; null when it is mistyped or belongs to another office. */
export function decodeKit(text: string, officeId: OfficeId): Uint8Array | null {
  const clean = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(SEPARATORS, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const total = KIT_SEED_BYTES + CHECK_BYTES
  if (clean.length !== Math.ceil((total * 8) / 5)) return null
  const bytes = new Uint8Array(total)
  let bits = 0
  let value = 0
  let at = 0
  for (const character of clean) {
    const index = ALPHABET.indexOf(character)
    if (index < 0) return null
    value = ((value & 0xfff) << 5) | index
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (value >>> bits) & 0xff
    }
  }
  const seed = bytes.slice(0, KIT_SEED_BYTES)
  return sameBytes(bytes.slice(KIT_SEED_BYTES), checksum(seed, officeId)) ? seed : null
}
