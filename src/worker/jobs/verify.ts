import { canonical, sha256 } from '../../crypto/canonical.ts'
import { concat, sameBytes, wipe } from '../../crypto/bytes.ts'
import { asKey, type NumberSk, openSealed, sealTo, type SessionSk } from '../../crypto/keys.ts'
import { openBatchKey, openNumber, resealForList } from '../../crypto/number-box.ts'
import { checkSlot, openVerificationSlot } from '../../crypto/slot.ts'
import { VaultError } from '../../shared/errors.ts'
import type { JobParams, JobResult, SealedBatch, SealedRecord } from '../../shared/jobs.ts'
import type { Operator } from '../../shared/secure-screen.ts'
import type { EngineCalls } from '../engine-calls.ts'
import { askUntil } from '../retry.ts'
import { normaliseSecret } from '../secrets.ts'
import { readTyped } from './enter.ts'

/** The number keys of one company while this worker lives; made by `openKeys`, used by the jobs after it. */
export interface Opened {
  readonly officeId: JobParams<'verify.open'>['officeId']
  readonly companyId: JobParams<'verify.open'>['companyId']
  readonly keys: ReadonlyMap<number, NumberSk>
  /** What stood on the screen when the secret was typed: the act, and how many people. */
  readonly act: JobParams<'verify.open'>['screen']['act']
  readonly size: number
}

/** Operator verification: second secret → verification key → number keys, proven by the opened challenges. */
export async function openKeys(
  params: JobParams<'verify.open'>,
  operator: Operator,
  engine: EngineCalls,
): Promise<{ opened: Opened; answer: JobResult<'verify.open'> }> {
  const owner = { officeId: params.officeId, userId: params.userId, certificateHash: params.certificateHash }
  checkSlot('verification-slot', owner, params.verifySlot)
  const verifySk = await askUntil(operator, async (error) => {
    const typed = await operator.ask('screen.verify', { ...params.screen, error })
    const secret = normaliseSecret(typed.secret)
    await engine.attempt()
    await operator.ask('screen.wait', { what: 'deriving' })
    const key = openVerificationSlot(owner, secret, asKey<SessionSk>(params.sessionSk), params.verifySlot)
    wipe(secret)
    if (!key) throw new VaultError('WRONG_SECRET')
    return key
  })
  const keys = new Map<number, NumberSk>()
  const answers = params.keys.map(({ generation, sealed, challenge }) => {
    const sk = openSealed(sealed, verifySk)
    const opened = sk && openSealed(challenge, sk)
    if (!sk || !opened) throw new VaultError('RECORD_TAMPERED', { part: 'number key' })
    keys.set(generation, asKey<NumberSk>(sk))
    // A digest under a label of its own: opened bytes themselves would make this worker open any sealed box for the asker.
    return sha256(canonical('challenge', opened))
  })
  wipe(verifySk)
  return {
    opened: {
      officeId: params.officeId,
      companyId: params.companyId,
      keys,
      act: params.screen.act,
      size: params.screen.people.length,
    },
    answer: { answers },
  }
}

/**
 * The operator agreed to one act for so many people. Whoever asks for another act or for more is refused, whatever it says:
 * a confirmed purge opens no number at all. Throws NOT_GRANTED.
 */
function requireAgreed(opened: Opened, act: Opened['act'], count: number): void {
  if (opened.act !== act || count > opened.size) throw new VaultError('NOT_GRANTED')
}

/** The digits of one record; the batch key is opened with the number key of its generation. */
function openRecord(opened: Opened, batches: readonly SealedBatch[], record: SealedRecord): Uint8Array {
  const batch = batches.find((entry) => entry.batch === record.batch)
  const nPriv = batch && opened.keys.get(batch.generation)
  if (!batch || !nPriv) throw new VaultError('RECORD_TAMPERED', { part: 'batch' })
  const key = openBatchKey(batch.sealedKey, nPriv)
  const place = {
    officeId: opened.officeId,
    companyId: opened.companyId,
    person: record.person,
    version: record.version,
    batch: record.batch,
    generation: batch.generation,
  }
  const digits = openNumber(key, place, record.index, record.box)
  wipe(key)
  return digits
}

/** Re-seals each record under a key of its own; the keys go, sealed, to the list worker only. */
export function resealRecords(
  params: JobParams<'verify.reseal'>,
  opened: Opened,
): JobResult<'verify.reseal'> {
  requireAgreed(opened, 'reveal', params.records.length)
  const sealed = params.records.map((record, index) => {
    const digits = openRecord(opened, params.batches, record)
    const result = resealForList(digits, index)
    wipe(digits)
    return result
  })
  const keys = concat(...sealed.map(({ key }) => key))
  const sealedKeys = sealTo(keys, params.listPk)
  wipe(keys, ...sealed.map(({ key }) => key))
  return { sealedKeys, boxes: sealed.map(({ box }) => box) }
}

/** Compares a number that the operator gives with a record; neither leaves this process. */
export async function matchRecord(
  params: JobParams<'verify.match'>,
  opened: Opened,
  operator: Operator,
): Promise<JobResult<'verify.match'>> {
  requireAgreed(opened, 'match', 1)
  const candidate = await askUntil(operator, async (error) => {
    const typed = await operator.ask('screen.match', { company: params.company, person: params.who, error })
    return readTyped(typed.number)
  })
  const digits = openRecord(opened, params.batches, params.record)
  const match = sameBytes(candidate, digits)
  wipe(candidate, digits)
  return { match }
}
