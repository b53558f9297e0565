import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine, type WorkerHost } from '../../src/engine/index.ts'
import type { Call } from '../../src/shared/api.ts'
import { utf8 } from '../../src/crypto/bytes.ts'
import { KDF_FLOOR } from '../../src/crypto/kdf.ts'
import { VaultError } from '../../src/shared/errors.ts'
import type { PlaceToken } from '../../src/shared/ids.ts'
import { createPeer, type Port } from '../../src/shared/rpc.ts'
import type { Operator, ScreenName, ScreenParams, ScreenResult } from '../../src/shared/secure-screen.ts'
import { serveWorker } from '../../src/worker/index.ts'

/** Two ends of a channel in memory. Messages arrive in a later turn, structured-cloned as a real port would. */
export function portPair(): [Port, Port] {
  const listeners: ((message: unknown) => void)[][] = [[], []]
  const closers: (() => void)[][] = [[], []]
  let open = true
  const end = (me: 0 | 1): Port => ({
    post: (message) => {
      const copy: unknown = structuredClone(message)
      setImmediate(() => {
        if (open) for (const listener of listeners[1 - me] ?? []) listener(copy)
      })
    },
    onMessage: (listener) => listeners[me]?.push(listener),
    onClose: (listener) => closers[me]?.push(listener),
    close: () => {
      if (!open) return
      open = false
      for (const closer of closers.flat()) closer()
    },
  })
  return [end(0), end(1)]
}

/** What the operator in a test knows and types; change it between calls. */
export interface Script {
  passphrase: string
  secret: string
  number: string
  again: string | null
  /** Positions of a shown list that the operator opens, in order; null = all. */
  open: number[] | null
  /** Everything that was shown, in order. */
  shown: string[]
  /** Screens that were asked, in order. */
  asked: ScreenName[]
  /** Called before each number is asked for, e.g. to look at the log first. */
  beforeShow: (index: number) => void
}

export const newScript = (): Script => ({
  passphrase: 'correct horse battery 電池',
  secret: '二つ目の合言葉99',
  number: '',
  again: null,
  open: null,
  shown: [],
  asked: [],
  beforeShow: () => undefined,
})

export function scriptedOperator(script: Script): Operator {
  const answers: { [S in ScreenName]: (params: ScreenParams<S>) => ScreenResult<S> } = {
    'screen.create': () => ({ passphrase: utf8(script.passphrase), secret: utf8(script.secret) }),
    'screen.unlock': () => ({ passphrase: utf8(script.passphrase) }),
    'screen.verify': () => ({ secret: utf8(script.secret) }),
    'screen.enter': () => ({ number: utf8(script.number), again: utf8(script.again ?? script.number) }),
    'screen.match': () => ({ number: utf8(script.number) }),
    'screen.list': () => ({}),
    'screen.wait': () => ({}),
    'screen.done': () => ({}),
  }
  return {
    canRetry: false,
    ask: (name, params) => {
      script.asked.push(name)
      return Promise.resolve(answers[name](params))
    },
    runList: async (count, show) => {
      for (const index of script.open ?? Array.from({ length: count }, (_, i) => i)) {
        script.beforeShow(index)
        script.shown.push(new TextDecoder().decode(await show(index)))
      }
    },
  }
}

/** The real worker code in this process, with a scripted operator at its other end. */
export function inProcessWorkers(script: Script): TestWorkers {
  const started: string[] = []
  return {
    started,
    start: (spec, callbacks) => {
      started.push(spec.kind)
      const [engineEnd, workerEnd] = portPair()
      serveWorker({ enginePort: workerEnd, operator: scriptedOperator(script) })
      const peer = createPeer(engineEnd, callbacks)
      let gone: () => void = () => undefined
      const exited = new Promise<void>((resolve) => {
        gone = resolve
      })
      return Promise.resolve({
        call: (method, params) => peer.call(method, params),
        kill: () => {
          peer.close()
          gone()
        },
        exited,
      })
    },
    endSession: () => undefined,
  }
}

export type TestWorkers = WorkerHost & { started: string[] }

export interface TestEngine {
  readonly engine: Engine
  readonly call: Call
  readonly script: Script
  readonly workers: TestWorkers
  readonly clock: { now: number }
  readonly dir: string
  readonly stateDir: string
  readonly root: string
  /** A second engine over the same folders, as after a restart. */
  restart(): TestEngine
}

export const place = (path: string): PlaceToken => path as PlaceToken

export interface TestOptions {
  readonly root?: string
  readonly script?: Script
  readonly now?: string
  /** Instead of the real worker code with its key derivation. */
  readonly workers?: (script: Script) => TestWorkers
  readonly places?: (token: PlaceToken) => string
}

/** An engine over fresh folders in the system's temp folder; `root` is removed by `cleanUp`. */
export function testEngine(options: TestOptions = {}): TestEngine {
  const root = options.root ?? mkdtempSync(join(tmpdir(), 'mamorigura-test-'))
  const script = options.script ?? newScript()
  const workers = (options.workers ?? inProcessWorkers)(script)
  const clock = { now: Date.parse(options.now ?? '2026-11-24T01:00:00.000Z') }
  const dir = join(root, 'office')
  const stateDir = join(root, 'state')
  const engine = createEngine({
    workers,
    places: options.places ?? ((token) => token),
    stateDir,
    device: 'test-pc',
    clock: () => clock.now,
    cost: KDF_FLOOR,
  })
  const call = (async (name: string, params: unknown) => {
    const handler = engine.handlers.get(name)
    if (!handler) throw new VaultError('METHOD_UNKNOWN')
    return handler(params)
  }) as Call
  return {
    engine,
    call,
    script,
    workers,
    clock,
    dir,
    stateDir,
    root,
    restart: () => {
      engine.close()
      return testEngine({ ...options, root, script, now: new Date(clock.now).toISOString() })
    },
  }
}

export function cleanUp(test: TestEngine): void {
  test.engine.close()
  rmSync(test.root, { recursive: true, force: true })
}

/** Creates the office and a company; the usual beginning of a test. */
export async function withCompany(test: TestEngine) {
  await test.call('office.create', {
    place: place(test.dir),
    name: '見本事務所',
    user: '山田 太郎',
    kit: place(join(test.root, 'kit.txt')),
  })
  return test.call('company.add', { name: '見本商事' })
}
