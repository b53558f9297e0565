import type { Language } from '../../../shared/bridge.ts'
import { formatEnglish, formatJapanese, isIsoDate } from '../../../shared/dates.ts'

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_HOURS = 24
const JST_MS = 9 * HOUR_MINUTES * MINUTE_MS

/** A day as people read it: 2026年11月22日（令和8年） or 22 November 2026. Text that is no date comes back as it is. */
export function dayText(language: Language, iso: string): string {
  if (!isIsoDate(iso)) return iso
  return language === 'ja' ? formatJapanese(iso) : formatEnglish(iso)
}

/** An instant split into its day and time in Japan (UTC+9, no summer time), as the log counts days. */
export function japanParts(instant: string): { day: string; time: string } {
  const local = new Date(Date.parse(instant) + JST_MS).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 16) }
}

/** An instant as day and time in Japan. */
export function instantText(language: Language, instant: string): string {
  const { day, time } = japanParts(instant)
  return `${dayText(language, day)} ${time}`
}

export type Age =
  | { readonly unit: 'now' }
  | { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number }

/** How long ago an instant was, rounded down; an instant in the future is now. */
export function ageOf(instant: string, nowMs: number): Age {
  const minutes = Math.floor((nowMs - Date.parse(instant)) / MINUTE_MS)
  if (!(minutes >= 1)) return { unit: 'now' }
  const hours = Math.floor(minutes / HOUR_MINUTES)
  if (hours < 1) return { unit: 'minutes', count: minutes }
  const days = Math.floor(hours / DAY_HOURS)
  return days < 1 ? { unit: 'hours', count: hours } : { unit: 'days', count: days }
}
