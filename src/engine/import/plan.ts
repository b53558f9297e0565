import type { PersonId } from '../../shared/ids.ts'
import type { FileRow } from '../../shared/jobs.ts'
import type { ImportReport, ImportRow, Mapping, RowProblem } from '../../shared/model.ts'
import { datesFit } from '../people/dates.ts'
import { type Person, personByCode } from '../people/table.ts'
import type { Db } from '../store/db.ts'

/** What the worker read from a file, numbers left with it. */
export interface FileContents {
  readonly fileName: string
  readonly encoding: string
  readonly headings: string[]
  readonly mapping: Mapping
  readonly rows: FileRow[]
  readonly refused: RowProblem[]
  readonly warnings: RowProblem[]
}

export interface PlannedRow {
  readonly file: FileRow
  readonly person: Person | null
  readonly changes: ImportRow['changes']
  /** Stored with this import; a held number is never touched or compared (未照合). */
  readonly takesNumber: boolean
}

const FIELDS = ['name', 'kana', 'birth', 'joined', 'left'] as const

export interface Plan {
  readonly rows: PlannedRow[]
  /** The file's own refusals and those that only what is recorded can tell, by line. */
  readonly refused: RowProblem[]
}

/**
 * Compares each row with the person of the same code. The same name is never a match. A row whose dates do not fit what is
 * recorded is refused as a whole. Writes nothing.
 */
export function planImport(db: Db, contents: FileContents): Plan {
  const all = contents.rows.map((file) => planRow(personByCode(db, file.code), file))
  const [rows, misfits] = [all.filter(fits), all.filter((row) => !fits(row))]
  const problems = misfits.map(({ file }) => ({
    row: file.row,
    code: file.code,
    column: null,
    reason: 'date-order',
  }))
  return { rows, refused: [...contents.refused, ...problems].toSorted((a, b) => a.row - b.row) }
}

const fits = (row: PlannedRow): boolean => row.changes.length === 0 || datesFit(mergedFields(row))

function planRow(person: Person | null, file: FileRow): PlannedRow {
  const holds = person?.number === 'held' || person?.number === 'verified'
  const changes = person
    ? FIELDS.flatMap((field) => {
        const to = file[field]
        // An empty cell says nothing: it never clears what is recorded.
        return to === null || to === person[field] ? [] : [{ field, from: person[field], to }]
      })
    : []
  return { file, person, changes, takesNumber: file.number === 'ok' && !holds }
}

const numberWord = (row: PlannedRow): ImportRow['number'] => {
  if (row.file.number !== 'ok') return row.file.number
  return row.takesNumber ? 'new' : 'held'
}

const stateWord = (row: PlannedRow): ImportRow['state'] => {
  if (!row.person) return 'new'
  return row.changes.length > 0 ? 'changed' : 'unchanged'
}

/** The report of a plan: counts, every refused row or cell with its reason, every person with what would change. */
export function reportOf(contents: FileContents, { rows, refused }: Plan): ImportReport {
  const people = rows.map(
    (row): ImportRow => ({
      row: row.file.row,
      code: row.file.code,
      name: row.file.name,
      state: stateWord(row),
      changes: row.changes,
      number: numberWord(row),
    }),
  )
  const count = (test: (row: ImportRow) => boolean): number => people.filter(test).length
  const taken = new Set(people.map((row) => row.row))
  const out = new Set(refused.map((problem) => problem.row).filter((row) => !taken.has(row))).size
  return {
    fileName: contents.fileName,
    encoding: contents.encoding,
    headings: contents.headings,
    mapping: contents.mapping,
    rows: people.length + out,
    added: count((row) => row.state === 'new'),
    changed: count((row) => row.state === 'changed'),
    unchanged: count((row) => row.state === 'unchanged'),
    refusedRows: out,
    numbersNew: count((row) => row.number === 'new'),
    numbersHeld: count((row) => row.number === 'held'),
    numbersRefused: count((row) => row.number === 'refused'),
    refused,
    warnings: contents.warnings,
    people,
  }
}

/** The fields a person will have after the import: the file's where it says something, else what is recorded. */
export function mergedFields({ file, person }: PlannedRow) {
  return {
    code: file.code,
    name: file.name,
    kana: file.kana ?? person?.kana ?? null,
    birth: file.birth ?? person?.birth ?? null,
    joined: file.joined ?? person?.joined ?? null,
    left: file.left ?? person?.left ?? null,
  }
}

export type Assigned = PlannedRow & { readonly id: PersonId }
