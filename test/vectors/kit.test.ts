import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toHex } from '../../src/crypto/bytes.ts'
import { boxPair, signPair } from '../../src/crypto/keys.ts'
import { decodeKit, encodeKit, kitKeys } from '../../src/crypto/kit.ts'
import { OfficeId } from '../../src/shared/ids.ts'
import { encode, hash, hkdf, id } from './reference.ts'
import { Hex, readVectors } from './shape.ts'

const Kit = z.strictObject({
  name: z.string(),
  kind: z.literal('kit'),
  expect: z.literal('ok'),
  officeId: OfficeId,
  seed: Hex,
  code: z.string(),
  rootPk: z.string(),
  boxPk: z.string(),
})
const Typed = z.strictObject({
  name: z.string(),
  kind: z.literal('typed'),
  expect: z.enum(['ok', 'null']),
  officeId: OfficeId,
  seed: Hex,
  typed: z.string(),
})
const vectors = readVectors('kit', z.discriminatedUnion('kind', [Kit, Typed]))
const kits = vectors.filter((vector) => vector.kind === 'kit')
const typed = vectors.filter((vector) => vector.kind === 'typed')

/** Base 32 as one large number: another way than the code's. */
function base32(bytes: Uint8Array): string {
  let value = BigInt(`0x${toHex(bytes)}`)
  let out = ''
  for (let at = 0; at < 56; at++) {
    out = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(Number(value % 32n)) + out
    value /= 32n
  }
  return out.replaceAll(/(.{4})(?!$)/g, '$1-')
}

describe('kit vectors', () => {
  it.each(kits)('$name: the code prints it', ({ seed, officeId, code }) => {
    expect(encodeKit(seed, officeId)).toBe(code)
  })

  it.each(kits)('$name: the second reading prints it', ({ seed, officeId, code }) => {
    const checksum = hash(encode('kit-checksum', [id(officeId), seed])).slice(0, 6)
    expect(base32(Buffer.concat([seed, Buffer.from(checksum, 'hex')]))).toBe(code)
  })

  it.each(kits)('$name: the printed code gives the seed back', ({ seed, officeId, code }) => {
    expect(decodeKit(code, officeId)).toEqual(seed)
  })

  it.each(kits)('$name: the code derives its keys', ({ seed, officeId, rootPk, boxPk }) => {
    const { root, box } = kitKeys(seed, officeId)
    expect([toHex(root.pk), toHex(box.pk)]).toEqual([rootPk, boxPk])
  })

  it.each(kits)('$name: the second reading derives their seeds', ({ seed, officeId, rootPk, boxPk }) => {
    const root = signPair(hkdf(seed, id(officeId), encode('kit-root', [])))
    const box = boxPair(hkdf(seed, id(officeId), encode('kit-box', [])))
    expect([toHex(root.pk), toHex(box.pk)]).toEqual([rootPk, boxPk])
  })

  it.each(typed)(
    'typed $name: the code answers $expect',
    ({ typed: text, officeId, seed, expect: answer }) => {
      const decoded = decodeKit(text, officeId)
      expect(decoded && toHex(decoded)).toBe(answer === 'ok' ? toHex(seed) : null)
    },
  )
})
