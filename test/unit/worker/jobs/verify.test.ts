import { beforeAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../../../src/crypto/bytes.ts'
import { canonical, sha256, systemRandom } from '../../../../src/crypto/canonical.ts'
import { KDF_FLOOR } from '../../../../src/crypto/kdf.ts'
import {
  boxPair,
  type NumberPk,
  type NumberSk,
  openSealed,
  sealTo,
  type SessionPk,
  type SessionSk,
  type VerifyPk,
  type VerifySk,
} from '../../../../src/crypto/keys.ts'
import { newBatchKey, openForList, sealNumber } from '../../../../src/crypto/number-box.ts'
import { sealVerificationSlot } from '../../../../src/crypto/slot.ts'
import { newId } from '../../../../src/engine/store/ids.ts'
import type { BatchId, CompanyId, OfficeId, PersonId, UserId } from '../../../../src/shared/ids.ts'
import type { JobParams, Slot } from '../../../../src/shared/jobs.ts'
import { createPeer } from '../../../../src/shared/rpc.ts'
import type { EngineCalls } from '../../../../src/worker/engine-calls.ts'
import { serveWorker } from '../../../../src/worker/index.ts'
import { matchRecord, type Opened, openKeys, resealRecords } from '../../../../src/worker/jobs/verify.ts'
import { newScript, portPair, scriptedOperator, type Script } from '../../../support/engine.ts'
import { numberOf } from '../../../support/numbers.ts'

const ids = {
  officeId: newId<OfficeId>(systemRandom),
  companyId: newId<CompanyId>(systemRandom),
  userId: newId<UserId>(systemRandom),
}
const certificateHash = systemRandom(32)
const session = boxPair<SessionPk, SessionSk>()
const verification = boxPair<VerifyPk, VerifySk>()
const number = boxPair<NumberPk, NumberSk>()
const SECRET = '番号表示パスワード８'
const who = { code: '1', name: '佐藤' }
let slot: Slot

beforeAll(() => {
  const owner = { officeId: ids.officeId, userId: ids.userId, certificateHash }
  slot = sealVerificationSlot(owner, utf8(SECRET.normalize('NFKC')), session.sk, verification.sk, KDF_FLOOR)
})

function params(change: Partial<JobParams<'verify.open'>> = {}): {
  params: JobParams<'verify.open'>
  proof: Uint8Array
} {
  const asked = systemRandom(32)
  const key = {
    generation: 1,
    nPub: number.pk,
    sealed: sealTo(number.sk, verification.pk),
    challenge: sealTo(asked, number.pk),
  }
  return {
    params: {
      ...ids,
      sessionSk: session.sk,
      certificateHash,
      verifySlot: slot,
      keys: [key],
      screen: { act: 'reveal', company: '見本', task: { ja: 'x', en: 'x' }, rule: null, people: [who] },
      ...change,
    },
    proof: sha256(canonical('challenge', asked)),
  }
}

interface Watched {
  readonly script: Script
  readonly events: string[]
  readonly engine: EngineCalls
  readonly operator: ReturnType<typeof scriptedOperator>
}

function watched(secret: string, attempt: () => Promise<void> = () => Promise.resolve()): Watched {
  const script = { ...newScript(), secret }
  const events: string[] = []
  const operator = scriptedOperator(script)
  return {
    script,
    events,
    engine: {
      attempt: async () => {
        events.push('attempt')
        await attempt()
      },
      shown: () => Promise.reject(new Error('not here')),
    },
    operator: {
      ...operator,
      ask: (name, asked) => {
        events.push(name)
        return operator.ask(name, asked)
      },
    },
  }
}

describe('operator verification in the worker', () => {
  it('counts the attempt before it derives, and proves the key by a digest of the challenge', async () => {
    const { events, engine, operator } = watched(SECRET)
    const { params: given, proof } = params()
    const { answer, opened } = await openKeys(given, operator, engine)
    expect(events).toEqual(['screen.verify', 'attempt', 'screen.wait'])
    expect(answer.answers).toEqual([proof])
    expect(opened).toMatchObject({ act: 'reveal', size: 1 })
  })

  it('derives nothing when the attempt is refused', async () => {
    const { events, engine, operator } = watched(SECRET, () => Promise.reject(new Error('TOO_MANY')))
    await expect(openKeys(params().params, operator, engine)).rejects.toThrow('TOO_MANY')
    expect(events).toEqual(['screen.verify', 'attempt'])
  })

  it('refuses a wrong secret', async () => {
    const { engine, operator } = watched('some other secret')
    await expect(openKeys(params().params, operator, engine)).rejects.toThrow('WRONG_SECRET')
  })

  it('refuses the right secret without the session key of its owner', async () => {
    const { engine, operator } = watched(SECRET)
    const stranger = boxPair<SessionPk, SessionSk>()
    await expect(openKeys(params({ sessionSk: stranger.sk }).params, operator, engine)).rejects.toThrow(
      'WRONG_SECRET',
    )
  })

  it('refuses a damaged slot, and one that demands too much, before it asks or counts anything', async () => {
    for (const bad of [
      { ...slot, box: slot.box.with(0, (slot.box[0] ?? 0) ^ 1) },
      { ...slot, kdf: { ...slot.kdf, memKiB: 2 * 1024 * 1024 } },
    ]) {
      const { events, engine, operator } = watched(SECRET)
      await expect(openKeys(params({ verifySlot: bad }).params, operator, engine)).rejects.toThrow(
        /OFFICE_DAMAGED|KDF_LIMITS/,
      )
      expect(events).toEqual([])
    }
  })

  it('refuses a number key that was sealed to somebody else, or whose challenge it cannot open', async () => {
    const stranger = boxPair<NumberPk, NumberSk>()
    const good = params().params.keys[0]
    if (!good) throw new Error('no key')
    for (const key of [
      { ...good, sealed: sealTo(number.sk, stranger.pk) },
      { ...good, challenge: sealTo(systemRandom(32), stranger.pk) },
      { ...good, sealed: new Uint8Array(0) },
    ]) {
      const { engine, operator } = watched(SECRET)
      await expect(openKeys(params({ keys: [key] }).params, operator, engine)).rejects.toThrow(
        'RECORD_TAMPERED',
      )
    }
  })
})

describe('what the opened keys may be used for', () => {
  const batch = newId<BatchId>(systemRandom)
  const person = newId<PersonId>(systemRandom)
  const batchKey = newBatchKey(number.pk)
  const place = { ...ids, person, version: 1, batch, generation: 1 }
  const record = {
    person,
    version: 1,
    batch,
    index: 0,
    box: sealNumber(batchKey.key, place, 0, utf8(numberOf(1))),
  }
  const batches = [{ batch, generation: 1, sealedKey: batchKey.sealedKey }]
  const opened = (act: Opened['act'], size = 1): Opened => ({
    officeId: ids.officeId,
    companyId: ids.companyId,
    keys: new Map([[1, number.sk]]),
    act,
    size,
  })
  const list = boxPair()
  const reseal = (keys: Opened, records = [record]) =>
    resealRecords({ batches, records, listPk: list.pk }, keys)

  it('is the list that was on the screen: each number under a key of its own, sealed to the list worker', () => {
    const { sealedKeys, boxes } = reseal(opened('reveal'))
    const keys = openSealed(sealedKeys, list.sk)
    expect(keys).toHaveLength(32)
    const digits = openForList(boxes[0] ?? new Uint8Array(), 0, keys ?? new Uint8Array())
    expect(new TextDecoder().decode(digits)).toBe(numberOf(1))
  })

  it('is never more than was on the screen', () => {
    expect(() => reseal(opened('reveal'), [record, record])).toThrow('NOT_GRANTED')
  })

  it.each(['purge', 'match'] as const)('is not a list after %s was agreed to', (act) => {
    expect(() => reseal(opened(act))).toThrow('NOT_GRANTED')
  })

  it.each(['purge', 'reveal'] as const)('is no comparison after %s was agreed to', async (act) => {
    const asked = { batches, record, company: '見本', who }
    await expect(matchRecord(asked, opened(act), scriptedOperator(newScript()))).rejects.toThrow(
      'NOT_GRANTED',
    )
  })

  it('is not a record of another person, place or batch', () => {
    for (const bad of [
      { ...record, person: newId<PersonId>(systemRandom) },
      { ...record, version: 2 },
      { ...record, index: 1 },
      { ...record, batch: newId<BatchId>(systemRandom) },
    ]) {
      expect(() => reseal(opened('reveal'), [bad])).toThrow('RECORD_TAMPERED')
    }
  })

  it('is not a record of another office or company', () => {
    expect(() => reseal({ ...opened('reveal'), officeId: newId<OfficeId>(systemRandom) })).toThrow(
      'RECORD_TAMPERED',
    )
    expect(() => reseal({ ...opened('reveal'), companyId: newId<CompanyId>(systemRandom) })).toThrow(
      'RECORD_TAMPERED',
    )
  })

  it('is used once: a second act needs the operator again', async () => {
    const [engineEnd, workerEnd] = portPair()
    serveWorker({ enginePort: workerEnd, operator: scriptedOperator({ ...newScript(), secret: SECRET }) })
    const peer = createPeer(engineEnd, new Map([['attempt', () => ({})]]))
    await peer.call('verify.open', params().params)
    const asked = { batches, records: [record], listPk: list.pk }
    await expect(peer.call('verify.reseal', asked)).resolves.toMatchObject({
      boxes: [expect.any(Uint8Array)],
    })
    await expect(peer.call('verify.reseal', asked)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    peer.close()
  })
})
