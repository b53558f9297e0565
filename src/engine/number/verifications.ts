import { z } from 'zod'
import type { BatchId, IsoDate, IsoInstant, PersonId, UserId } from '../../shared/ids.ts'
import { all, type Db, one, run } from '../store/db.ts'
import { idBlob, idOf } from '../store/ids.ts'

/** The table `verification`: identity verification (本人確認) per number and task, by person or for a whole batch. */

export type Route = 'employer' | 'migration'

export interface Verification {
  readonly route: Route
  readonly tasks: readonly string[]
  readonly on: IsoDate
  readonly by: UserId
  readonly numberDoc: string | null
  readonly identityDocs: readonly string[]
  readonly source: string | null
}

interface Row {
  route: Route
  tasks: string
  checked_on: string
  recorded_by: Uint8Array
  number_doc: string | null
  identity_docs: string
  source: string | null
}

const Texts = z.array(z.string())
const texts = (json: string): string[] => Texts.parse(JSON.parse(json))

const verificationOf = (row: Row): Verification => ({
  route: row.route,
  tasks: texts(row.tasks),
  on: row.checked_on as IsoDate,
  by: idOf<UserId>(row.recorded_by),
  numberDoc: row.number_doc,
  identityDocs: texts(row.identity_docs),
  source: row.source,
})

/** Every verification that covers a version of a person's number: its own and its batch's. Oldest first. */
export const verificationsOf = (
  db: Db,
  person: PersonId,
  version: number,
  batch: BatchId | null,
): Verification[] =>
  all<Row>(
    db,
    `SELECT route, tasks, checked_on, recorded_by, number_doc, identity_docs, source FROM verification
     WHERE (person = ? AND version = ?) OR batch = ? ORDER BY id`,
    idBlob(person),
    version,
    batch === null ? null : idBlob(batch),
  ).map(verificationOf)

type NewVerification = Verification & { readonly at: IsoInstant }

/** Records the verification of one number. */
export const insertPersonVerification = (
  db: Db,
  person: PersonId,
  version: number,
  v: NewVerification,
): void => {
  run(
    db,
    `INSERT INTO verification (person, version, route, tasks, number_doc, identity_docs, source, checked_on, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    idBlob(person),
    version,
    v.route,
    JSON.stringify(v.tasks),
    v.numberDoc,
    JSON.stringify(v.identityDocs),
    v.source,
    v.on,
    v.at,
    idBlob(v.by),
  )
}

/** Records one attestation for all numbers of a batch. */
export const insertBatchVerification = (db: Db, batch: BatchId, v: NewVerification): void => {
  run(
    db,
    `INSERT INTO verification (batch, route, tasks, identity_docs, source, checked_on, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    idBlob(batch),
    v.route,
    JSON.stringify(v.tasks),
    JSON.stringify(v.identityDocs),
    v.source,
    v.on,
    v.at,
    idBlob(v.by),
  )
}

/** Batches of imports that hold numbers and have no attestation; `importBatch` narrows to one. */
export const unattestedBatches = (
  db: Db,
  importBatch: BatchId | null,
): { batch: BatchId; numbers: number }[] =>
  all<{ batch: Uint8Array; n: number }>(
    db,
    `SELECT number.batch AS batch, count(*) AS n FROM number
     WHERE state = 'held' AND source = 'import' AND batch = ifnull(?, batch)
       AND NOT EXISTS (SELECT 1 FROM verification WHERE verification.batch = number.batch)
     GROUP BY number.batch`,
    importBatch === null ? null : idBlob(importBatch),
  ).map((row) => ({ batch: idOf<BatchId>(row.batch), numbers: row.n }))

/** Marks every held number of a batch as usable. */
export const markBatchVerified = (db: Db, batch: BatchId): void => {
  run(
    db,
    `UPDATE person SET number_state = 'verified' WHERE number_state = 'held' AND (id, version) IN
       (SELECT person, version FROM number WHERE batch = ? AND state = 'held')`,
    idBlob(batch),
  )
}

/** The purpose notice in force: the newest version. Tasks are ids. */
export function noticeInForce(db: Db): { version: number; publishedOn: IsoDate; tasks: readonly string[] } {
  const row = one<{ version: number; published_on: string; tasks: string }>(
    db,
    'SELECT version, published_on, tasks FROM notice ORDER BY version DESC LIMIT 1',
  )
  return row
    ? { version: row.version, publishedOn: row.published_on as IsoDate, tasks: texts(row.tasks) }
    : { version: 0, publishedOn: '0001-01-01' as IsoDate, tasks: [] }
}
