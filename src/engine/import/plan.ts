import type { PersonId } from '../../shared/ids.ts'
import type { FileRow } from '../../shared/jobs.ts'
import type { ImportReport, ImportRow, Mapping, RowProblem } from '../../shared/model.ts'
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

/** Compares each row with the person of the same code. The same name is never a match. Writes nothing. */
export const planImport = (db: Db, contents: FileContents): PlannedRow[] =>
  contents.rows.map((file) => {
    const person = personByCode(db, file.code)
    const holds = person?.number === 'held' || person?.number === 'verified'
    const changes = person
      ? FIELDS.flatMap((field) => {
          const to = file[field]
          // An empty cell says nothing: it never clears what is recorded.
          return to === null || to === person[field] ? [] : [{ field, from: person[field], to }]
        })
      : []
    return { file, person, changes, takesNumber: file.number === 'ok' && !holds }
  })

const numberWord = (row: PlannedRow): ImportRow['number'] => {
  if (row.file.number !== 'ok') return row.file.number
  return row.takesNumber ? 'new' : 'held'
}

const stateWord = (row: PlannedRow): ImportRow['state'] => {
  if (!row.person) return 'new'
  return row.changes.length > 0 ? 'changed' : 'unchanged'
}

/** The report of a plan: counts, every refused row or cell with its reason, every person with what would change. */
export function reportOf(contents: FileContents, plan: readonly PlannedRow[]): ImportReport {
  const people = plan.map(
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
  return {
    fileName: contents.fileName,
    encoding: contents.encoding,
    headings: contents.headings,
    mapping: contents.mapping,
    rows: people.length + new Set(contents.refused.map((p) => p.row).filter((row) => !taken.has(row))).size,
    added: count((row) => row.state === 'new'),
    changed: count((row) => row.state === 'changed'),
    unchanged: count((row) => row.state === 'unchanged'),
    refusedRows: new Set(contents.refused.map((p) => p.row).filter((row) => !taken.has(row))).size,
    numbersNew: count((row) => row.number === 'new'),
    numbersHeld: count((row) => row.number === 'held'),
    numbersRefused: count((row) => row.number === 'refused'),
    refused: contents.refused,
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
