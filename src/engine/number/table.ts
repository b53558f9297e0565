import type { RandomSource } from '../../crypto/canonical.ts'
import {
  type BatchStatement,
  batchFits,
  batchMembers,
  BOX_BYTES,
  signBatch,
} from '../../crypto/number-box.ts'
import type { SignPk, SignSk } from '../../crypto/keys.ts'
import { VaultError } from '../../shared/errors.ts'
import type { BatchId, CompanyId, IsoInstant, OfficeId, PersonId, UserId } from '../../shared/ids.ts'
import type { SealedBatch, SealedRecord } from '../../shared/jobs.ts'
import { type Db, one, run } from '../store/db.ts'
import { idBlob, idOf, newId } from '../store/ids.ts'
import { setNumberState } from '../people/table.ts'
import { endedVersions } from './ledger.ts'

/** The tables `batch`, `number` and `sealed`. Only `sealed` holds numbers, and only as boxes that nothing here can open. */

export interface NewBatch {
  readonly id: BatchId
  readonly officeId: OfficeId
  readonly companyId: CompanyId
  readonly generation: number
  readonly sealedKey: Uint8Array
  /** One box after another, `BOX_BYTES` each, in the order of `members`. */
  readonly boxes: Uint8Array
  readonly members: readonly { person: PersonId; version: number }[]
  readonly collector: UserId
  readonly source: string
  readonly at: IsoInstant
}

/** Stores the numbers of one act, signed by the collector, inside the caller's transaction. */
export function insertBatch(db: Db, batch: NewBatch, signSk: SignSk): void {
  if (batch.boxes.length !== batch.members.length * BOX_BYTES) throw new VaultError('WORKER_FAILED')
  const statement: BatchStatement = { ...batch, batch: batch.id, members: batchMembers(batch.members) }
  run(
    db,
    'INSERT INTO batch (id, generation, sealed_key, members, collector, signature, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    idBlob(batch.id),
    batch.generation,
    batch.sealedKey,
    statement.members,
    idBlob(batch.collector),
    signBatch(statement, signSk),
    batch.at,
  )
  batch.members.forEach(({ person, version }, position) => {
    run(
      db,
      `INSERT INTO number (person, version, state, batch, position, source, recorded_at, recorded_by)
       VALUES (?, ?, 'held', ?, ?, ?, ?, ?)`,
      idBlob(person),
      version,
      idBlob(batch.id),
      position,
      batch.source,
      batch.at,
      idBlob(batch.collector),
    )
    const box = batch.boxes.subarray(position * BOX_BYTES, (position + 1) * BOX_BYTES)
    run(db, 'INSERT INTO sealed (person, version, box) VALUES (?, ?, ?)', idBlob(person), version, box)
    setNumberState(db, person, 'held', version)
  })
}

export const newBatchId = (random: RandomSource): BatchId => newId<BatchId>(random)

export interface NumberFacts {
  readonly version: number
  readonly state: 'held' | 'purged' | 'replaced'
  readonly batch: BatchId
  readonly source: string
  readonly recordedAt: IsoInstant
  readonly endedAt: IsoInstant | null
}

/** What is recorded about a version of a person's number; null when there never was one. */
export function numberFacts(db: Db, person: PersonId, version: number): NumberFacts | null {
  const row = one<{
    state: NumberFacts['state']
    batch: Uint8Array
    source: string
    recorded_at: string
    ended_at: string | null
  }>(
    db,
    'SELECT state, batch, source, recorded_at, ended_at FROM number WHERE person = ? AND version = ?',
    idBlob(person),
    version,
  )
  if (!row) return null
  return {
    version,
    state: row.state,
    batch: idOf<BatchId>(row.batch),
    source: row.source,
    recordedAt: row.recorded_at as IsoInstant,
    endedAt: row.ended_at as IsoInstant | null,
  }
}

/** Where the office checks a batch: the collector's certified key by user. */
export interface BatchContext {
  readonly officeId: OfficeId
  readonly companyId: CompanyId
  readonly signerPk: (user: UserId) => SignPk | null
}

