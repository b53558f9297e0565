import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000

const everyMinute = (tell: () => void): (() => void) => {
  const timer = setInterval(tell, MINUTE_MS / 4)
  return () => clearInterval(timer)
}
const currentMinute = (): number => Math.floor(Date.now() / MINUTE_MS)

/** The time in ms, rounded down to the minute; components that use it are drawn again each minute. */
export const useNow = (): number => useSyncExternalStore(everyMinute, currentMinute) * MINUTE_MS
