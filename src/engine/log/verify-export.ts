import { z } from 'zod'
import { fromBase64, toHex } from '../../crypto/bytes.ts'
import { certificateFits } from '../../crypto/certificate.ts'
import type { SignPk } from '../../crypto/keys.ts'
import { VaultError } from '../../shared/errors.ts'
import { OfficeId, UserId } from '../../shared/ids.ts'
import { Certificate } from '../../shared/jobs.ts'
import type { LogVerdict } from '../../shared/model.ts'
import { verifyLog } from './verify.ts'

const b64 = z.string().transform(fromBase64)

const Exported = z.object({
  format: z.literal('mamorigura-log'),
  version: z.literal(1),
  office: OfficeId,
  log: z.string().regex(/^[0-9a-f]{32}$/),
  rootPk: b64,
  certificates: z.array(
    z.object({ ...Certificate.shape, sessionPk: b64, signPk: b64, verifyPk: b64, signature: b64 }),
  ),
  lines: z.array(z.string()),
  signatures: z.array(z.object({ seq: z.number().int(), head: b64, actor: UserId, signature: b64 })),
})

/**
 * Verifies an exported log with nothing but the file: no passphrase, no office. `root` is the fingerprint (hex of the root
 * key) that the reader got another way; without it the result says that the signer is not pinned. Throws FILE_STRUCTURE
 * for a file that is no export, SIGNATURE_BAD when the root differs from the fingerprint or a certificate does not hold.
 */
export function verifyExport(text: string, root: string | null): LogVerdict {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new VaultError('FILE_STRUCTURE', { part: 'export' })
  }
  const parsed = Exported.safeParse(raw)
  if (!parsed.success) throw new VaultError('FILE_STRUCTURE', { part: 'export' })
  const file = parsed.data
  if (root !== null && toHex(file.rootPk) !== root.toLowerCase())
    throw new VaultError('SIGNATURE_BAD', { part: 'root' })
  const keys = certifiedKeys(file)
  return verifyLog(
    {
      officeId: file.office,
      logId: file.log,
      lines: file.lines.map((line, index) => ({ seq: index + 1, line })),
      signatures: file.signatures,
      signerPk: (user) => keys.get(user) ?? null,
      anchor: 'not-used',
      signerPinned: root !== null,
    },
    true,
  )
}

/** Signing keys of the users whose certificates lead to the root; order in the file does not matter. */
function certifiedKeys(file: z.output<typeof Exported>): Map<UserId, SignPk> {
  const keys = new Map<UserId, SignPk>()
  const managers = new Map<UserId, Uint8Array>()
  let left = file.certificates.filter((c) => c.officeId === file.office)
  for (;;) {
    const next = left.filter((c) => {
      const issuer = c.issuer === 'root' ? file.rootPk : managers.get(c.issuer)
      if (!issuer || !certificateFits(c, issuer)) return true
      keys.set(c.userId, c.signPk as SignPk)
      if (c.roles.includes('manager')) managers.set(c.userId, c.signPk)
      return false
    })
    if (next.length === left.length) break
    left = next
  }
  if (left.length > 0) {
    throw new VaultError('SIGNATURE_BAD', { part: 'certificate' })
  }
  return keys
}
