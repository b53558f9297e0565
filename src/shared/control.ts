import { z } from 'zod'
import { PlaceToken } from './ids.ts'

/**
 * Control messages between Electron's main process and the processes it forks. They carry ids, paths and ports, never
 * vault traffic. Each receiver validates from `unknown`.
 */

const ref = z.number().int().min(0)
const session = z.string().min(1).max(64)

/** The longest that main lets a number worker live, whatever is asked for: a list of 10 minutes and its verification. */
export const WORKER_LIMIT_MS = 20 * 60_000

export const WORKER_KINDS = [
  'create',
  'unlock',
  'keys',
  'import',
  'enter',
  'verify',
  'list',
  'check',
] as const

/** Main to engine. `window-port` and `worker` bring one port. */
export const ToEngine = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('init'), stateDir: z.string(), device: z.string() }),
  z.strictObject({ t: z.literal('window-port') }),
  /** A file or folder chosen in a dialog, so that the token can be used in a method. */
  z.strictObject({ t: z.literal('place'), token: PlaceToken, path: z.string() }),
  z.strictObject({ t: z.literal('worker'), ref }),
  z.strictObject({ t: z.literal('worker-exit'), ref }),
  z.strictObject({ t: z.literal('heartbeat') }),
  /** End cleanly; main kills the engine when it has not ended in time. */
  z.strictObject({ t: z.literal('close') }),
])
export type ToEngine = z.infer<typeof ToEngine>

/** Engine to main. */
export const FromEngine = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('hello') }),
  z.strictObject({
    t: z.literal('worker'),
    ref,
    spec: z.strictObject({
      kind: z.enum(WORKER_KINDS),
      session: session.nullable(),
      limitMs: z.number().int().min(1),
    }),
  }),
  z.strictObject({ t: z.literal('worker-kill'), ref }),
  z.strictObject({ t: z.literal('lock'), why: z.string().max(32) }),
  z.strictObject({ t: z.literal('session-end'), session }),
])
export type FromEngine = z.infer<typeof FromEngine>

/** Main to number worker. `start` brings the engine's port and, when the operator is needed, the secure window's. */
export const ToWorker = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('start') }),
  z.strictObject({ t: z.literal('heartbeat') }),
])
export type ToWorker = z.infer<typeof ToWorker>
