import type { IsoDate } from '../../../shared/ids.ts'
import { readIsoDate } from './iso-date.ts'

/** Text of a date field with what it means: null = empty, `bad` = no date. */
export interface DateEntry {
  readonly text: string
  readonly iso: IsoDate | null
  readonly bad: boolean
}

export const NO_DATE: DateEntry = { text: '', iso: null, bad: false }

/** An entry that shows a day that is known already. */
export const dateEntry = (text: string): DateEntry => {
  const iso = readIsoDate(text)
  return { text, iso, bad: text.trim() !== '' && iso === null }
}
