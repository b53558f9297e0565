/**
 * Corporate number (法人番号): 13 digits, the check digit first (番号法施行令35条; 平26財務省令70号2条). Public and free to
 * use, so it is handled as plain text.
 */

/** Why a text is no corporate number. `individual` is a text of 12 digits, which may be somebody's My Number. */
export type CorporateNumberProblem = 'empty' | 'not-digits' | 'individual' | 'length' | 'check-digit'

export type CorporateNumberCheck =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly reason: CorporateNumberProblem }

const LENGTH = 13
const SEPARATORS = /[\s\u3000\-\u2010-\u2015\u2212\u30fc\uff70\ufe63\uff0d]/g

/** Text as typed → NFKC with white space and dashes removed. */
export const normaliseCorporateNumber = (text: string): string =>
  text.normalize('NFKC').replace(SEPARATORS, '')

/**
 * The check digit 1–9 of a 12-digit base number (基礎番号): 9 − (Σ PnQn mod 9), Pn counted from the right, Qn = 1 for odd
 * n and 2 for even n. The modulus is taken of the whole sum; the bracket in the printed formula misleads.
 */
export function corporateCheckDigit(base: string): number {
  let sum = 0
  for (let n = 1; n <= base.length; n++) sum += Number(base.at(-n)) * (n % 2 === 1 ? 1 : 2)
  return 9 - (sum % 9)
}

/** Checks text after {@link normaliseCorporateNumber}; `number` is then 13 ASCII digits. Never throws. */
export function checkCorporateNumber(text: string): CorporateNumberCheck {
  const number = normaliseCorporateNumber(text)
  if (number === '') return { ok: false, reason: 'empty' }
  if (!/^[0-9]+$/.test(number)) return { ok: false, reason: 'not-digits' }
  if (number.length === 12) return { ok: false, reason: 'individual' }
  if (number.length !== LENGTH) return { ok: false, reason: 'length' }
  if (Number(number[0]) !== corporateCheckDigit(number.slice(1))) return { ok: false, reason: 'check-digit' }
  return { ok: true, number }
}
