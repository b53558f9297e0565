import type { CompanyId, OfficeId, UserId } from '../shared/ids.ts'
import type { Certificate } from '../shared/jobs.ts'
import { idBytes, u32be } from './bytes.ts'
import { canonical, encodable, sha256 } from './canonical.ts'
import { sign, signatureFits, type SignSk } from './keys.ts'

/** The root is the empty part: sixteen zero bytes would also be a user's id. */
const issuerBytes = (issuer: UserId | 'root'): Uint8Array =>
  issuer === 'root' ? new Uint8Array(0) : idBytes(issuer)

/** The bytes that a user certificate's signature covers: everything but the signature. Throws RangeError as `canonical`. */
export const certificateBytes = (c: Omit<Certificate, 'signature'>): Uint8Array =>
  canonical(
    'certificate',
    idBytes(c.officeId),
    idBytes(c.userId),
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

/**
 * Whether the signature is by the holder of `issuerPk`; false for values that no signature can cover. Whether that holder
 * may issue is the roster's business.
 */
export const certificateFits = (c: Certificate, issuerPk: Uint8Array): boolean =>
  signatureFits(
    c.signature,
    encodable(() => certificateBytes(c)),
    issuerPk,
  )

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
    idBytes(c.officeId),
    idBytes(c.companyId),
    u32be(c.generation),
    c.nPub,
    idBytes(c.issuer),
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
  signatureFits(
    c.signature,
    encodable(() => numberKeyBytes(c)),
    issuerPk,
  )
