/** One record of a payroll file → a person, with every problem of its cells reported by code. */
import { compareDates, readDate } from '../shared/dates.ts'
import type { IsoDate } from '../shared/ids.ts'
import type { Field, Mapping } from '../shared/model.ts'
import { looksLikeTestData } from '../shared/my-number.ts'
import type { CsvRow } from './csv.ts'
import { type NumberCellProblem, readNumberCell } from './number-cell.ts'
import { readCode, readName, readText, type TextCell, type TextProblem } from './text-cell.ts'

/** Every reason in `refused`. With a {@link NumberCellProblem} the person is taken without the number; else the row is out. */
export type PayrollProblem =
  | TextProblem
  | NumberCellProblem
  | 'bad-date'
  | 'excel-serial'
  | 'date-order'
  | 'duplicate-code'
  | 'columns'

/** Every reason in `warnings`; the row is taken. `ambiguous-column` stands at the headings' row: nobody chose a column. */
export type PayrollWarning = 'era-ended' | 'same-number' | 'test-data' | 'ambiguous-column'

/** A record on its way to a row. */
export interface Draft {
  readonly row: number
  code: string | null
  name: string
  kana: string | null
  birth: IsoDate | null
  joined: IsoDate | null
  left: IsoDate | null
  number: Uint8Array | null
  numberState: 'ok' | 'none' | 'refused'
  /** Set by the first problem that is not the number's own. */
  out: boolean
}

const EMPTY_TEXT: TextCell = { ok: true, text: '' }
const DATE_FIELDS = ['birth', 'joined', 'left'] as const

/**
 * Reads one record and reports its problems through the two callbacks, the number's own among them. The cell of the number
 * column is emptied in `source` on the way. Never throws.
 */
export function readRow(
  source: CsvRow,
  mapping: Mapping,
  columns: number,
  refuse: (field: Field | null, reason: PayrollProblem) => void,
  warn: (field: Field, reason: PayrollWarning) => void,
): Draft {
  const draft: Draft = {
    row: source.line,
    code: null,
    name: '',
    kana: null,
    birth: null,
    joined: null,
    left: null,
    number: null,
    numberState: 'none',
    out: false,
  }
  const reject = (field: Field | null, reason: PayrollProblem): void => {
    draft.out = true
    refuse(field, reason)
  }
  const cell = (field: Field): string | null => {
    const column = mapping[field]
    return column === undefined ? null : (source.cells[column] ?? '')
  }
  const text = (field: Field, read: (value: string) => TextCell): string => {
    const value = cell(field)
    const result = value === null ? EMPTY_TEXT : read(value)
    if (result.ok) return result.text
    reject(field, result.reason)
    return ''
  }
  const optional = (field: Field): string =>
    text(field, (value) => {
      const read = readText(value)
      // a dash for "none"
      if (!read.ok || !/\p{L}/u.test(read.text)) return read.ok ? EMPTY_TEXT : read
      return readName(value)
    })

  // first, so that later steps can never meet the digits as text
  const numberColumn = mapping.number
  const numberText = cell('number')
  if (numberColumn !== undefined) source.cells[numberColumn] = ''

  draft.code = text('code', readCode) || null
  // a surplus cell means that an unquoted separator moved the columns: no cell can be trusted, the number least of all
  if (source.cells.slice(columns).some((extra) => extra.trim() !== '')) {
    reject(null, 'columns')
    return draft
  }
  const whole = mapping.name !== undefined
  draft.name = whole
    ? text('name', readName)
    : [text('familyName', readName), optional('givenName')].filter(Boolean).join('\u3000')
  draft.kana =
    (mapping.kana !== undefined
      ? optional('kana')
      : [optional('familyKana'), optional('givenKana')].filter(Boolean).join('\u3000')) || null

  for (const field of DATE_FIELDS) {
    const value = text(field, readText)
    if (value === '') continue
    const date = readDate(value)
    if (date === null) reject(field, /^[0-9]{5}$/.test(value) ? 'excel-serial' : 'bad-date')
    else draft[field] = date.iso
    if (date?.warning) warn(field, date.warning)
  }
  const { birth, joined, left } = draft
  if (birth !== null && joined !== null && compareDates(birth, joined) >= 0) reject('joined', 'date-order')
  if (left !== null && joined !== null && compareDates(left, joined) < 0) reject('left', 'date-order')
  if (left !== null && birth !== null && joined === null && compareDates(left, birth) <= 0)
    reject('left', 'date-order')

  const number = numberText === null ? { kind: 'none' as const } : readNumberCell(numberText)
  if (number.kind === 'refused') {
    draft.numberState = 'refused'
    refuse('number', number.reason)
  } else if (number.kind === 'number') {
    draft.numberState = 'ok'
    draft.number = number.digits
    if (looksLikeTestData(number.digits)) warn('number', 'test-data')
  }
  return draft
}
