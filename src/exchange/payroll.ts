/**
 * Reads people, and their numbers, out of a payroll file. Runs where numbers may be (the number worker): the result carries
 * them as bytes, and nothing in `refused`, `warnings` or an error quotes a cell of the number column.
 */
import { VaultError } from '../shared/errors.ts'
import type { IsoDate } from '../shared/ids.ts'
import type { Encoding, Field, Mapping, RowProblem } from '../shared/model.ts'
import { type CsvRow, type CsvTable, type Delimiter, parseCsv } from './csv.ts'
import { type DecodedText, decodeText } from './encoding.ts'
import { guessMapping, type HeadingGuess } from './headings.ts'
import { type Draft, type PayrollProblem, type PayrollWarning, readRow } from './payroll-row.ts'

export interface PayrollRow {
  /** Line of the file on which the record begins, from 1. */
  readonly row: number
  readonly code: string
  readonly name: string
  readonly kana: string | null
  readonly birth: IsoDate | null
  readonly joined: IsoDate | null
  readonly left: IsoDate | null
  /** 12 ASCII digits with a valid check digit; null when the file has none or it was refused. The reader wipes it. */
  readonly number: Uint8Array | null
  readonly numberState: Draft['numberState']
}

export interface PayrollOptions {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter | null
  /** Columns chosen by the user; null or absent: guessed from the headings. */
  readonly mapping?: Mapping | null
}

export interface PayrollHeadings {
  readonly encoding: DecodedText['encoding']
  readonly headings: string[]
  readonly mapping: Mapping
  readonly ambiguous: HeadingGuess['ambiguous']
}

export interface PayrollFile extends PayrollHeadings {
  readonly rows: PayrollRow[]
  readonly refused: (RowProblem & { readonly reason: PayrollProblem })[]
  readonly warnings: (RowProblem & { readonly reason: PayrollWarning })[]
}

const MAX_HEADING = 100
const HEADING_FIELDS: readonly (keyof Mapping)[] = ['name', 'familyName']

/** Six digits are a date, a code or a (damaged) number, never part of a heading. */
const hasManyDigits = (heading: string): boolean => heading.replace(/\P{Nd}/gu, '').length >= 6

interface Opened extends PayrollHeadings {
  readonly headingRow: CsvRow
  readonly body: CsvTable['rows']
}

function checkMapping(mapping: Mapping, columns: number): Mapping {
  const used = Object.values(mapping)
  if (used.some((column) => column >= columns) || new Set(used).size < used.length) {
    throw new VaultError('BAD_REQUEST', { what: 'mapping' })
  }
  return mapping
}

function open(bytes: Uint8Array, options: PayrollOptions): Opened {
  const { text, encoding } = decodeText(bytes, options.encoding ?? 'auto')
  const [headingRow, ...body] = parseCsv(text, options.delimiter ?? null).rows
  if (!headingRow) throw new VaultError('FILE_EMPTY')
  const headings = headingRow.cells.map((cell) => cell.trim().slice(0, MAX_HEADING))
  // a file without headings begins with a person: neither number nor anything else of that row may pass as a heading
  if (headings.some(hasManyDigits)) throw new VaultError('FILE_NO_HEADINGS', { field: 'code' })
  const { mapping: guessed, ambiguous } = guessMapping(headings)
  const given = options.mapping ?? null
  const mapping = given === null ? guessed : checkMapping(given, headings.length)
  return { encoding, headings, mapping, ambiguous: given === null ? ambiguous : [], headingRow, body }
}

/**
 * The headings of a file and the columns guessed from them, for a person to correct. Throws as {@link readPayroll}, but not
 * for missing columns.
 */
