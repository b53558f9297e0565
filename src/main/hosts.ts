import { join } from 'node:path'
import { type MessagePortMain, utilityProcess } from 'electron'
import { childEnvironment } from './child-environment.ts'

/** How a forked process ended: `killed` by us, `ended` by itself with status 0, or `crashed`. */
export type HostExit = 'killed' | 'ended' | 'crashed'

/** A process that main forked. `P` is the kind of port it can be given. */
export interface Host<P> {
  /** Does nothing once the process was killed or has ended. */
  readonly post: (message: unknown, ports?: P[]) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** SIGKILL, also when the process is still starting. */
  readonly kill: () => void
  readonly exited: Promise<HostExit>
}

const SERVICES = { engine: 'mamorigura-engine', worker: 'mamorigura-number-worker' } as const
export type HostKind = keyof typeof SERVICES

/**
 * Forks the engine or a number worker from the built files beside main. Nothing is posted from within its exit event, which
 * would end main (electron#53923): `exited` settles in a later turn.
 */
export function forkHost(kind: HostKind, folder: string, onSpawn: () => void): Host<MessagePortMain> {
  const child = utilityProcess.fork(join(folder, `${kind}.js`), [], {
    env: childEnvironment(process.env),
    serviceName: SERVICES[kind],
    stdio: 'inherit',
  })
  let state: 'starting' | 'running' | 'gone' = 'starting'
  let killed = false
  const signal = (): void => {
    if (state === 'running' && child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
  }
  child.once('spawn', () => {
    state = 'running'
    if (killed) signal()
    else onSpawn()
  })
  const exited = new Promise<HostExit>((resolve) => {
    child.once('exit', (code) => {
      state = 'gone'
      setImmediate(() => {
        resolve(killed ? 'killed' : code === 0 ? 'ended' : 'crashed')
      })
    })
  })
  return {
    post: (message, ports = []) => {
      if (state !== 'gone' && !killed) child.postMessage(message, ports)
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    kill: () => {
      if (killed) return
      killed = true
      signal()
    },
    exited,
  }
}
