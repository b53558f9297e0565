import { sameBytes, wipe } from '../../crypto/bytes.ts'
import { newBatchKey, sealNumber } from '../../crypto/number-box.ts'
import { VaultError } from '../../shared/errors.ts'
import type { JobParams, JobResult } from '../../shared/jobs.ts'
import { checkNumber } from '../../shared/my-number.ts'
import type { Operator } from '../../shared/secure-screen.ts'
import { askUntil } from '../retry.ts'

/** Typed bytes → 12 ASCII digits. Throws NUMBER_INVALID with the reason. */
export function readTyped(typed: Uint8Array): Uint8Array {
  const checked = checkNumber(new TextDecoder().decode(typed))
  wipe(typed)
  if (!checked.ok) throw new VaultError('NUMBER_INVALID', { reason: checked.reason })
  return checked.digits
}

/** Asks for a number twice and seals it as a batch of one. */
export async function enterNumber(
  params: JobParams<'number.enter'>,
  operator: Operator,
): Promise<JobResult<'number.enter'>> {
  const digits = await askUntil(operator, async (error) => {
    const typed = await operator.ask('screen.enter', { company: params.company, person: params.who, error })
    const first = readTyped(typed.number)
    const second = readTyped(typed.again)
    if (!sameBytes(first, second)) throw new VaultError('NUMBER_MISMATCH')
    wipe(second)
    return first
  })
  const { key, sealedKey } = newBatchKey(params.target.nPub)
  const box = sealNumber(key, { ...params.target, person: params.person, version: params.version }, 0, digits)
  wipe(key, digits)
  return { sealedKey, box }
}
