import type { CompanyId, OfficeId, UserId } from '../shared/ids.ts'
import type { Certificate } from '../shared/jobs.ts'
import { fromHex, u32be } from './bytes.ts'
import { canonical, sha256 } from './canonical.ts'
import { sign, signatureFits, type SignSk } from './keys.ts'

const ROOT = new Uint8Array(16)

const issuerBytes = (issuer: UserId | 'root'): Uint8Array => (issuer === 'root' ? ROOT : fromHex(issuer))

/** The bytes that a user certificate's signature covers: everything but the signature. */
export const certificateBytes = (c: Omit<Certificate, 'signature'>): Uint8Array =>
  canonical(
    'certificate',
    fromHex(c.officeId),
    fromHex(c.userId),
    c.name,
    c.roles.join(','),
    c.sessionPk,
    c.signPk,
    c.verifyPk,
    issuerBytes(c.issuer),
    c.issuedAt,
    u32be(c.serial),
  )

/** Signs a certificate with the issuer's key (the root's for the first 責任者). */
export const issueCertificate = (c: Omit<Certificate, 'signature'>, sk: SignSk): Certificate => ({
  ...c,
  signature: sign(certificateBytes(c), sk),
})

/** Whether the signature is by the holder of `issuerPk`. Whether that holder may issue is the roster's business. */
export const certificateFits = (c: Certificate, issuerPk: Uint8Array): boolean =>
  signatureFits(c.signature, certificateBytes(c), issuerPk)

/** 32 bytes that name exactly this certificate, signature included; slots are bound to it. */
export const certificateHash = (c: Certificate): Uint8Array =>
  sha256(canonical('certificate-hash', certificateBytes(c), c.signature))

/** A company's number key as certified by a 責任者: without this signature nothing is ever sealed to it. */
export interface NumberKeyCertificate {
  readonly officeId: OfficeId
  readonly companyId: CompanyId
  readonly generation: number
  readonly nPub: Uint8Array
  readonly issuer: UserId
  readonly signature: Uint8Array
}

const numberKeyBytes = (c: Omit<NumberKeyCertificate, 'signature'>): Uint8Array =>
  canonical(
    'number-key',
    fromHex(c.officeId),
    fromHex(c.companyId),
    u32be(c.generation),
    c.nPub,
    fromHex(c.issuer),
  )

/** Certifies a company's number key. */
export const issueNumberKey = (
  c: Omit<NumberKeyCertificate, 'signature'>,
  sk: SignSk,
): NumberKeyCertificate => ({
  ...c,
  signature: sign(numberKeyBytes(c), sk),
})

/** Whether the number key was certified by the holder of `issuerPk`. */
export const numberKeyFits = (c: NumberKeyCertificate, issuerPk: Uint8Array): boolean =>
  signatureFits(c.signature, numberKeyBytes(c), issuerPk)
