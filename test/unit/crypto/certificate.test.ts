import { describe, expect, it } from 'vitest'
import { toHex } from '../../../src/crypto/bytes.ts'
import {
  certificateFits,
  certificateHash,
  issueCertificate,
  issueNumberKey,
  numberKeyFits,
  type NumberKeyCertificate,
} from '../../../src/crypto/certificate.ts'
import { IsoInstant, UserId } from '../../../src/shared/ids.ts'
import type { Certificate } from '../../../src/shared/jobs.ts'
import { companyId, fixedBytes, fixedSignPair, officeId, userId } from '../../vectors/fixed.ts'
import { NOT_U32, turnBit } from './helpers.ts'

const root = fixedSignPair('root')
const manager = fixedSignPair('manager')
const ZEROS = UserId.parse('0'.repeat(32))

const certificate = issueCertificate(
  {
    officeId: officeId('one'),
    userId: userId('sato'),
    name: '佐藤 花子',
    roles: ['manager', 'handler'],
    sessionPk: fixedBytes('session pk'),
    signPk: manager.pk,
    verifyPk: fixedBytes('verify pk'),
    issuer: 'root',
    issuedAt: IsoInstant.parse('2025-11-04T00:30:00.000Z'),
    serial: 1,
  },
  root.sk,
)

const CHANGES: readonly (readonly [string, Partial<Certificate>])[] = [
  ['office', { officeId: officeId('two') }],
  ['user', { userId: userId('abe') }],
  ['name', { name: '佐藤花子' }],
  ['roles', { roles: ['manager'] }],
  ['order of roles', { roles: ['handler', 'manager'] }],
  ['absence of roles', { roles: [] }],
  ['session key', { sessionPk: turnBit(certificate.sessionPk, 1) }],
  ['signing key', { signPk: turnBit(certificate.signPk, 1) }],
  ['verification key', { verifyPk: turnBit(certificate.verifyPk, 1) }],
  ['two keys swapped', { sessionPk: certificate.verifyPk, verifyPk: certificate.sessionPk }],
  ['issuer', { issuer: userId('abe') }],
  ['issuer into the user of zeros', { issuer: ZEROS }],
  ['instant', { issuedAt: IsoInstant.parse('2025-11-04T00:30:00.001Z') }],
  ['serial', { serial: 2 }],
  ['signature', { signature: turnBit(certificate.signature, 100) }],
  ['length of the signature', { signature: certificate.signature.slice(1) }],
]

describe('a user certificate', () => {
  it('fits its issuer', () => {
    expect(certificateFits(certificate, root.pk)).toBe(true)
  })

  it('fits nobody else, its own holder included', () => {
    expect(certificateFits(certificate, manager.pk)).toBe(false)
  })

  it.each(CHANGES)('does not fit after a change of %s', (_name, change) => {
    expect(certificateFits({ ...certificate, ...change }, root.pk)).toBe(false)
  })

  it.each(NOT_U32)('does not fit, and does not throw, with the serial %d', (serial) => {
    expect(certificateFits({ ...certificate, serial }, root.pk)).toBe(false)
  })

  it('does not fit, and does not throw, with a name that has no bytes', () => {
    expect(certificateFits({ ...certificate, name: '\ud842' }, root.pk)).toBe(false)
  })

  it('issued by the user of zeros is none of the root', () => {
    const { signature: _signature, ...body } = certificate
    const forged = issueCertificate({ ...body, issuer: ZEROS }, root.sk)
    expect(certificateFits({ ...forged, issuer: 'root' }, root.pk)).toBe(false)
  })
})

describe('the hash of a certificate', () => {
  it('has 32 bytes', () => {
    expect(certificateHash(certificate)).toHaveLength(32)
  })

  it.each(CHANGES)('changes with the %s', (_name, change) => {
    const changed = certificateHash({ ...certificate, ...change })
    expect(toHex(changed)).not.toBe(toHex(certificateHash(certificate)))
  })
})

describe('a number key certificate', () => {
  const numberKey = issueNumberKey(
    {
      officeId: officeId('one'),
      companyId: companyId('one'),
      generation: 1,
      nPub: fixedBytes('number pk'),
      issuer: userId('sato'),
    },
    manager.sk,
  )
  const changes: readonly (readonly [string, Partial<NumberKeyCertificate>])[] = [
    ['office', { officeId: officeId('two') }],
    ['company', { companyId: companyId('two') }],
    ['generation', { generation: 2 }],
    ['key', { nPub: turnBit(numberKey.nPub, 8) }],
    ['issuer', { issuer: userId('abe') }],
    ['signature', { signature: turnBit(numberKey.signature, 8) }],
  ]

  it('fits its issuer', () => {
    expect(numberKeyFits(numberKey, manager.pk)).toBe(true)
  })

  it('fits nobody else', () => {
    expect(numberKeyFits(numberKey, root.pk)).toBe(false)
  })

  it.each(changes)('does not fit after a change of %s', (_name, change) => {
    expect(numberKeyFits({ ...numberKey, ...change }, manager.pk)).toBe(false)
  })

  it.each(NOT_U32)('does not fit, and does not throw, with the generation %d', (generation) => {
    expect(numberKeyFits({ ...numberKey, generation }, manager.pk)).toBe(false)
  })
})
