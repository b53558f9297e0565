import { FromEngine, type ToEngine, type ToWorker, WORKER_LIMIT_MS } from '../shared/control.ts'
import type { Host, HostExit, HostKind } from './hosts.ts'
import { createSecureSessions, type SecureSessions } from './secure-sessions.ts'
import type { SecureWindow } from './windows.ts'

/** How long an engine may take to commit and end before it is killed. */
const CLOSE_MS = 5_000

const CRASHES = 3
const CRASHES_WITHIN_MS = 60_000

/** What the broker needs of the world; `P` is the kind of port. */
export interface BrokerWorld<P> {
  readonly fork: (kind: HostKind) => Host<P>
  readonly channel: () => readonly [P, P]
  readonly closePort: (port: P) => void
  /** Hands the engine's port to the main window. */
  readonly sendToMainWindow: (port: P) => void
  /** The engine was ended: the main window drops what it shows. */
  readonly onLocked: (why: string) => void
  readonly openSecureWindow: (onClosed: () => void) => SecureWindow<P>
  /** What a fresh engine is told first, in order. */
  readonly greeting: () => readonly ToEngine[]
  /** The engine ended by itself three times within a minute and is not started again. */
  readonly onBroken: () => void
  /** Milliseconds of a clock that is never set. */
  readonly now: () => number
}

/** Forks the engine and its number workers and joins their ports. It carries no vault traffic. */
export interface Broker {
  /** Gives the main window a port to the engine, now and after each lock. */
  readonly connectMainWindow: () => void
  /** Passes a control message to the engine. */
  readonly tell: (message: ToEngine) => void
  /** Heartbeat for the engine and every worker. */
  readonly beat: () => void
  /** Ends engine, workers and secure window, then starts a fresh engine. A second call during the first does nothing. */
  readonly lock: (why: string) => void
  /** The same without a fresh engine. Resolves when all are gone. */
  readonly shutDown: () => Promise<void>
}

interface Worker<P> {
  readonly host: Host<P>
  readonly limit: NodeJS.Timeout
}

/** Starts the engine at once. */
export function createBroker<P>(world: BrokerWorld<P>): Broker {
  const workers = new Map<number, Worker<P>>()
  const sessions: SecureSessions<P> = createSecureSessions(world.openSecureWindow, world.closePort)
  let engine: Host<P>
  let windowWaits = false
  let ending: Promise<void> | null = null
  let stopped = false
  let crashes: number[] = []

  const tell = (message: ToEngine, ports?: P[]): void => {
    engine.post(message, ports)
  }

  const serveMainWindow = (): void => {
    const [ours, theirs] = world.channel()
    tell({ t: 'window-port' }, [ours])
    world.sendToMainWindow(theirs)
  }

  const startWorker = (ref: number, session: string | null, limitMs: number): void => {
    const owner = engine
    const host = world.fork('worker')
    const limit = setTimeout(host.kill, Math.min(limitMs, WORKER_LIMIT_MS))
    workers.set(ref, { host, limit })
    void host.exited.then(() => {
      clearTimeout(limit)
      if (engine !== owner) return
      workers.delete(ref)
      tell({ t: 'worker-exit', ref })
    })
    const [forEngine, forWorker] = world.channel()
    const ports = [forWorker]
    if (session !== null) {
      const [forPage, forOperator] = world.channel()
      ports.push(forOperator)
      sessions.show(session, forPage)
    }
    host.post({ t: 'start' } satisfies ToWorker, ports)
    tell({ t: 'worker', ref }, [forEngine])
  }

  const onEngineMessage = (value: unknown): void => {
    const parsed = FromEngine.safeParse(value)
    if (!parsed.success) return
    const message = parsed.data
    switch (message.t) {
      case 'hello':
        return
      case 'worker':
        if (!workers.has(message.ref)) startWorker(message.ref, message.spec.session, message.spec.limitMs)
        return
      case 'worker-kill':
        workers.get(message.ref)?.host.kill()
        return
      case 'session-end':
        sessions.end(message.session)
        return
      case 'lock':
        lock(message.why)
    }
  }

  const onEngineExit = (host: Host<P>, exit: HostExit): void => {
    if (engine !== host || ending) return
    const now = world.now()
    crashes = [...crashes.filter((at) => now - at < CRASHES_WITHIN_MS), now]
    stopped = crashes.length >= CRASHES
    lock(exit)
    if (stopped) world.onBroken()
  }

  const start = (): void => {
    const host = world.fork('engine')
    engine = host
    host.onMessage((value) => {
      if (engine === host && !ending) onEngineMessage(value)
    })
    void host.exited.then((exit) => {
      onEngineExit(host, exit)
    })
    for (const message of world.greeting()) tell(message)
    if (windowWaits) serveMainWindow()
  }

  const end = async (): Promise<void> => {
    for (const worker of workers.values()) {
      clearTimeout(worker.limit)
      worker.host.kill()
    }
    const workersGone = [...workers.values()].map(({ host }) => host.exited)
    workers.clear()
    sessions.clear()
    tell({ t: 'close' })
    const late = setTimeout(engine.kill, CLOSE_MS)
    await Promise.all([engine.exited, ...workersGone])
    clearTimeout(late)
  }

  const lock = (why: string): void => {
    if (ending) return
    world.onLocked(why)
    ending = end().then(() => {
      if (stopped) return
      ending = null
      start()
    })
  }

  start()
  return {
    connectMainWindow: () => {
      windowWaits = true
      if (!ending) serveMainWindow()
    },
    tell: (message) => {
      if (!ending) tell(message)
    },
    beat: () => {
      tell({ t: 'heartbeat' })
      for (const { host } of workers.values()) host.post({ t: 'heartbeat' } satisfies ToWorker)
    },
    lock,
    shutDown: async () => {
      stopped = true
      ending ??= end()
      await ending
    },
  }
}
