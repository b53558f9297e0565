import { VaultError } from '../../shared/errors.ts'
import type { BatchId, CompanyId, ImportId, PersonId } from '../../shared/ids.ts'
import type { JobResult, SealTarget } from '../../shared/jobs.ts'
import type { Encoding, ImportDone, ImportReport, Mapping } from '../../shared/model.ts'
import type { Entry } from '../log/line.ts'
import { instant } from '../log/log.ts'
import { insertBatch, type NewBatch, newBatchId } from '../number/table.ts'
import { type OpenCompany, type Session, userIdOf } from '../office/session.ts'
import { insertEmployment, refreshDue, setEmploymentStart, updateEmployment } from '../people/bases.ts'
import { insertPerson, updatePerson } from '../people/table.ts'
import { defaultLastFiling } from '../retention/due.ts'
import { run } from '../store/db.ts'
import { idBlob, newId } from '../store/ids.ts'
import { callJob, type WorkerLink } from '../workers.ts'
import {
  type Assigned,
  type FileContents,
  mergedFields,
  planImport,
  type PlannedRow,
  reportOf,
} from './plan.ts'

/** How long a worker may hold a file's numbers between preview and commit. */
export const IMPORT_LIMIT_MS = 10 * 60_000

/** A file that a worker has read and keeps; it dies with commit, cancel or at the limit. */
export interface PendingImport {
  readonly handle: string
  readonly company: CompanyId
  readonly worker: WorkerLink
  readonly contents: FileContents
}

/** Reads a file in a fresh worker and compares it with the company. Writes nothing. Throws the file's FILE_… codes. */
export async function previewImport(
  session: Session,
  opened: OpenCompany,
  source: { path: string; encoding: Encoding; mapping: Mapping | null },
): Promise<{ pending: PendingImport; report: ImportReport }> {
  const worker = await session.env.workers.start(
    { kind: 'import', session: null, limitMs: IMPORT_LIMIT_MS },
    new Map(),
  )
  try {
    const contents = await callJob(worker, 'import.read', source)
    const handle = newId<string>(session.env.random)
    const pending = { handle, company: opened.company.id, worker, contents }
    return { pending, report: reportOf(contents, planImport(opened.db, contents)) }
  } catch (error) {
    worker.kill()
    throw error
  }
}

/**
 * Commits a pending import: all rows as one transaction, all numbers as one batch, one log line. The plan is made again,
 * so people added since the preview are seen, and once more when anything was written while the worker sealed. On any
 * failure nothing is changed.
 */
export async function commitImport(
  session: Session,
  opened: OpenCompany,
  pending: PendingImport,
): Promise<ImportDone> {
  if (pending.company !== opened.company.id) throw new VaultError('BAD_REQUEST', { part: 'handle' })
  for (;;) {
    const { seq } = opened.log.position()
    const ready = await sealPlan(session, opened, pending)
    // Every change of a company has a line: the same position means that the plan still holds.
    if (opened.log.position().seq === seq) return store(session, opened, ready)
  }
}

interface Ready {
  readonly report: ImportReport
  readonly touched: readonly Assigned[]
  readonly batch: (SealTarget & JobResult<'import.seal'> & { members: NewBatch['members'] }) | null
}

/** The plan of what is recorded now, with the numbers that it takes sealed. */
async function sealPlan(session: Session, opened: OpenCompany, pending: PendingImport): Promise<Ready> {
  const { env, roster } = session
  const plan = planImport(opened.db, pending.contents)
  const report = reportOf(pending.contents, plan)
  const assigned = plan.rows.map(
    (row): Assigned => ({ ...row, id: row.person?.id ?? newId<PersonId>(env.random) }),
  )
  const touched = assigned.filter((row) => !row.person || row.changes.length > 0 || row.takesNumber)
  const rows = assigned
    .filter((row) => row.takesNumber)
    .map((row) => ({ row: row.file.row, person: row.id, version: (row.person?.version ?? 0) + 1 }))
  if (rows.length === 0) return { report, touched, batch: null }
  const target: SealTarget = {
    officeId: roster.officeId,
    companyId: opened.company.id,
    batch: newBatchId(env.random),
    ...opened.numberKey,
  }
  const sealed = await callJob(pending.worker, 'import.seal', { target, rows })
  return { report, touched, batch: { ...target, ...sealed, members: rows } }
}

function store(session: Session, opened: OpenCompany, { report, touched, batch }: Ready): ImportDone {
  if (touched.length === 0) return { importId: null, committed: false, report }
  const { env } = session
  const importId = newId<ImportId>(env.random)
  opened.log.act((add) => {
    const at = instant(env.clock())
    for (const row of touched) storePerson(opened, row, at)
    if (batch) {
      const collected = { collector: userIdOf(session), source: 'import', at }
      insertBatch(opened.db, { ...batch, id: batch.batch, ...collected }, session.keys.signSk)
    }
    // A number that comes for somebody who left is due by the record, also after an earlier one was purged.
    for (const { id, person } of touched) if (person?.left) refreshDue(opened.db, id, opened.company.role)
    insertImport(opened, { importId, batch: batch?.batch ?? null, at, by: session, report })
    add(lineOf(importId, touched, report))
  })
  return { importId, committed: true, report }
}

function storePerson(opened: OpenCompany, row: Assigned, at: ReturnType<typeof instant>): void {
  const fields = mergedFields(row)
  if (row.person) updatePerson(opened.db, row.id, fields)
  else {
    insertPerson(opened.db, row.id, fields, at)
    insertEmployment(opened.db, row.id, fields.joined)
  }
  if (row.person && fields.joined !== row.person.joined) setEmploymentStart(opened.db, row.id, fields.joined)
  if (fields.left !== null && fields.left !== row.person?.left) {
    const lastFilingOn = defaultLastFiling(fields.left)
    updateEmployment(opened.db, row.id, { startedOn: fields.joined, endedOn: fields.left, lastFilingOn })
    refreshDue(opened.db, row.id, opened.company.role)
  }
}

function insertImport(
  opened: OpenCompany,
  row: { importId: ImportId; batch: BatchId | null; at: string; by: Session; report: ImportReport },
): void {
  run(
    opened.db,
    'INSERT INTO import (id, batch, at, by, file_name, counts) VALUES (?, ?, ?, ?, ?, ?)',
    idBlob(row.importId),
    row.batch === null ? null : idBlob(row.batch),
    row.at,
    idBlob(userIdOf(row.by)),
    row.report.fileName,
    JSON.stringify(counts(row.report)),
  )
}

const counts = (report: ImportReport) => ({
  rows: report.rows,
  added: report.added,
  changed: report.changed,
  refusedRows: report.refusedRows,
  numbers: report.numbersNew,
  numbersHeld: report.numbersHeld,
  numbersRefused: report.numbersRefused,
})

const lineOf = (
  importId: ImportId,
  touched: readonly (PlannedRow & { id: PersonId })[],
  report: ImportReport,
): Entry => ({
  action: 'people.import',
  people: touched.map((row) => row.id),
  detail: { import: importId, file: report.fileName, ...counts(report) },
})
