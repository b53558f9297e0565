/**
 * Calendar dates as ISO text `YYYY-MM-DD`, without times and without the JavaScript Date, whose time zone would move a
 * birthday. Arithmetic is on day numbers of the proleptic Gregorian calendar, day 0 = 1970-01-01.
 */
import { VaultError } from './errors.ts'
import type { IsoDate } from './ids.ts'

const ISO = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const DAY_MS = 86_400_000
/** Japan has kept UTC+9 without summer time since 1952. */
const JST_MS = 9 * 3_600_000

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month, month counted from 1; 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)

/** True when the year is 1–9999 and the day exists. */
export const isCivil = ({ year, month, day }: CivilDate): boolean =>
  year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** True for `YYYY-MM-DD` of a day that exists. */
export function isIsoDate(text: string): text is IsoDate {
  const [, year, month, day] = ISO.exec(text) ?? []
  return isCivil({ year: Number(year), month: Number(month), day: Number(day) })
}

/** ISO text of a date. Throws BAD_DATE when the day does not exist. */
export function toIso({ year, month, day }: CivilDate): IsoDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  if (!isIsoDate(text)) throw new VaultError('BAD_DATE')
  return text
}

/** Parts of an ISO date. Throws BAD_DATE for anything else, and for a day that does not exist. */
export function fromIso(iso: string): CivilDate {
  const [, year, month, day] = ISO.exec(iso) ?? []
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  if (!isCivil(date)) throw new VaultError('BAD_DATE')
  return date
}

/** Year of an ISO date. Throws BAD_DATE. */
export const yearOf = (iso: string): number => fromIso(iso).year

// Day numbers by Hinnant's days_from_civil: years begin in March, so that the leap day comes last.
function dayNumber({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

function civilOf(days: number): CivilDate {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** The date a number of days later (earlier when negative). Throws BAD_DATE. */
export const addDays = (iso: string, days: number): IsoDate => toIso(civilOf(dayNumber(fromIso(iso)) + days))

/** Days from one date to another, positive when `to` is later. Throws BAD_DATE. */
export const daysBetween = (from: string, to: string): number =>
  dayNumber(fromIso(to)) - dayNumber(fromIso(from))

/** The corresponding day (応当日) years later; the end of that month when the day does not exist. Throws BAD_DATE. */
export function addYears(iso: string, years: number): IsoDate {
  const { year, month, day } = fromIso(iso)
  return toIso({ year: year + years, month, day: Math.min(day, daysInMonth(year + years, month)) })
}

/**
 * The last day of a period of whole years whose first day is given (民法143条2項): the day before the corresponding day,
 * or the end of the month when there is no corresponding day. Throws BAD_DATE.
 */
export function lastDayOfYears(firstDay: string, years: number): IsoDate {
  const { year, month, day } = fromIso(firstDay)
  const length = daysInMonth(year + years, month)
  if (day > length) return toIso({ year: year + years, month, day: length })
  return addDays(toIso({ year: year + years, month, day }), -1)
}

/** −1, 0 or 1. Throws BAD_DATE: two texts that merely sort are not two dates. */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
  const days = daysBetween(a, b)
  return days > 0 ? -1 : days < 0 ? 1 : 0
}

/** The later of two dates. Throws BAD_DATE. */
export const laterOf = <D extends string>(a: D, b: D): D => (compareDates(a, b) >= 0 ? a : b)

/** The date in Asia/Tokyo at an instant in milliseconds since 1970 (UTC), whatever the computer's own zone. */
export const today = (ms: number): IsoDate => toIso(civilOf(Math.floor((ms + JST_MS) / DAY_MS)))
