import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toHex } from '../../src/crypto/bytes.ts'
import {
  certificateBytes,
  certificateFits,
  certificateHash,
  issueCertificate,
  issueNumberKey,
  numberKeyFits,
} from '../../src/crypto/certificate.ts'
import { signPair } from '../../src/crypto/keys.ts'
import { CompanyId, IsoInstant, OfficeId, UserId } from '../../src/shared/ids.ts'
import type { Certificate } from '../../src/shared/jobs.ts'
import { Role } from '../../src/shared/model.ts'
import { encode, hash, id, signatureIsGood, text, u32 } from './reference.ts'
import { Hex, readVectors } from './shape.ts'

const UserCertificate = z.strictObject({
  officeId: OfficeId,
  userId: UserId,
  name: z.string(),
  roles: z.array(Role),
  sessionPk: Hex,
  signPk: Hex,
  verifyPk: Hex,
  issuer: z.union([UserId, z.literal('root')]),
  issuedAt: IsoInstant,
  serial: z.number(),
  signature: Hex,
})
const NumberKey = z.strictObject({
  officeId: OfficeId,
  companyId: CompanyId,
  generation: z.number(),
  nPub: Hex,
  issuer: UserId,
  signature: Hex,
})
const common = { name: z.string(), expect: z.enum(['ok', 'false']), issuerSeed: Hex }
const Vector = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('user'),
    certificate: UserCertificate,
    bytes: z.string().optional(),
    hash: z.string().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('number-key'), certificate: NumberKey }),
])
const vectors = readVectors('certificates', Vector)
const users = vectors.filter((vector) => vector.kind === 'user')
const numberKeys = vectors.filter((vector) => vector.kind === 'number-key')
const good = users.filter((vector) => vector.expect === 'ok')

/** The document's table, read a second time. Only for vectors whose values have bytes. */
const reference = (c: Certificate): Buffer =>
  encode('certificate', [
    id(c.officeId),
    id(c.userId),
    text(c.name),
    text(c.roles.join(',')),
    c.sessionPk,
    c.signPk,
    c.verifyPk,
    c.issuer === 'root' ? Buffer.alloc(0) : id(c.issuer),
    text(c.issuedAt),
    u32(c.serial),
  ])

describe('user certificate vectors', () => {
  it.each(users)('$name: the code answers $expect', ({ expect: answer, certificate, issuerSeed }) => {
    expect(certificateFits(certificate, signPair(issuerSeed).pk)).toBe(answer === 'ok')
  })

  it.each(good)('$name: the code writes the bytes that were signed', ({ certificate, bytes }) => {
    expect(toHex(certificateBytes(certificate))).toBe(bytes)
  })

  it.each(good)('$name: the second reading writes them too', ({ certificate, bytes }) => {
    expect(toHex(reference(certificate))).toBe(bytes)
  })

  it.each(good)('$name: OpenSSL finds the signature good', ({ certificate, issuerSeed, bytes }) => {
    const message = Buffer.from(bytes ?? '', 'hex')
    expect(signatureIsGood(certificate.signature, message, signPair(issuerSeed).pk)).toBe(true)
  })

  it.each(good)('$name: issued again it is the same', ({ certificate, issuerSeed }) => {
    const { signature: _signature, ...body } = certificate
    expect(issueCertificate(body, signPair(issuerSeed).sk)).toEqual(certificate)
  })

  it.each(good)('$name: both compute the hash', ({ certificate, hash: expected, bytes }) => {
    const message = encode('certificate-hash', [Buffer.from(bytes ?? '', 'hex'), certificate.signature])
    expect([toHex(certificateHash(certificate)), hash(message)]).toEqual([expected, expected])
  })
})

describe('number key certificate vectors', () => {
  it.each(numberKeys)('$name: the code answers $expect', ({ expect: answer, certificate, issuerSeed }) => {
    expect(numberKeyFits(certificate, signPair(issuerSeed).pk)).toBe(answer === 'ok')
  })

  const goodKeys = numberKeys.filter((vector) => vector.expect === 'ok')

  it.each(goodKeys)('$name: OpenSSL finds the signature good', ({ certificate: c, issuerSeed }) => {
    const parts = [id(c.officeId), id(c.companyId), u32(c.generation), c.nPub, id(c.issuer)]
    expect(signatureIsGood(c.signature, encode('number-key', parts), signPair(issuerSeed).pk)).toBe(true)
  })

  it.each(goodKeys)('$name: issued again it is the same', ({ certificate, issuerSeed }) => {
    const { signature: _signature, ...body } = certificate
    expect(issueNumberKey(body, signPair(issuerSeed).sk)).toEqual(certificate)
  })
})
