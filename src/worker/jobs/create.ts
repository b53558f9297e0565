import { rmSync } from 'node:fs'
import { systemRandom } from '../../crypto/canonical.ts'
import { certificateHash, issueCertificate } from '../../crypto/certificate.ts'
import { calibrate } from '../../crypto/kdf.ts'
import {
  boxPair,
  sealTo,
  signPair,
  type SessionPk,
  type SessionSk,
  type VerifyPk,
  type VerifySk,
} from '../../crypto/keys.ts'
import { kitKeys, newKitSeed } from '../../crypto/kit.ts'
import { sealSessionSlot, sealVerificationSlot } from '../../crypto/slot.ts'
import { wipe } from '../../crypto/bytes.ts'
import type { JobParams, JobResult } from '../../shared/jobs.ts'
import type { Operator } from '../../shared/secure-screen.ts'
import { writeKit } from '../kit-sheet.ts'
import { askUntil } from '../retry.ts'
import { checkNewSecrets, normaliseSecret } from '../secrets.ts'

/**
 * Makes an office's first user: root from the kit, session, signing and verification keys, both slots, the office key. The
 * kit is on disk and durable before the keys leave; if anything after it fails, the kit is removed again.
 */
export async function createOfficeKeys(
  params: JobParams<'office.create'>,
  operator: Operator,
): Promise<JobResult<'office.create'>> {
  const secrets = await askUntil(operator, async (error) => {
    const typed = await operator.ask('screen.create', {
      office: params.officeName,
      user: params.userName,
      error,
    })
    const passphrase = normaliseSecret(typed.passphrase)
    const secret = normaliseSecret(typed.secret)
    checkNewSecrets(passphrase, secret)
    return { passphrase, secret }
  })
  await operator.ask('screen.wait', { what: 'deriving' })
  const cost = params.cost ?? calibrate()

  const seed = newKitSeed()
  const kit = kitKeys(seed, params.officeId)
  writeKit(params.kitPath, seed, {
    officeId: params.officeId,
    officeName: params.officeName,
    userName: params.userName,
    issuedOn: params.issuedAt.slice(0, 10),
  })
  try {
    const session = boxPair<SessionPk, SessionSk>()
    const verification = boxPair<VerifyPk, VerifySk>()
    const signing = signPair()
    const certificate = issueCertificate(
      {
        officeId: params.officeId,
        userId: params.userId,
        name: params.userName,
        roles: ['manager', 'handler'],
        sessionPk: session.pk,
        signPk: signing.pk,
        verifyPk: verification.pk,
        issuer: 'root',
        issuedAt: params.issuedAt,
        serial: 1,
      },
      kit.root.sk,
    )
    const owner = {
      officeId: params.officeId,
      userId: params.userId,
      certificateHash: certificateHash(certificate),
    }
    const keys = { sessionSk: session.sk, signSk: signing.sk, rootPk: kit.root.pk }
    const slot = sealSessionSlot(owner, secrets.passphrase, keys, cost)
    const verifySlot = sealVerificationSlot(owner, secrets.secret, session.sk, verification.sk, cost)
    const officeKey = systemRandom(32)
    return {
      rootPk: kit.root.pk,
      kitPk: kit.box.pk,
      certificate,
      slot,
      verifySlot,
      session: { sessionSk: session.sk, signSk: signing.sk },
      officeKey,
      officeKeyWrap: sealTo(officeKey, session.pk),
      officeKeyKitWrap: sealTo(officeKey, kit.box.pk),
    }
  } catch (error) {
    rmSync(params.kitPath, { force: true })
    throw error
  } finally {
    wipe(seed, secrets.passphrase, secrets.secret)
  }
}
