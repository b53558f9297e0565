import { wipe } from '../../crypto/bytes.ts'
import { boxPair, openSealed } from '../../crypto/keys.ts'
import { openForList } from '../../crypto/number-box.ts'
import { VaultError } from '../../shared/errors.ts'
import type { JobParams, JobResult } from '../../shared/jobs.ts'
import type { Operator } from '../../shared/secure-screen.ts'
import type { EngineCalls } from '../engine-calls.ts'

const KEY_BYTES = 32

/** This worker's one-time pair: the verifying worker seals the list's keys to it. */
export const prepareList = (): { pk: Uint8Array; sk: Uint8Array } => boxPair()

/**
 * Shows a list: one key a number, destroyed when its number was opened. Ends when all were shown and the operator closes,
 * when the operator ends it, after `idleMs` without a key press, or at `listMs`.
 */
export async function runList(
  params: JobParams<'list.run'>,
  listSk: Uint8Array,
  operator: Operator,
  engine: EngineCalls,
): Promise<JobResult<'list.run'>> {
  const keys = openSealed(params.sealedKeys, listSk)
  wipe(listSk)
  const count = params.people.length
  if (keys?.length !== count * KEY_BYTES) throw new VaultError('RECORD_TAMPERED', { part: 'list' })
  const used = new Set<number>()
  const stop = new AbortController()
  let end: JobResult<'list.run'>['end'] = 'ended'
  const stopWith = (why: 'idle' | 'time') => (): void => {
    end = why
    stop.abort()
  }
  const whole = setTimeout(stopWith('time'), params.listMs)
  let idle = setTimeout(stopWith('idle'), params.idleMs)

  const show = async (index: number): Promise<Uint8Array> => {
    if (stop.signal.aborted || index >= count || used.has(index)) throw new VaultError('NOT_GRANTED')
    used.add(index)
    clearTimeout(idle)
    idle = setTimeout(stopWith('idle'), params.idleMs)
    const box = await engine.shown(index)
    const key = keys.subarray(index * KEY_BYTES, (index + 1) * KEY_BYTES)
    const digits = openForList(box, index, key)
    wipe(key)
    return digits
  }

  try {
    const { company, task, people, secondsEach } = params
    await operator.ask('screen.list', { company, task, people, secondsEach })
    await operator.runList(count, show, stop.signal)
  } catch (error) {
    // Closing the window is the ordinary way to end a list.
    if (!(error instanceof VaultError) || error.code !== 'CANCELLED') throw error
  } finally {
    clearTimeout(whole)
    clearTimeout(idle)
    wipe(keys)
  }
  return { end: end === 'ended' && used.size === count ? 'done' : end }
}
