import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBroker } from '../../../src/main/broker.ts'
import type { Host, HostExit, HostKind } from '../../../src/main/hosts.ts'

interface FakeHost extends Host<string> {
  readonly kind: HostKind
  readonly got: { readonly message: unknown; readonly ports: readonly string[] }[]
  readonly say: (message: unknown) => void
  readonly exit: (exit: HostExit) => void
  readonly gone: () => boolean
}

const createHost = (kind: HostKind, endsOnClose: boolean): FakeHost => {
  const got: FakeHost['got'] = []
  let listen: (message: unknown) => void = () => {}
  let gone = false
  let exit: (exit: HostExit) => void = () => {}
  const exited = new Promise<HostExit>((resolve) => {
    exit = (how) => {
      gone = true
      resolve(how)
    }
  })
  return {
    kind,
    got,
    say: (message) => listen(message),
    exit,
    gone: () => gone,
    exited,
    onMessage: (listener) => {
      listen = listener
    },
    post: (message, ports = []) => {
      got.push({ message, ports })
      if (endsOnClose && (message as { t: string }).t === 'close') exit('ended')
    },
    kill: () => {
      exit('killed')
    },
  }
}

const setUp = ({ endsOnClose = true } = {}) => {
  const hosts: FakeHost[] = []
  const log: string[] = []
  let ports = 0
  const time = { now: 0 }
  const broker = createBroker<string>({
    fork: (kind) => {
      const host = createHost(kind, endsOnClose)
      hosts.push(host)
      return host
    },
    channel: () => {
      ports += 1
      return [`${ports}a`, `${ports}b`]
    },
    closePort: (port) => log.push(`close ${port}`),
    sendToMainWindow: (port) => log.push(`main window ${port}`),
    onLocked: (why) => log.push(`locked ${why}`),
    openSecureWindow: () => {
      log.push('secure window opens')
      return {
        sendPort: (port) => log.push(`secure window ${port}`),
        destroy: () => log.push('secure window is destroyed'),
      }
    },
    greeting: () => [{ t: 'init', stateDir: '/state', device: 'pc' }],
    onBroken: () => log.push('broken'),
    now: () => time.now,
  })
  const last = (kind: HostKind): FakeHost => {
    const found = hosts.filter((host) => host.kind === kind).at(-1)
    if (!found) throw new Error(`no ${kind}`)
    return found
  }
  const types = (host: FakeHost): string[] => host.got.map(({ message }) => (message as { t: string }).t)
  return { broker, hosts, log, time, last, types }
}

const wanted = (ref: number, session: string | null, limitMs = 60_000) => ({
  t: 'worker',
  ref,
  spec: { kind: 'verify', session, limitMs },
})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const settle = () => vi.advanceTimersByTimeAsync(0)

test('greets the engine first and joins the main window to it', () => {
  const { broker, log, last } = setUp()
  broker.connectMainWindow()
  expect(last('engine').got).toEqual([
    { message: { t: 'init', stateDir: '/state', device: 'pc' }, ports: [] },
    { message: { t: 'window-port' }, ports: ['1a'] },
  ])
  expect(log).toEqual(['main window 1b'])
})

test('a worker without an operator gets the engine’s port only', () => {
  const { log, last } = setUp()
  last('engine').say(wanted(7, null))
  expect(last('worker').got).toEqual([{ message: { t: 'start' }, ports: ['1b'] }])
  expect(last('engine').got.at(-1)).toEqual({ message: { t: 'worker', ref: 7 }, ports: ['1a'] })
  expect(log).toEqual([])
})

test('a worker with an operator is joined to the secure window directly', () => {
  const { log, last } = setUp()
  last('engine').say(wanted(0, 's'))
  expect(last('worker').got).toEqual([{ message: { t: 'start' }, ports: ['1b', '2b'] }])
  expect(log).toEqual(['secure window opens', 'secure window 2a'])
})

test('a worker is killed at its limit and the engine is told', async () => {
  const { last, types } = setUp()
  last('engine').say(wanted(0, null, 1_000))
  await vi.advanceTimersByTimeAsync(999)
  expect(last('worker').gone()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(last('worker').gone()).toBe(true)
  expect(types(last('engine')).at(-1)).toBe('worker-exit')
})

test('no worker lives longer than twenty minutes, whatever was asked', async () => {
  const { last } = setUp()
  last('engine').say(wanted(0, null, Number.MAX_SAFE_INTEGER))
  await vi.advanceTimersByTimeAsync(20 * 60_000)
  expect(last('worker').gone()).toBe(true)
})

test('messages of another shape are dropped', () => {
  const { hosts, last } = setUp()
  for (const message of [
    null,
    1,
    'worker',
    {},
    { t: 'worker' },
    { ...wanted(0, null), more: 1 },
    { t: 'init' },
  ]) {
    last('engine').say(message)
  }
  expect(hosts).toHaveLength(1)
})

test('a lock ends engine, workers and secure window, then joins the window to an empty engine', async () => {
  const { broker, hosts, log, last, types } = setUp()
  broker.connectMainWindow()
  last('engine').say(wanted(0, 's'))
  broker.lock('idle')
  await settle()
  expect(hosts.map(({ kind }) => kind)).toEqual(['engine', 'worker', 'engine'])
  expect(hosts.slice(0, 2).map((host) => host.gone())).toEqual([true, true])
  expect(types(last('engine'))).toEqual(['init', 'window-port'])
  expect(log.slice(-3)).toEqual(['locked idle', 'secure window is destroyed', 'main window 4b'])
})

test('an engine that does not end in five seconds is killed', async () => {
  const { broker, hosts } = setUp({ endsOnClose: false })
  broker.lock('asked')
  await vi.advanceTimersByTimeAsync(4_999)
  expect(hosts).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(hosts[0]?.gone()).toBe(true)
  expect(hosts).toHaveLength(2)
})

test('a second lock during the first does nothing', async () => {
  const { broker, hosts, log } = setUp()
  broker.lock('idle')
  broker.lock('screen')
  await settle()
  expect(hosts).toHaveLength(2)
  expect(log).toEqual(['locked idle'])
})

test('what a locked engine still says is not heard', async () => {
  const { broker, hosts } = setUp()
  broker.lock('idle')
  hosts[0]?.say(wanted(0, 's'))
  await settle()
  hosts[0]?.say(wanted(1, 's'))
  expect(hosts.map(({ kind }) => kind)).toEqual(['engine', 'engine'])
})

test('a crashed engine is replaced, but not for ever', async () => {
  const { hosts, log, last } = setUp()
  for (let crash = 0; crash < 3; crash++) {
    last('engine').exit('crashed')
    await settle()
  }
  expect(hosts).toHaveLength(3)
  expect(log.at(-1)).toBe('broken')
})

test('crashes that lie far apart are not counted together', async () => {
  const { hosts, log, time, last } = setUp()
  for (let crash = 0; crash < 5; crash++) {
    time.now += 60_000
    last('engine').exit('crashed')
    await settle()
  }
  expect(hosts).toHaveLength(6)
  expect(log).not.toContain('broken')
})

test('the heartbeat goes to the engine and to every worker', () => {
  const { broker, last, types } = setUp()
  last('engine').say(wanted(0, null))
  broker.beat()
  expect(types(last('engine')).at(-1)).toBe('heartbeat')
  expect(types(last('worker')).at(-1)).toBe('heartbeat')
})

test('a shut-down starts nothing again', async () => {
  const { broker, hosts } = setUp()
  const down = broker.shutDown()
  await settle()
  await down
  expect(hosts).toHaveLength(1)
  expect(hosts[0]?.gone()).toBe(true)
})
