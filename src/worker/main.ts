import type { MessageEvent } from 'electron'
import { VaultError } from '../shared/errors.ts'
import { ToWorker } from '../shared/control.ts'
import { createHeartbeatWatch, HEARTBEAT_MS } from '../shared/heartbeat.ts'
import { afterHello, fromNodePort } from '../shared/ports.ts'
import type { Operator } from '../shared/secure-screen.ts'
import { serveWorker } from './index.ts'
import { windowOperator } from './operators/window.ts'

/**
 * Entry of the number worker as Electron's utility process. Main sends one `start` with the engine's port and, when the
 * operator is needed, the secure window's. It ends when the engine's port closes or main falls silent.
 */
process.umask(0o077)

const ENDED = 0
const FAILED = 70

/** For jobs that ask nobody. */
const nobody: Operator = {
  canRetry: false,
  ask: () => Promise.reject(new VaultError('CANCELLED')),
  runList: () => Promise.reject(new VaultError('CANCELLED')),
}

const watch = createHeartbeatWatch()
let started = false

function start({ ports }: MessageEvent): void {
  const [engine, page] = ports
  if (started || !engine) return
  started = true
  const enginePort = fromNodePort(engine)
  enginePort.onClose(() => process.exit(ENDED))
  serveWorker({ enginePort, operator: page ? windowOperator(afterHello(fromNodePort(page))) : nobody })
}

// An error's text may quote data: nothing is printed, the engine learns of it by the exit alone.
process.on('uncaughtException', () => process.exit(FAILED))
process.on('unhandledRejection', () => process.exit(FAILED))
setInterval(() => {
  if (watch.look()) process.exit(ENDED)
}, HEARTBEAT_MS)
process.parentPort.on('message', (event) => {
  const message = ToWorker.safeParse(event.data)
  if (!message.success) return
  if (message.data.t === 'start') start(event)
  else watch.beat()
})
