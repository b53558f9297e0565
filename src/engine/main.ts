import type { MessageEvent } from 'electron'
import { HELLO_EVENT } from '../shared/bridge.ts'
import { type FromEngine, ToEngine } from '../shared/control.ts'
import { VaultError } from '../shared/errors.ts'
import { createHeartbeatWatch, HEARTBEAT_MS } from '../shared/heartbeat.ts'
import type { PlaceToken } from '../shared/ids.ts'
import { fromNodePort } from '../shared/ports.ts'
import { createPeer, type Peer } from '../shared/rpc.ts'
import { createControlWorkers } from './control-workers.ts'
import { createEngine } from './index.ts'

/**
 * Entry of the engine as Electron's utility process. Main sends control messages; the main window's calls come over a port
 * of their own. It ends when main says so or falls silent.
 */
process.umask(0o077)

const ENDED = 0
const FAILED = 70

const post = (message: FromEngine): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the parent is a process, not a window
  process.parentPort.postMessage(message)
}
const places = new Map<PlaceToken, string>()
const workers = createControlWorkers(post, () => performance.now())
const watch = createHeartbeatWatch()
let engine: ReturnType<typeof createEngine> | null = null
let page: Peer | null = null

const pathOf = (token: PlaceToken): string => {
  const path = places.get(token)
  if (path === undefined) throw new VaultError('BAD_REQUEST', { part: 'place' })
  return path
}

function onMessage({ data, ports }: MessageEvent): void {
  const parsed = ToEngine.safeParse(data)
  if (!parsed.success) return
  const message = parsed.data
  const port = ports[0] ? fromNodePort(ports[0]) : null
  switch (message.t) {
    case 'init':
      engine ??= createEngine({
        workers: workers.host,
        places: pathOf,
        stateDir: message.stateDir,
        device: message.device,
        onEvent: (event) => page?.notify(event),
        onLock: () => {
          post({ t: 'lock', why: 'engine' })
        },
      })
      return
    case 'window-port':
      if (!engine || !port) return
      page?.close()
      page = createPeer(port, engine.handlers)
      page.notify({ event: HELLO_EVENT })
      return
    case 'place':
      places.set(message.token, message.path)
      return
    case 'worker':
      if (port) workers.onPort(message.ref, port)
      return
    case 'worker-exit':
      workers.onExit(message.ref)
      return
    case 'heartbeat':
      watch.beat()
      return
    case 'close':
      engine?.close()
      process.exit(ENDED)
  }
}

// An error's text may quote data: nothing is printed. Main tells a crash from an end by the status.
process.on('uncaughtException', () => process.exit(FAILED))
process.on('unhandledRejection', () => process.exit(FAILED))
setInterval(() => {
  if (watch.look()) process.exit(ENDED)
}, HEARTBEAT_MS)
process.parentPort.on('message', onMessage)
post({ t: 'hello' })
