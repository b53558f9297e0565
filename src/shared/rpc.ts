import { fromWire, toWire, VaultError, type WireError } from './errors.ts'

/** A two-way message channel: an Electron port, a child process's channel, or a pair in a test. */
export interface Port {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}

/** Methods that a peer answers. Looked up in a Map, so `__proto__` and friends find nothing. */
export type PeerHandlers = ReadonlyMap<string, (params: unknown) => unknown>

/** One end of a port that calls and answers. */
export interface Peer {
  /** Resolves with the other side's answer. Throws its VaultError, or WORKER_FAILED when the port closes first. */
  call(method: string, params: unknown): Promise<unknown>
  /** Sends an event that has no answer. */
  notify(event: unknown): void
  close(): void
  readonly closed: boolean
}

type Message =
  | { readonly t: 'call'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly t: 'ok'; readonly id: number; readonly value: unknown }
  | { readonly t: 'fail'; readonly id: number; readonly error: WireError }
  | { readonly t: 'event'; readonly event: unknown }

const isMessage = (value: unknown): value is Message => {
  if (typeof value !== 'object' || value === null) return false
  const m = value as { t?: unknown; id?: unknown; method?: unknown }
  if (m.t === 'event') return true
  if (typeof m.id !== 'number' || !Number.isSafeInteger(m.id)) return false
  return m.t === 'ok' || m.t === 'fail' || (m.t === 'call' && typeof m.method === 'string')
}

/**
 * Speaks request and answer over a port, both ways. Malformed messages are dropped; a handler's unknown error crosses as
 * UNEXPECTED without its text. When the port closes every open call fails and `onClosed` runs once.
 */
export function createPeer(
  port: Port,
  handlers: PeerHandlers,
  hooks: {
    onEvent?: (event: unknown) => void
    onClosed?: () => void
    onUnexpected?: (error: unknown) => void
  } = {},
): Peer {
  const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: VaultError) => void }>()
  let next = 1
  let closed = false

  const answer = async (message: Extract<Message, { t: 'call' }>): Promise<Message> => {
    const handler = handlers.get(message.method)
    if (!handler) return { t: 'fail', id: message.id, error: { code: 'METHOD_UNKNOWN', params: {} } }
    try {
      return { t: 'ok', id: message.id, value: await handler(message.params) }
    } catch (error) {
      if (!(error instanceof VaultError)) hooks.onUnexpected?.(error)
      return { t: 'fail', id: message.id, error: toWire(error) }
    }
  }

  /** An answer that cannot be cloned is our mistake; the caller must hear of it rather than wait for ever. */
  const postOrFail = (reply: Message): void => {
    try {
      port.post(reply)
    } catch (error) {
      hooks.onUnexpected?.(error)
      if (reply.t === 'ok') postOrFail({ t: 'fail', id: reply.id, error: { code: 'UNEXPECTED', params: {} } })
    }
  }

  port.onMessage((message) => {
    if (!isMessage(message)) return
    switch (message.t) {
      case 'event':
        hooks.onEvent?.(message.event)
        return
      case 'call':
        if (closed) return
        void answer(message).then((reply) => {
          if (!closed) postOrFail(reply)
        })
        return
      case 'ok':
        open.get(message.id)?.resolve(message.value)
        open.delete(message.id)
        return
      case 'fail':
        open.get(message.id)?.reject(fromWire(message.error))
        open.delete(message.id)
    }
  })

  const shut = (): void => {
    if (closed) return
    closed = true
    for (const { reject } of open.values()) reject(new VaultError('WORKER_FAILED'))
    open.clear()
    hooks.onClosed?.()
  }
  port.onClose(shut)

  return {
    call: (method, params) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new VaultError('WORKER_FAILED'))
          return
        }
        const id = next++
        open.set(id, { resolve, reject })
        try {
          port.post({ t: 'call', id, method, params } satisfies Message)
        } catch (error) {
          open.delete(id)
          hooks.onUnexpected?.(error)
          reject(new VaultError('UNEXPECTED'))
        }
      }),
    notify: (event) => {
      if (!closed) port.post({ t: 'event', event } satisfies Message)
    },
    close: () => {
      shut()
      port.close()
    },
    get closed() {
      return closed
    },
  }
}
