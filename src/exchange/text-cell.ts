/** Text cells of an import: what may be kept as a name, a reading or a code, and why another text may not. */
import { containsTwelveDigits } from '../shared/my-number.ts'
import { unkeepable } from './encoding.ts'
import { looksLikeFormula, unmark } from './number-cell.ts'

/** `number-in-text`: twelve digits in a row, which may be somebody's number in the wrong column. */
export type TextProblem =
  | 'missing'
  | 'number-in-text'
  | 'formula'
  | 'gaiji'
  | 'unreadable-character'
  | 'control-character'
  | 'spreadsheet-error'
  | 'too-long'
  | 'bad-code'
  | 'bad-name'

export type TextCell =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: TextProblem }

/** Longest name or reading, in UTF-16 code units. */
export const MAX_NAME = 100
/** Longest employee code. */
export const MAX_CODE = 32

const CONTROL = /\p{Cc}/u
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|#+)$/i
const FULL_WIDTH = /[\uff0d\uff0e\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a]/g
const CODE = /^[\p{L}\p{N}._-]+$/u

const refuse = (reason: TextProblem): TextCell => ({ ok: false, reason })

/**
 * A cell trimmed and without spreadsheet text marks, otherwise exactly as in the file: a name is never normalised, because
 * NFC and NFKC both rewrite some of its characters. Empty text is good here; the field's own rule decides.
 */
export function readText(cell: string): TextCell {
  if (containsTwelveDigits(cell)) return refuse('number-in-text')
  const text = unmark(cell)
  if (looksLikeFormula(text)) return refuse('formula')
  const unknown = unkeepable(text)
  if (unknown !== null) return refuse(unknown)
  if (CONTROL.test(text)) return refuse('control-character')
  return SPREADSHEET_ERROR.test(text) ? refuse('spreadsheet-error') : { ok: true, text }
}

/** A name or a reading; `missing` when empty, `bad-name` without a single letter (a date that slid one column over). */
export function readName(cell: string): TextCell {
  const read = readText(cell)
  if (!read.ok) return read
  if (read.text === '') return refuse('missing')
  if (read.text.length > MAX_NAME) return refuse('too-long')
  return /\p{L}/u.test(read.text) ? read : refuse('bad-name')
}

/** An employee code: leading zeros kept, only full-width digits, letters and `－．＿` made half-width; no
 * spaces inside. */
export function readCode(cell: string): TextCell {
  const read = readText(cell)
  if (!read.ok) return read
  const text = read.text.replace(FULL_WIDTH, (char) => char.normalize('NFKC'))
  if (text === '') return refuse('missing')
  if (text.length > MAX_CODE) return refuse('too-long')
  return CODE.test(text) ? { ok: true, text } : refuse('bad-code')
}
