import type { Call, EngineEvent, MethodName, Params, Result } from '../shared/api.ts'
import { HELLO_EVENT, LOCKED_MESSAGE, type MainWindowBridge, PORT_MESSAGE } from '../shared/bridge.ts'
import { VaultError } from '../shared/errors.ts'
import { fromPagePort } from '../shared/ports.ts'
import { createPeer, type Peer, type PeerHandlers } from '../shared/rpc.ts'

declare global {
  interface Window {
    readonly mamorigura: MainWindowBridge
  }
}

/** What the views of the main window use to reach the engine and the shell. */
export interface EngineClient extends Omit<MainWindowBridge, 'connect'> {
  /**
   * Calls a method of the engine; waits for the first port. Throws the engine's VaultError, and OFFICE_LOCKED when the
   * engine was ended by a lock while the call ran.
   */
  readonly call: Call
  /** Subscribes to what the engine pushes. Returns the unsubscribe function. */
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void
  /**
   * Runs when the engine was ended (lock, crash): drop everything shown. `onConnect` follows once a fresh engine is there;
   * it knows no office until `office.select` is called again. Returns the unsubscribe function.
   */
  readonly onDisconnect: (listener: () => void) => () => void
  /** Runs for every port, also the first. Returns the unsubscribe function. */
  readonly onConnect: (listener: () => void) => () => void
}

const NO_HANDLERS: PeerHandlers = new Map()

const isHello = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'event' in event && event.event === HELLO_EVENT

const createListeners = <T>() => {
  const all = new Set<(value: T) => void>()
  return {
    add: (listener: (value: T) => void) => {
      all.add(listener)
      return () => {
        all.delete(listener)
      }
    },
    tell: (value: T) => {
      for (const listener of all) listener(value)
    },
  }
}

/**
 * Connects to the engine over the ports that the preload hands to the page. Results are not validated again here: the
 * engine is trusted by the page, not the other way round.
 */
export function createEngineClient(page: Window, bridge: MainWindowBridge): EngineClient {
  const events = createListeners<EngineEvent>()
  const connected = createListeners<null>()
  const disconnected = createListeners<null>()
  let peer: Peer | null = null
  let waiting: ((peer: Peer) => void)[] = []

  const lose = (lost: Peer): void => {
    if (peer === lost) {
      peer = null
      disconnected.tell(null)
    }
  }

  const greet = (fresh: Peer): void => {
    peer = fresh
    const calls = waiting
    waiting = []
    connected.tell(null)
    for (const run of calls) run(fresh)
  }

  const take = (port: MessagePort): void => {
    peer?.close()
    const fresh: Peer = createPeer(fromPagePort(port), NO_HANDLERS, {
      onEvent: (event) => {
        if (isHello(event)) greet(fresh)
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the engine is trusted; see above
        else events.tell(event as EngineEvent)
      },
      onClosed: () => {
        lose(fresh)
      },
    })
  }

  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== page || event.origin !== page.location.origin) return
    if (event.data === LOCKED_MESSAGE) peer?.close()
    const port = event.ports[0]
    if (event.data === PORT_MESSAGE && port) take(port)
  })
  bridge.connect()

  const current = (): Promise<Peer> =>
    peer ? Promise.resolve(peer) : new Promise((resolve) => waiting.push(resolve))

  return {
    call: async <M extends MethodName>(name: M, params: Params<M>): Promise<Result<M>> => {
      const used = await current()
      try {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the engine is trusted; see above
        return (await used.call(name, params)) as Result<M>
      } catch (error) {
        if (used.closed) throw new VaultError('OFFICE_LOCKED')
        throw error
      }
    },
    onEvent: events.add,
    onDisconnect: disconnected.add,
    onConnect: connected.add,
    lock: bridge.lock,
    dialogs: bridge.dialogs,
    recent: bridge.recent,
    remember: bridge.remember,
    preferences: bridge.preferences,
    savePreferences: bridge.savePreferences,
    platform: bridge.platform,
    hidesFromCapture: bridge.hidesFromCapture,
  }
}

/** The main window's one connection. */
export const engine: EngineClient = createEngineClient(window, window.mamorigura)