export function readHeadings(bytes: Uint8Array, options: PayrollOptions = {}): PayrollHeadings {
  const { encoding, headings, mapping, ambiguous } = open(bytes, options)
  return { encoding, headings, mapping, ambiguous }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Rows whose number another row has too; found by sorting the bytes, so that no number becomes a string key. */
function sharedNumbers(rows: readonly PayrollRow[]): PayrollRow[] {
  const sorted = rows.flatMap((row) => (row.number === null ? [] : [{ row, number: row.number }]))
  sorted.sort((a, b) => compareBytes(a.number, b.number))
  return sorted
    .filter(({ number }, index) => {
      const before = sorted[index - 1]
      const after = sorted[index + 1]
      return [before, after].some((other) => other && compareBytes(other.number, number) === 0)
    })
    .map(({ row }) => row)
}

const byRow = (a: RowProblem, b: RowProblem): number => a.row - b.row

function repeatedCodes(drafts: readonly Draft[]): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { code } of drafts) {
    if (code === null) continue
    if (seen.has(code)) repeated.add(code)
    seen.add(code)
  }
  return repeated
}

/**
 * Reads a whole file. A person with a bad number is taken without it; a row with a bad code, name or date, with a number in a
 * text cell, with surplus cells or with a code that the file repeats is refused as a whole, each cell reported with its line
 * and heading. Blank rows are passed over; an empty number is no problem. Codes and names stay as in the file (see
 * text-cell.ts); family and given name are joined by an ideographic space.
 *
 * Throws what {@link decodeText} and {@link parseCsv} throw, FILE_EMPTY without a row below the headings, FILE_NO_HEADINGS
 * (`field`: code or name) when a needed column is not known, and BAD_REQUEST for a mapping that names a column twice or one
 * that is not there.
 */
export function readPayroll(bytes: Uint8Array, options: PayrollOptions = {}): PayrollFile {
  const { encoding, headings, mapping, ambiguous, headingRow, body } = open(bytes, options)
  if (mapping.code === undefined) throw new VaultError('FILE_NO_HEADINGS', { field: 'code' })
  if (HEADING_FIELDS.every((field) => mapping[field] === undefined)) {
    throw new VaultError('FILE_NO_HEADINGS', { field: 'name' })
  }
  if (body.length === 0) throw new VaultError('FILE_EMPTY')

  const refused: PayrollFile['refused'] = []
  const warnings: PayrollFile['warnings'] = ambiguous.flatMap(({ columns }) =>
    columns.map((column) => ({
      row: headingRow.line,
      code: null,
      column: headings[column] ?? null,
      reason: 'ambiguous-column' as const,
    })),
  )
  const headingOf = (field: Field | null): string | null =>
    field === null ? null : (headings[mapping[field] ?? -1] ?? null)

  const drafts = body.map((source) => {
    const problems: { field: Field | null; reason: PayrollProblem }[] = []
    const notes: { field: Field; reason: PayrollWarning }[] = []
    const draft = readRow(
      source,
      mapping,
      headings.length,
      (field, reason) => problems.push({ field, reason }),
      (field, reason) => notes.push({ field, reason }),
    )
    const at = (field: Field | null) => ({ row: draft.row, code: draft.code, column: headingOf(field) })
    refused.push(...problems.map(({ field, reason }) => ({ ...at(field), reason })))
    warnings.push(...notes.map(({ field, reason }) => ({ ...at(field), reason })))
    return draft
  })

  const repeated = repeatedCodes(drafts)
  const rows: PayrollRow[] = []
  for (const { out, code, ...rest } of drafts) {
    const isRepeated = code !== null && repeated.has(code)
    if (isRepeated) refused.push({ row: rest.row, code, column: headingOf('code'), reason: 'duplicate-code' })
    if (out || isRepeated || code === null) rest.number?.fill(0)
    else rows.push({ code, ...rest })
  }
  for (const { row, code } of sharedNumbers(rows)) {
    warnings.push({ row, code, column: headingOf('number'), reason: 'same-number' })
  }
  const taken = new Set(rows.map(({ row }) => row))
  return {
    encoding,
    headings,
    mapping,
    ambiguous,
    rows,
    refused: refused.toSorted(byRow),
    // what is wrong with a refused row stands in `refused`
    warnings: warnings.filter(({ row }) => row === headingRow.line || taken.has(row)).toSorted(byRow),
  }
}