/**
 * The sealed records of exactly these people with their batches, each batch's signature checked. Called by `grant` only,
 * after its line is durable. Throws NUMBER_NOT_HELD, or RECORD_TAMPERED when a row or batch is not as it was signed, or when
 * the log says that this number was purged or replaced.
 */
export function sealedRecords(
  db: Db,
  context: BatchContext,
  people: readonly { id: PersonId; version: number }[],
): { records: SealedRecord[]; batches: SealedBatch[] } {
  const batches = new Map<BatchId, SealedBatch & { members: Uint8Array }>()
  const ended = endedVersions(db)
  const records = people.map(({ id, version }) => {
    const row = one<{ box: Uint8Array; batch: Uint8Array; position: number }>(
      db,
      `SELECT sealed.box, number.batch, number.position FROM sealed
       JOIN number ON number.person = sealed.person AND number.version = sealed.version
       WHERE sealed.person = ? AND sealed.version = ? AND number.state = 'held'`,
      idBlob(id),
      version,
    )
    if (!row) throw new VaultError('NUMBER_NOT_HELD')
    if (version <= (ended.get(id) ?? 0)) throw new VaultError('RECORD_TAMPERED', { part: 'purged' })
    const batchId = idOf<BatchId>(row.batch)
    const batch = batches.get(batchId) ?? checkedBatch(db, context, batchId)
    batches.set(batchId, batch)
    const member = batchMembers([{ person: id, version }])
    const at = row.position * member.length
    if (Buffer.compare(batch.members.subarray(at, at + member.length), member) !== 0) {
      throw new VaultError('RECORD_TAMPERED', { part: 'batch' })
    }
    return { person: id, version, batch: batchId, index: row.position, box: new Uint8Array(row.box) }
  })
  const plain = [...batches.values()].map(({ batch, generation, sealedKey }) => ({
    batch,
    generation,
    sealedKey,
  }))
  return { records, batches: plain }
}

function checkedBatch(db: Db, context: BatchContext, id: BatchId): SealedBatch & { members: Uint8Array } {
  const row = one<{
    generation: number
    sealed_key: Uint8Array | null
    members: Uint8Array
    collector: Uint8Array
    signature: Uint8Array
  }>(db, 'SELECT generation, sealed_key, members, collector, signature FROM batch WHERE id = ?', idBlob(id))
  if (!row?.sealed_key) throw new VaultError('RECORD_TAMPERED', { part: 'batch' })
  const collector = idOf<UserId>(row.collector)
  const statement: BatchStatement = {
    officeId: context.officeId,
    companyId: context.companyId,
    batch: id,
    generation: row.generation,
    sealedKey: new Uint8Array(row.sealed_key),
    // Not copied: for 100,000 numbers of one import these are 2 MB.
    members: row.members,
    collector,
  }
  const pk = context.signerPk(collector)
  if (!pk || !batchFits(statement, new Uint8Array(row.signature), pk)) {
    throw new VaultError('RECORD_TAMPERED', { part: 'batch' })
  }
  return { batch: id, generation: row.generation, sealedKey: statement.sealedKey, members: statement.members }
}

/**
 * Deletes the box of a number and, with the last number of its batch, the batch's key. The record stays as `purged` or
 * `replaced`. The bytes leave the file only with the erase that follows (purge/finish.ts).
 */
export function destroyNumber(
  db: Db,
  person: PersonId,
  version: number,
  state: 'purged' | 'replaced',
  at: IsoInstant,
): void {
  const facts = numberFacts(db, person, version)
  if (facts?.state !== 'held') throw new VaultError('NUMBER_NOT_HELD')
  run(db, 'DELETE FROM sealed WHERE person = ? AND version = ?', idBlob(person), version)
  run(
    db,
    'UPDATE number SET state = ?, ended_at = ? WHERE person = ? AND version = ?',
    state,
    at,
    idBlob(person),
    version,
  )
  // Asked first: an UPDATE reads the whole row, whose members are 2 MB for an import of 100,000, before its own condition.
  const held = one(db, `SELECT 1 FROM number WHERE batch = ? AND state = 'held' LIMIT 1`, idBlob(facts.batch))
  if (held === undefined) run(db, 'UPDATE batch SET sealed_key = NULL WHERE id = ?', idBlob(facts.batch))
}
