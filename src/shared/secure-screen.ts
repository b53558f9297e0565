import { z } from 'zod'
import { Text2 } from './model.ts'

/**
 * What a number worker asks of the operator. In the window the secure window answers over a port that runs straight to
 * the worker; on the command line the worker itself answers from a file or the terminal. Secrets and numbers travel as
 * bytes and only between these two.
 */

export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const Fault = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
/** Why the operator is asked again; null the first time. */
const error = Fault.nullable()
const Who = z.object({ code: z.string(), name: z.string() })
export type Who = z.infer<typeof Who>

const screen = <P extends z.ZodType, R extends z.ZodType>(params: P, result: R) => ({ params, result })

export const SCREENS = {
  /** First secrets of a new user. The screen asks each twice and compares; the worker checks length and difference. */
  'screen.create': screen(
    z.object({ office: z.string(), user: z.string(), error }),
    z.object({ passphrase: Bytes, secret: Bytes }),
  ),
  'screen.unlock': screen(
    z.object({ office: z.string(), user: z.string(), failedAttempts: z.number().int(), error }),
    z.object({ passphrase: Bytes }),
  ),
  /** Operator verification (操作者の確認): the list and task are fixed before the secret is typed. */
  'screen.verify': screen(
    z.object({
      act: z.enum(['reveal', 'match', 'purge']),
      company: z.string(),
      task: Text2,
      rule: z.string().nullable(),
      people: z.array(Who),
      error,
    }),
    z.object({ secret: Bytes }),
  ),
  /** A number typed twice (ASCII digits as typed). The worker compares, normalises and checks. */
  'screen.enter': screen(
    z.object({ company: z.string(), person: Who, error }),
    z.object({ number: Bytes, again: Bytes }),
  ),
  /** A candidate for a match-only check. */
  'screen.match': screen(z.object({ company: z.string(), person: Who, error }), z.object({ number: Bytes })),
  /** Shows the list; the screen then calls `list.show` once per key press and `list.end`. Answers at once. */
  'screen.list': screen(
    z.object({ company: z.string(), task: Text2, people: z.array(Who), secondsEach: z.number().int() }),
    z.object({}),
  ),
  /** A wait without an answer, e.g. while the key is derived. */
  'screen.wait': screen(z.object({ what: z.enum(['deriving', 'sealing']) }), z.object({})),
  /** The job is over: the screen wipes itself; main then destroys the window. `ok` with an error code shows it first. */
  'screen.done': screen(z.object({ error }), z.object({})),
} as const

export type ScreenName = keyof typeof SCREENS
export type ScreenParams<S extends ScreenName> = z.output<(typeof SCREENS)[S]['params']>
export type ScreenResult<S extends ScreenName> = z.output<(typeof SCREENS)[S]['result']>

/** What the secure window may call on the list worker. */
export const LIST_CALLS = {
  /** Position in the fixed list; each position can be opened once. Resolves after the log line is durable. */
  'list.show': screen(
    z.strictObject({ index: z.number().int().min(0).max(99) }),
    z.object({ digits: Bytes }),
  ),
  'list.end': screen(z.strictObject({}), z.object({})),
} as const

/** The part of an AbortSignal that is used; typed by shape because this layer has neither DOM nor Node types. */
export interface StopSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}

/** Asks the operator; throws CANCELLED when the operator closes the screen. */
export interface Operator {
  ask<S extends ScreenName>(name: S, params: ScreenParams<S>): Promise<ScreenResult<S>>
  /** Whether a wrong secret can be typed again (a window, a terminal) or not (a file). */
  readonly canRetry: boolean
  /** Runs a shown list: calls `show` per key press and returns when the operator ends it. */
  runList(count: number, show: (index: number) => Promise<Uint8Array>, signal: StopSignal): Promise<void>
}
