/** Dates as people and Japanese products write them: western and era (和暦) forms, read and written. */
import { compareDates, type CivilDate, fromIso, isCivil, toIso } from './civil-dates.ts'
import type { IsoDate } from './ids.ts'

export interface ReadDate {
  readonly iso: IsoDate
  /** `era-ended`: written in 平成 after its end (平成31年5月1日 and later, as old forms do) and read as 令和. */
  readonly warning: 'era-ended' | null
}

export interface ReadDateOptions {
  /** Accept 7 digits as era code + yymmdd, as pension-office files write them (5600515). Off unless a profile says so. */
  readonly socialInsuranceCode?: boolean
}

interface Era {
  readonly letter: string
  readonly name: string
  /** Digit of the pension office's files (元号コード). */
  readonly code: string
  /** The western year of its year 1 (元年). */
  readonly firstYear: number
  readonly from: string
  readonly to: string | null
}

/**
 * Newest first. The edges are those of CLDR, which `Intl` uses with `ja-JP-u-ca-japanese`. 明治 is read from 1873,
 * when the calendar became the Gregorian one.
 */
const ERAS: readonly Era[] = [
  { letter: 'R', name: '令和', code: '9', firstYear: 2019, from: '2019-05-01', to: null },
  { letter: 'H', name: '平成', code: '7', firstYear: 1989, from: '1989-01-08', to: '2019-04-30' },
  { letter: 'S', name: '昭和', code: '5', firstYear: 1926, from: '1926-12-25', to: '1989-01-07' },
  { letter: 'T', name: '大正', code: '3', firstYear: 1912, from: '1912-07-30', to: '1926-12-24' },
  { letter: 'M', name: '明治', code: '1', firstYear: 1868, from: '1873-01-01', to: '1912-07-29' },
]

/** Outside these years a western date is a typing error or a sentinel such as 9999-12-31. */
const FIRST_YEAR = 1868
const LAST_YEAR = 2199

const YEARS_IN_ERA = '(元|[0-9]{1,2})'
const MONTH_DAY = '([0-9]{1,2})'
const ERA_MARK = '(令和|平成|昭和|大正|明治|[RHSTM])'
const WESTERN = /^([0-9]{4})([/.\-\u2010\u2212])\s*([0-9]{1,2})\2\s*([0-9]{1,2})$/
const WESTERN_KANJI = /^([0-9]{4})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日$/
const EIGHT_DIGITS = /^([0-9]{4})([0-9]{2})([0-9]{2})$/
const ERA_MARKS = new RegExp(
  `^${ERA_MARK}\\s*${YEARS_IN_ERA}([/.\\-\\u2010\\u2212])\\s*${MONTH_DAY}\\3\\s*${MONTH_DAY}$`,
  'i',
)
const ERA_KANJI = new RegExp(
  `^${ERA_MARK}\\s*${YEARS_IN_ERA}\\s*年\\s*${MONTH_DAY}\\s*月\\s*${MONTH_DAY}\\s*日$`,
  'i',
)
const ERA_DIGITS = /^([RHSTM])([0-9]{2})([0-9]{2})([0-9]{2})$/i
const CODE_DIGITS = /^([13579])([0-9]{2})([0-9]{2})([0-9]{2})$/

const civil = (year: number, month: string | undefined, day: string | undefined): CivilDate => ({
  year,
  month: Number(month),
  day: Number(day),
})

function western(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): ReadDate | null {
  const date = civil(Number(year), month, day)
  if (date.year < FIRST_YEAR || date.year > LAST_YEAR || !isCivil(date)) return null
  return { iso: toIso(date), warning: null }
}

function inEra(
  mark: string | undefined,
  yearText: string | undefined,
  month: string | undefined,
  day: string | undefined,
): ReadDate | null {
  const sign = mark?.toUpperCase()
  const era = ERAS.find(({ letter, name, code }) => sign === letter || sign === name || sign === code)
  const yearInEra = yearText === '元' ? 1 : Number(yearText)
  if (!era || !(yearInEra >= 1)) return null
  const date = civil(era.firstYear + yearInEra - 1, month, day)
  if (!isCivil(date)) return null
  const iso = toIso(date)
  if (compareDates(iso, era.from) < 0) return null
  if (era.to === null || compareDates(iso, era.to) <= 0) return { iso, warning: null }
  return era.letter === 'H' ? { iso, warning: 'era-ended' } : null
}

/**
 * Reads a date in any form of a Japanese payroll file: `2025/1/10`, `2025-01-10`, `2025.1.10`, `20250110`, `2025年1月10日`,
 * `R7.1.10`, `H31/4/30`, `R070110`, `令和7年1月10日`, `令和元年5月1日`, `㋿`, all also in full width. Null for anything else: a day
 * that does not exist, a date outside its era (昭和64年1月8日), a spreadsheet serial, years outside 1868–2199.
 */
export function readDate(text: string, options: ReadDateOptions = {}): ReadDate | null {
  const plain = text.normalize('NFKC').trim()
  const direct = WESTERN.exec(plain)
  if (direct) return western(direct[1], direct[3], direct[4])
  const kanji = WESTERN_KANJI.exec(plain) ?? EIGHT_DIGITS.exec(plain)
  if (kanji) return western(kanji[1], kanji[2], kanji[3])
  const marks = ERA_MARKS.exec(plain)
  if (marks) return inEra(marks[1], marks[2], marks[4], marks[5])
  const coded = options.socialInsuranceCode === true ? CODE_DIGITS.exec(plain) : null
  const era = ERA_KANJI.exec(plain) ?? ERA_DIGITS.exec(plain) ?? coded
  return era ? inEra(era[1], era[2], era[3], era[4]) : null
}

/** {@link readDate} without its warning: ISO text, or null when the text is no date. */
export const parseDate = (text: string): IsoDate | null => readDate(text)?.iso ?? null

/** Era name and year of a date, `令和8年` or `令和元年`; null before 1873. Throws BAD_DATE. */
export function eraYear(iso: string): string | null {
  const era = ERAS.find(({ from }) => compareDates(iso, from) >= 0)
  if (!era) return null
  const year = fromIso(iso).year - era.firstYear + 1
  return `${era.name}${year === 1 ? '元' : year}年`
}

/** `2026年11月22日（令和8年）`; without the era before 1873. Throws BAD_DATE. */
export function formatJapanese(iso: string): string {
  const { year, month, day } = fromIso(iso)
  const era = eraYear(iso)
  return `${year}年${month}月${day}日${era === null ? '' : `（${era}）`}`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `22 November 2026`. Throws BAD_DATE. */
export function formatEnglish(iso: string): string {
  const { year, month, day } = fromIso(iso)
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`
}
