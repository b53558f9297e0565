import { createHash } from 'node:crypto'
import { concat } from '../../src/crypto/bytes.ts'
import type { RandomSource } from '../../src/crypto/canonical.ts'
import { boxPair, type NumberPk, type NumberSk, signPair } from '../../src/crypto/keys.ts'
import { sodium } from '../../src/crypto/sodium.ts'
import { BatchId, CompanyId, OfficeId, PersonId, UserId } from '../../src/shared/ids.ts'

/** Repeatable bytes in place of random ones: blocks of SHA-256 over `name/0`, `name/1`, …; every call starts a new block. */
export function fixedRandom(name: string): RandomSource {
  let block = 0
  return (bytes) => {
    const out = new Uint8Array(bytes)
    for (let at = 0; at < bytes; at += 32) {
      const digest = createHash('sha256').update(`${name}/${block++}`).digest()
      out.set(digest.subarray(0, Math.min(32, bytes - at)), at)
    }
    return out
  }
}

/** The first `length` repeatable bytes of a name. */
export const fixedBytes = (name: string, length = 32): Uint8Array => fixedRandom(name)(length)

const hexId = (name: string): string => Buffer.from(fixedBytes(name, 16)).toString('hex')
export const officeId = (name: string): OfficeId => OfficeId.parse(hexId(`office ${name}`))
export const userId = (name: string): UserId => UserId.parse(hexId(`user ${name}`))
export const companyId = (name: string): CompanyId => CompanyId.parse(hexId(`company ${name}`))
export const personId = (name: string): PersonId => PersonId.parse(hexId(`person ${name}`))
export const batchId = (name: string): BatchId => BatchId.parse(hexId(`batch ${name}`))

export const fixedSignPair = (name: string): ReturnType<typeof signPair> =>
  signPair(fixedBytes(`sign ${name}`))
export const fixedNumberPair = (name: string): { pk: NumberPk; sk: NumberSk } =>
  boxPair<NumberPk, NumberSk>(fixedBytes(`number ${name}`))

/** A sealed box whose ephemeral key is fixed: what `sealTo` makes with a random one. */
export function fixedSealed(name: string, message: Uint8Array, pk: Uint8Array): Uint8Array {
  const ephemeral = boxPair(fixedBytes(`ephemeral ${name}`))
  const nonce = sodium.crypto_generichash(24, concat(ephemeral.pk, pk), null)
  return concat(ephemeral.pk, sodium.crypto_box_easy(message, nonce, pk, ephemeral.sk))
}

/** The same bytes with their first bit turned. */
export function spoiled(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice()
  out[0] = (out[0] ?? 0) ^ 0x80
  return out
}
