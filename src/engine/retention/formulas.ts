/**
 * The date formulas of retention periods. Dates are local days without times. Weekends and holidays move none of these ends:
 * they are retention periods, not filing deadlines (国税通則法10条2項 and 民法142条 are about something else).
 */
import { addDays, lastDayOfYears, toIso, yearOf } from '../../shared/dates.ts'
import type { IsoDate } from '../../shared/ids.ts'

export interface Period {
  /** Last day on which the document must still be kept. */
  readonly keepThrough: IsoDate
  /** First day on which it must go: the day after. */
  readonly purgeDue: IsoDate
}

const endingOn = (keepThrough: IsoDate): Period => ({ keepThrough, purgeDue: addDays(keepThrough, 1) })

const fromTenJanuary = (deadline: string, years: number): Period =>
  endingOn(toIso({ year: yearOf(deadline) + 1 + years, month: 1, day: 10 }))

/**
 * F1: seven years from the day after 10 January of the year after the year of the submission deadline (所得税法施行規則76条の3).
 * The statutory deadline counts, not the day of receipt, unless the rule says so. Throws BAD_DATE.
 */
export const tax7 = (deadline: string): Period => fromTenJanuary(deadline, 7)

/** F2: as F1 with ten years, for old-age lump sums of defined contribution pensions (所得税法施行規則77条6項). Throws BAD_DATE. */
export const tax10 = (deadline: string): Period => fromTenJanuary(deadline, 10)

/**
 * F3: a number of years from the completion date (完結の日). The first day is not counted (民法140条); the period ends the day
 * before the corresponding day, or with the month when there is none (民法143条). Throws BAD_DATE.
 */
export const fromCompletion = (completion: string, years: number): Period =>
  endingOn(lastDayOfYears(addDays(completion, 1), years))

/** F4: a number of years from 1 January of the year after an event, to 31 December (所得税法施行規則76条の2第8項 and others). Throws BAD_DATE. */
export const fromNextYear = (event: string, years: number): Period =>
  endingOn(toIso({ year: yearOf(event) + years, month: 12, day: 31 }))
