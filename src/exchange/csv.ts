/** Text of a separated file → cells with their line numbers, within limits that a hostile file cannot pass. */
import { CsvError, parse } from 'csv-parse/sync'
import { VaultError } from '../shared/errors.ts'

/** Most records that are read, the headings not counted. */
export const MAX_ROWS = 100_000
/** Most columns of a record. */
export const MAX_COLUMNS = 200
/** Longest cell, in UTF-16 code units. */
export const MAX_CELL = 4096

export type Delimiter = ',' | '\t' | ';'

export interface CsvRow {
  /** Line of the file on which the record begins, from 1; a quoted line break makes records longer than a line. */
  readonly line: number
  readonly cells: string[]
}

export interface CsvTable {
  readonly delimiter: Delimiter
  /** The records that are not blank, headings first, as long as the file has them (records may differ in length). */
  readonly rows: CsvRow[]
}

/**
 * `="0012"` written without CSV quotes, as many Japanese products do to keep Excel from eating zeros. It is quoted here,
 * since a strict reader refuses a quote inside a bare cell.
 */
const BARE_TEXT_MARK = /(^|[,;\t\n])="([^",;\t\n]+)"(?=[,;\t\n]|$)/g

function guessDelimiter(text: string): Delimiter {
  const end = text.indexOf('\n')
  const first = end === -1 ? text.slice(0, MAX_CELL) : text.slice(0, end)
  const count = (mark: Delimiter): number => first.split(mark).length
  if (count('\t') > count(',')) return '\t'
  return count(';') > count(',') ? ';' : ','
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/**
 * Splits text into records. Line ends may be CRLF, LF or CR, also mixed; blank records are left out; every value stays
 * text. The delimiter is guessed from the first line unless given.
 *
 * Throws FILE_STRUCTURE with `line` and `what`: `quote` (a quote that is never closed, or stands inside a bare cell),
 * `columns`, `cell` or `record` (a limit above), and FILE_TOO_LARGE (`limit` in rows). No cell content enters an error.
 */
export function parseCsv(text: string, delimiter: Delimiter | null = null): CsvTable {
  // one kind of line end first: csv-parse counts a CRLF inside quotes as two lines
  const lines = text.replace(/\r\n?/g, '\n').replace(BARE_TEXT_MARK, '$1"=""$2"""')
  const mark = delimiter ?? guessDelimiter(lines)
  const rows: CsvRow[] = []
  let nextLine = 1

  const take = (cells: string[], info: { readonly lines: number }): null => {
    const line = nextLine
    nextLine = info.lines + 1
    if (isBlank(cells)) return null
    if (cells.length > MAX_COLUMNS) throw new VaultError('FILE_STRUCTURE', { line, what: 'columns' })
    if (cells.some((cell) => cell.length > MAX_CELL))
      throw new VaultError('FILE_STRUCTURE', { line, what: 'cell' })
    if (rows.length > MAX_ROWS) throw new VaultError('FILE_TOO_LARGE', { limit: MAX_ROWS })
    rows.push({ line, cells })
    return null
  }

  try {
    parse(lines, {
      delimiter: mark,
      record_delimiter: '\n',
      relax_column_count: true,
      // past the limit a delimiter is plain text, so that 50 million commas are one over-long cell and not 50 million cells
      ignore_last_delimiters: MAX_COLUMNS + 1,
      max_record_size: MAX_COLUMNS * MAX_CELL,
      on_record: take,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // csv-parse's own message quotes the cell: only the place and the kind go on
    const what = error.code === 'CSV_MAX_RECORD_SIZE' ? 'record' : 'quote'
    throw new VaultError('FILE_STRUCTURE', { line: nextLine, what })
  }
  return { delimiter: mark, rows }
}
