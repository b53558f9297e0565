import type { FromEngine } from '../shared/control.ts'
import { VaultError } from '../shared/errors.ts'
import { createPeer, type Peer, type Port } from '../shared/rpc.ts'
import type { WorkerHost, WorkerLink } from './workers.ts'

/** Number workers that main forks: a utility process cannot fork. */
export interface ControlWorkers {
  readonly host: WorkerHost
  /** Main forked the worker that was asked for under this reference; this is its port. */
  readonly onPort: (ref: number, port: Port) => void
  readonly onExit: (ref: number) => void
}

/** `Promise.withResolvers`, which Node 20 has not. */
const withResolvers = (): { readonly promise: Promise<void>; readonly resolve: () => void } => {
  const box: { resolve: () => void } = { resolve: () => undefined }
  const promise = new Promise<void>((resolve) => {
    box.resolve = resolve
  })
  return { promise, resolve: box.resolve }
}

interface Wanted {
  readonly onPort: (port: Port) => void
  readonly onExit: () => void
}

/**
 * Asks main for workers over the control channel. `now` is a clock in milliseconds that is never set; by it a call that
 * ended with the worker's life is told WORKER_TIMED_OUT when main killed it at the limit, else WORKER_FAILED.
 */
export function createControlWorkers(post: (message: FromEngine) => void, now: () => number): ControlWorkers {
  const wanted = new Map<number, Wanted>()
  let next = 0

  const host: WorkerHost = {
    start: (spec, callbacks) => {
      const ref = next++
      const until = now() + spec.limitMs
      const { promise: exited, resolve: tellExit } = withResolvers()
      let peer: Peer | null = null
      const started = new Promise<WorkerLink>((resolve, reject) => {
        wanted.set(ref, {
          onPort: (port) => {
            const joined = createPeer(port, callbacks)
            peer = joined
            resolve({
              call: (method, params) =>
                joined.call(method, params).catch((error: unknown) => {
                  throw joined.closed && now() >= until ? new VaultError('WORKER_TIMED_OUT') : error
                }),
              kill: () => {
                if (wanted.has(ref)) post({ t: 'worker-kill', ref })
              },
              exited,
            })
          },
          onExit: () => {
            wanted.delete(ref)
            // A port does not always tell that the process at its other end was killed.
            peer?.close()
            reject(new VaultError('WORKER_FAILED'))
            tellExit()
          },
        })
      })
      post({ t: 'worker', ref, spec: { ...spec } })
      return started
    },
    endSession: (session) => {
      post({ t: 'session-end', session })
    },
  }
  return {
    host,
    onPort: (ref, port) => wanted.get(ref)?.onPort(port),
    onExit: (ref) => wanted.get(ref)?.onExit(),
  }
}
