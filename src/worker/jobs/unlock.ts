import { wipe } from '../../crypto/bytes.ts'
import { checkSlot, openSessionSlot } from '../../crypto/slot.ts'
import { VaultError } from '../../shared/errors.ts'
import type { JobParams, JobResult } from '../../shared/jobs.ts'
import type { Operator } from '../../shared/secure-screen.ts'
import type { EngineCalls } from '../engine-calls.ts'
import { askUntil } from '../retry.ts'
import { normaliseSecret } from '../secrets.ts'

/** Opens a user's session slot with the passphrase. Every attempt is counted by the engine before it is stretched. */
export async function unlock(
  params: JobParams<'unlock'>,
  operator: Operator,
  engine: EngineCalls,
): Promise<JobResult<'unlock'>> {
  const owner = { officeId: params.officeId, userId: params.userId, certificateHash: params.certificateHash }
  checkSlot('slot', owner, params.slot)
  let failed = params.failedAttempts
  return askUntil(operator, async (error) => {
    const { officeName: office, userName: user } = params
    const typed = await operator.ask('screen.unlock', { office, user, failedAttempts: failed, error })
    const passphrase = normaliseSecret(typed.passphrase)
    await engine.attempt()
    failed += 1
    await operator.ask('screen.wait', { what: 'deriving' })
    const keys = openSessionSlot(owner, passphrase, params.slot)
    wipe(passphrase)
    if (!keys) throw new VaultError('WRONG_PASSPHRASE')
    return keys
  })
}
