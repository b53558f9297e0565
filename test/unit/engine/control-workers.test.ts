import { expect, test } from 'vitest'
import { createControlWorkers } from '../../../src/engine/control-workers.ts'
import type { FromEngine } from '../../../src/shared/control.ts'
import { createPeer, type PeerHandlers } from '../../../src/shared/rpc.ts'
import { portPair } from '../../support/engine.ts'

const SPEC = { kind: 'import', session: null, limitMs: 1_000 } as const

const setUp = () => {
  const posted: FromEngine[] = []
  const time = { now: 0 }
  const workers = createControlWorkers(
    (message) => posted.push(message),
    () => time.now,
  )
  const answer = (ref: number, handlers: PeerHandlers) => {
    const [engine, worker] = portPair()
    const peer = createPeer(worker, handlers)
    workers.onPort(ref, engine)
    return peer
  }
  return { posted, time, workers, answer }
}

test('asks main for a worker and calls it over the port that comes back', async () => {
  const { posted, workers, answer } = setUp()
  const starting = workers.host.start(SPEC, new Map())
  expect(posted).toEqual([{ t: 'worker', ref: 0, spec: SPEC }])
  answer(0, new Map([['import.read', () => 'rows']]))
  const link = await starting
  expect(await link.call('import.read', {})).toBe('rows')
})

test('the worker may call back', async () => {
  const { workers, answer } = setUp()
  const starting = workers.host.start(SPEC, new Map([['attempt', () => 'counted']]))
  const worker = answer(0, new Map())
  await starting
  expect(await worker.call('attempt', {})).toBe('counted')
})

test('a worker that dies before it started is WORKER_FAILED', async () => {
  const { workers } = setUp()
  const starting = workers.host.start(SPEC, new Map())
  workers.onExit(0)
  await expect(starting).rejects.toMatchObject({ code: 'WORKER_FAILED' })
})

test('a call that dies with its worker is WORKER_FAILED, or WORKER_TIMED_OUT at the limit', async () => {
  for (const [now, code] of [
    [999, 'WORKER_FAILED'],
    [1_000, 'WORKER_TIMED_OUT'],
  ] as const) {
    const { time, workers, answer } = setUp()
    const starting = workers.host.start(SPEC, new Map())
    answer(0, new Map([['import.read', () => new Promise(() => {})]]))
    const link = await starting
    const calling = link.call('import.read', {})
    time.now = now
    workers.onExit(0)
    await expect(calling).rejects.toMatchObject({ code })
  }
})

test('a kill is asked of main, and only while the worker lives', async () => {
  const { posted, workers, answer } = setUp()
  const starting = workers.host.start(SPEC, new Map())
  answer(0, new Map())
  const link = await starting
  link.kill()
  workers.onExit(0)
  await link.exited
  link.kill()
  expect(posted.filter(({ t }) => t === 'worker-kill')).toEqual([{ t: 'worker-kill', ref: 0 }])
})

test('each worker has a reference of its own, and the end of a session is told', () => {
  const { posted, workers } = setUp()
  void workers.host.start(SPEC, new Map())
  void workers.host.start(SPEC, new Map())
  workers.host.endSession('s')
  expect(posted.map((message) => ('ref' in message ? message.ref : message))).toEqual([
    0,
    1,
    { t: 'session-end', session: 's' },
  ])
})
