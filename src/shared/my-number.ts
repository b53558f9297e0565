/**
 * My Number (個人番号): shape and check digit. 12 digits, the last one a check digit (番号法施行令6条; formula in
 * 平26総務省令85号5条). This file imports nothing, so that every process can use it.
 */

/** Why a text is not a usable My Number. `placeholder` is 000000000000, which the formula itself would accept. */
export type NumberProblem =
  | 'empty'
  | 'not-digits'
  | 'resident-code'
  | 'corporate'
  | 'length'
  | 'placeholder'
  | 'check-digit'

export type NumberCheck =
  | { readonly ok: true; readonly digits: Uint8Array }
  | { readonly ok: false; readonly reason: NumberProblem }

const LENGTH = 12
const ZERO = 0x30
/** Left-to-right weights of the eleven body digits: Qn = n+1 for n ≤ 6 and n−5 for n ≥ 7, counted from the right. */
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const

/** White space, and every dash that people and products type between the groups; NFKC leaves several of them alone. */
const SEPARATORS = /[\s\u3000\-\u2010-\u2015\u2212\u30fc\uff70\ufe63\uff0d]/g

/** Text as typed, printed or pasted → NFKC with white space and dashes removed. Never throws; may still be no number. */
export const normaliseNumber = (text: string): string => text.normalize('NFKC').replace(SEPARATORS, '')

/**
 * The check digit, as a value 0–9, of a body of eleven ASCII digits (further bytes are ignored).
 * r = Σ PnQn mod 11; 0 when r ≤ 1, else 11 − r.
 */
export function checkDigit(body: Uint8Array): number {
  let sum = 0
  WEIGHTS.forEach((weight, index) => {
    sum += weight * ((body[index] ?? ZERO) - ZERO)
  })
  const rest = sum % 11
  return rest <= 1 ? 0 : 11 - rest
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9

const refuse = (reason: NumberProblem): NumberCheck => ({ ok: false, reason })

/**
 * Checks ASCII digits without making a string of them. On success `digits` is the very array that was given, so that
 * the caller has one buffer to wipe. 11 digits may be a resident record code (住民票コード), which private parties must
 * not ask for (住民基本台帳法30条の38); 13 are a corporate number (法人番号).
 */
export function checkNumberBytes(digits: Uint8Array): NumberCheck {
  if (digits.length === 0) return refuse('empty')
  if (!digits.every(isDigit)) return refuse('not-digits')
  if (digits.length === 11) return refuse('resident-code')
  if (digits.length === 13) return refuse('corporate')
  if (digits.length !== LENGTH) return refuse('length')
  if (digits.every((byte) => byte === ZERO)) return refuse('placeholder')
  if (digits[LENGTH - 1] !== ZERO + checkDigit(digits)) return refuse('check-digit')
  return { ok: true, digits }
}

/** Checks text after {@link normaliseNumber}. On success `digits` is a fresh array of 12 ASCII bytes. */
export function checkNumber(text: string): NumberCheck {
  const plain = normaliseNumber(text)
  // anything outside ASCII becomes 0xFF, which is no digit
  return checkNumberBytes(Uint8Array.from(plain, (char) => Math.min(char.codePointAt(0) ?? 0xff, 0xff)))
}

const repeats = (body: Uint8Array, period: number): boolean =>
  body.every((byte, index) => index < period || byte === body[index - period])

const steps = (body: Uint8Array, step: 1 | 9): boolean =>
  body.every((byte, index) => index === 0 || (byte - ZERO + 20 - step) % 10 === (body[index - 1] ?? 0) - ZERO)

/**
 * True for bodies nobody is given by chance (under 1 in 10 million): a pattern of period 1, 2 or 3, a counted sequence,
 * or at most one digit that is not 0. A reason to warn, never to refuse.
 */
export function looksLikeTestData(digits: Uint8Array): boolean {
  const body = digits.subarray(0, WEIGHTS.length)
  if (body.filter((byte) => byte !== ZERO).length <= 1) return true
  return [1, 2, 3].some((period) => repeats(body, period)) || steps(body, 1) || steps(body, 9)
}

/**
 * Digits with anything people put between digit groups. Wider than {@link normaliseNumber}, because this only guards:
 * a spreadsheet writes 123,456,789,018, and format characters (zero width, soft hyphen) are invisible.
 */
const GROUPED_RUN = /[0-9]+(?:[\s\-\u2010-\u2015\u2212\u30fc.,_\u00b7\u30fb\p{Cf}]+[0-9]+)*/gu

/** Every span of whole digit groups that together has exactly 12 digits. */
function* twelveDigitSpans(text: string): Generator<string> {
  for (const [run] of text.normalize('NFKC').matchAll(GROUPED_RUN)) {
    const groups = run.match(/[0-9]+/g) ?? []
    for (let start = 0; start < groups.length; start++) {
      let joined = ''
      for (let end = start; joined.length < LENGTH && end < groups.length; end++) joined += groups[end] ?? ''
      if (joined.length === LENGTH) yield joined
    }
  }
}

/**
 * True when the text shows exactly 12 digits in a row, also in full width and also with separators between the groups.
 * Used to refuse a number that was typed into a name, a code or a search box: such a text is neither kept nor logged.
 */
export const containsTwelveDigits = (text: string): boolean => !twelveDigitSpans(text).next().done

/** As {@link containsTwelveDigits}, but true only when the check digit fits too. */
export function containsNumberRun(text: string): boolean {
  for (const span of twelveDigitSpans(text)) if (checkNumber(span).ok) return true
  return false
}
