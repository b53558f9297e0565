import { z } from 'zod'
import type { Port } from '../shared/rpc.ts'
import { serveWorker } from './index.ts'
import { terminalOperator } from './operators/terminal.ts'

/**
 * Entry of the command line's number worker: a plain Node child whose channel is the engine's port. The first message says
 * where secrets come from. It ends when the channel closes.
 */
process.umask(0o077)

const Start = z.strictObject({
  passphraseFile: z.string().nullable(),
  secretFile: z.string().nullable(),
  numberFile: z.string().nullable(),
  stdout: z.boolean(),
  json: z.boolean(),
  language: z.enum(['ja', 'en']),
})

const channelPort = (): Port => ({
  post: (message) => {
    process.send?.(message)
  },
  onMessage: (listener) => {
    process.on('message', listener)
  },
  onClose: (listener) => {
    process.on('disconnect', listener)
  },
  close: () => {
    if (process.connected) process.disconnect()
  },
})

// An error here may quote data; the engine learns of it by the exit alone.
process.on('uncaughtException', () => process.exit(70))
process.on('disconnect', () => process.exit(0))
process.once('message', (message) => {
  const start = Start.safeParse(message)
  if (!start.success) process.exit(64)
  serveWorker({ enginePort: channelPort(), operator: terminalOperator(start.data) })
  process.send?.({ t: 'ready' })
})
