/** One cell of a number column, with all that a spreadsheet may have done to it. */
import { checkNumber, normaliseNumber, type NumberProblem } from '../shared/my-number.ts'

/**
 * Why a cell gives no number, beyond the number's own problems. `exponent`: 6.36084E+11, the last digits are gone for good.
 * `lost-zero`: leading zeros were eaten; padded it would fit, so look at the document and correct the file. `formula`: the
 * cell is a formula and not a value.
 */
export type NumberCellProblem = Exclude<NumberProblem, 'empty'> | 'exponent' | 'lost-zero' | 'formula'

export type NumberCell =
  | { readonly kind: 'number'; readonly digits: Uint8Array }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: NumberCellProblem }

const EXPONENT = /^[+]?[0-9]+(?:[.,][0-9]+)?e[+]?[0-9]+$/i
/** What makes a spreadsheet calculate. A minus only before something: a lone dash means "none" in many files. */
const FORMULA = /^(?:[=+@\u{FF1D}\u{FF0B}\u{FF20}]|[-\u{FF0D}].)/u

/**
 * A cell without the marks with which spreadsheets are told that it is text, `="0012"` and a leading `'`; trimmed. The
 * value itself is untouched.
 */
export function unmark(cell: string): string {
  const trimmed = cell.trim()
  const quoted = /^="([^"]*)"$/.exec(trimmed)
  return (quoted?.[1] ?? trimmed.replace(/^'/, '')).trim()
}

/** True when a spreadsheet would calculate the cell instead of showing it. Give it the result of {@link unmark}. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text)

/**
 * Whether a check digit fits after zeros were put in front. Nine digits and more: a spreadsheet eats at most a few zeros, and
 * one text in ten fits by chance, so this is a hint for a person and never a value.
 */
function fitsWithZeros(digits: string): boolean {
  return digits.length >= 9 && digits.length <= 11 && checkNumber(digits.padStart(12, '0')).ok
}

/** Reads one cell; an empty cell, or one with dashes only, is `none`. `digits` is a fresh array of 12 ASCII bytes. */
export function readNumberCell(cell: string): NumberCell {
  const text = unmark(cell)
  const digits = normaliseNumber(text)
  if (digits === '') return { kind: 'none' }
  if (EXPONENT.test(text.normalize('NFKC').replace(/\s/g, ''))) return { kind: 'refused', reason: 'exponent' }
  // a minus is one of the dashes of a grouped number and was dropped above
  if (looksLikeFormula(text.replace(/^[-\u{FF0D}]+/u, ''))) return { kind: 'refused', reason: 'formula' }
  if (/^[0-9]+$/.test(digits) && fitsWithZeros(digits)) return { kind: 'refused', reason: 'lost-zero' }
  const checked = checkNumber(digits)
  if (checked.ok) return { kind: 'number', digits: checked.digits }
  return checked.reason === 'empty' ? { kind: 'none' } : { kind: 'refused', reason: checked.reason }
}
