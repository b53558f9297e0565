import { isIsoDate, parseDate } from '../../../shared/dates.ts'
import type { IsoDate } from '../../../shared/ids.ts'

/** Reads a date in any form, western or era. Null when the text is no date. */
export const readIsoDate = (text: string): IsoDate | null => parseDate(text)

/** The same day as a branded date, or null when it is not `YYYY-MM-DD`. */
export const asIsoDate = (text: string): IsoDate | null => (isIsoDate(text) ? text : null)
