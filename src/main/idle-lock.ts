import { IDLE_LOCK_MS } from '../shared/bridge.ts'

/** Locks 8 hours after the first input, whatever happens in between. */
export const ABSOLUTE_MS = 8 * 3_600_000

/** Both clocks in milliseconds: one that is never set and stops while some systems sleep, and the wall clock. */
export interface Clocks {
  readonly steady: () => number
  readonly wall: () => number
}

/** Decides when the office locks by itself. The caller asks `look` every few seconds. */
export interface IdleLock {
  readonly input: () => void
  /** Starts anew after a lock: nothing is open, so nothing locks until there is input. */
  readonly reset: () => void
  /** Why to lock now, or null. */
  readonly look: () => 'idle' | 'absolute' | null
}

/**
 * Counts time on both clocks and takes the longer, so neither a sleeping machine nor a clock set back keeps an office open.
 */
export function createIdleLock(clocks: Clocks, idleMs = IDLE_LOCK_MS, absoluteMs = ABSOLUTE_MS): IdleLock {
  const read = (): { steady: number; wall: number } => ({ steady: clocks.steady(), wall: clocks.wall() })
  const since = (then: { steady: number; wall: number }): number =>
    Math.max(clocks.steady() - then.steady, clocks.wall() - then.wall)
  let first: { steady: number; wall: number } | null = null
  let last: { steady: number; wall: number } | null = null
  return {
    input: () => {
      last = read()
      first ??= last
    },
    reset: () => {
      first = null
      last = null
    },
    look: () => {
      if (!first || !last) return null
      if (since(last) >= idleMs) return 'idle'
      return since(first) >= absoluteMs ? 'absolute' : null
    },
  }
}
