import { z } from 'zod'
import { fromBase64, fromHex, toBase64, u32be } from '../../crypto/bytes.ts'
import { canonical } from '../../crypto/canonical.ts'
import { certificateFits, certificateHash } from '../../crypto/certificate.ts'
import { type SignPk, type SignSk, sign, signatureFits } from '../../crypto/keys.ts'
import { checkSlot, type SlotOwner } from '../../crypto/slot.ts'
import { VaultError } from '../../shared/errors.ts'
import { OfficeId, UserId } from '../../shared/ids.ts'
import { Certificate } from '../../shared/jobs.ts'

/** office.json: who may open the office. Certificates are signed; each user's slots may be rewritten by their owner. */

export const ROSTER_LIMITS = { bytes: 1024 * 1024, users: 64 } as const

const b64 = (length?: number) =>
  z
    .string()
    .max(4096)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .transform(fromBase64)
    .refine((bytes) => length === undefined || bytes.length === length)

const SlotJson = z.strictObject({
  kdf: z.strictObject({
    alg: z.literal('argon2id13'),
    memKiB: z.number(),
    passes: z.number(),
    lanes: z.number(),
    salt: b64(),
  }),
  nonce: b64(24),
  box: b64(),
  digest: b64(32),
})

const CertificateJson = z.strictObject({
  ...Certificate.shape,
  sessionPk: b64(32),
  signPk: b64(32),
  verifyPk: b64(32),
  signature: b64(64),
})

const UserJson = z.strictObject({
  certificate: CertificateJson,
  disabled: z.boolean(),
  slot: SlotJson,
  verificationSlot: SlotJson,
  officeKey: b64(80),
})

const RosterJson = z.strictObject({
  format: z.literal('mamorigura-office'),
  version: z.literal(1),
  critical: z.array(z.string()).max(0),
  features: z.array(z.string()),
  officeId: OfficeId,
  name: z.string().min(1).max(200),
  training: z.boolean(),
  incarnation: z.string().regex(/^[0-9a-f]{32}$/),
  revision: z.number().int().min(1).max(0xffffffff),
  rootPk: b64(32),
  kitPk: b64(32),
  /** K_office sealed to the kit's box key: with it the kit alone can open the office (復旧). */
  kitOfficeKey: b64(80),
  users: z.array(UserJson).min(1).max(ROSTER_LIMITS.users),
  signedBy: UserId,
  signature: b64(64),
})

export type Roster = z.output<typeof RosterJson>
export type RosterUser = Roster['users'][number]

const rosterBytes = (r: Omit<Roster, 'signature'>): Uint8Array =>
  canonical(
    'roster',
    fromHex(r.officeId),
    r.name,
    u32be(r.training ? 1 : 0),
    fromHex(r.incarnation),
    u32be(r.revision),
    r.rootPk,
    r.kitPk,
    r.kitOfficeKey,
    fromHex(r.signedBy),
    ...r.users.flatMap((user) => [certificateHash(user.certificate), u32be(user.disabled ? 1 : 0)]),
  )

/** Signs a roster by a responsible person. */
export const signRoster = (roster: Omit<Roster, 'signature'>, sk: SignSk): Roster => ({
  ...roster,
  signature: sign(rosterBytes(roster), sk),
})

/** JSON.stringify's replacer: bytes become base64. */
export const bytesToText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? toBase64(value) : value

/** The roster as its file holds it. */
export const rosterText = (roster: Roster): string => `${JSON.stringify(roster, bytesToText, 1)}\n`

/** Reads a roster's text. Throws NOT_AN_OFFICE, OFFICE_TOO_NEW or OFFICE_DAMAGED; checks shapes and caps, no signatures. */
export function parseRoster(text: string): Roster {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    // A cut or overwritten roster still starts with its format's name; anything else never was one.
    throw new VaultError(text.includes('"mamorigura-office"') ? 'OFFICE_DAMAGED' : 'NOT_AN_OFFICE', {
      part: 'office.json',
    })
  }
  const head = z.looseObject({
    format: z.literal('mamorigura-office'),
    version: z.number(),
    critical: z.array(z.string()),
  })
  const known = head.safeParse(raw)
  if (!known.success) {
    const named = z.looseObject({ format: z.literal('mamorigura-office') }).safeParse(raw).success
    throw new VaultError(named ? 'OFFICE_DAMAGED' : 'NOT_AN_OFFICE', { part: 'office.json' })
  }
  if (known.data.version > 1 || known.data.critical.length > 0) {
    throw new VaultError('OFFICE_TOO_NEW', { version: known.data.version })
  }
  const parsed = RosterJson.safeParse(raw)
  if (!parsed.success) throw new VaultError('OFFICE_DAMAGED', { part: 'office.json' })
  return parsed.data
}

const tampered = (part: string): VaultError => new VaultError('OFFICE_TAMPERED', { part })

/**
 * Checks everything that can be checked without a secret: KDF caps and digests of all slots, each certificate by the root
 * or by a responsible person of this roster, one entry a user, and the roster's own signature by a responsible person.
 * Throws KDF_LIMITS, OFFICE_DAMAGED or OFFICE_TAMPERED.
 */
export function checkRoster(roster: Roster): void {
  const ids = new Set<string>()
  for (const user of roster.users) {
    const { certificate } = user
    if (certificate.officeId !== roster.officeId || ids.has(certificate.userId)) throw tampered('certificate')
    ids.add(certificate.userId)
    const issuer = certificate.issuer === 'root' ? roster.rootPk : certifierPk(roster, certificate.issuer)
    if (!issuer || !certificateFits(certificate, issuer)) throw tampered('certificate')
  }
  const signer = certifierPk(roster, roster.signedBy)
  if (!signer || !signatureFits(roster.signature, rosterBytes(roster), signer)) throw tampered('roster')
  // After the signatures: a changed certificate also breaks its slots' digests, and must be told as tampering.
  for (const user of roster.users) {
    checkSlot('slot', ownerOf(roster, user), user.slot)
    checkSlot('verification-slot', ownerOf(roster, user), user.verificationSlot)
  }
}

/** The signing key of a responsible person whose chain of certificates ends at the root; null for anybody else. */
function managerChain(roster: Roster, user: UserId, seen: Set<string>): SignPk | null {
  if (seen.has(user)) return null
  seen.add(user)
  const found = roster.users.find((entry) => entry.certificate.userId === user)?.certificate
  if (!found?.roles.includes('manager')) return null
  const issuer = found.issuer === 'root' ? roster.rootPk : managerChain(roster, found.issuer, seen)
  return issuer && certificateFits(found, issuer) ? (found.signPk as SignPk) : null
}

/** The certified responsible person's key, for checking what only they may certify (number keys). */
export const certifierPk = (roster: Roster, user: UserId): SignPk | null =>
  managerChain(roster, user, new Set())

/** The signing key of any user of the roster; null when unknown. */
export const signerPk = (roster: Roster, user: UserId): SignPk | null =>
  (roster.users.find((entry) => entry.certificate.userId === user)?.certificate.signPk as
    | SignPk
    | undefined) ?? null

/** What binds a user's slots. */
export const ownerOf = (roster: Roster, user: RosterUser): SlotOwner => ({
  officeId: roster.officeId,
  userId: user.certificate.userId,
  certificateHash: certificateHash(user.certificate),
})
