/** Milliseconds between two heartbeats of main, and between two looks of a child. */
export const HEARTBEAT_MS = 5_000

/** Looks without a heartbeat after which a child ends itself: 30 s. */
export const HEARTBEAT_LIMIT = 6

/**
 * Counts looks without a heartbeat instead of comparing clocks: a child that was busy for a minute, or a machine that slept,
 * then misses one look, not the whole limit. `look` returns true when the sender must be taken for dead.
 */
export function createHeartbeatWatch(limit = HEARTBEAT_LIMIT): {
  readonly beat: () => void
  readonly look: () => boolean
} {
  let missed = 0
  return {
    beat: () => {
      missed = 0
    },
    look: () => {
      missed += 1
      return missed > limit
    },
  }
}
