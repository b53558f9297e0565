import { addDays } from '../../../../shared/dates.ts'

/** Days drawn: the newest and those before it. */
export const DAYS_SHOWN = 30

export interface DayCount {
  readonly day: string
  readonly count: number
}

/** The last days up to the newest one with entries, days without entries as 0. Empty when there is none. */
export function lastDays(days: readonly DayCount[], shown: number = DAYS_SHOWN): DayCount[] {
  const newest = days
    .map(({ day }) => day)
    .toSorted()
    .at(-1)
  if (newest === undefined) return []
  const counts = new Map(days.map(({ day, count }) => [day, count]))
  return Array.from({ length: shown }, (_, index) => {
    const day = addDays(newest, index - shown + 1)
    return { day, count: counts.get(day) ?? 0 }
  })
}
