import { closeSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { closeDb, type Db } from '../../src/engine/store/db.ts'
import { timed, timesOf } from './measure.ts'
import { plainDb, plainImport } from './plain.ts'
import type { Row } from './table.ts'
import { LEFT, type Vaults } from './vaults.ts'
import { durationOf, watchJobs } from './workers.ts'

const PEOPLE = 100_000
const RUNS = 3

/**
 * The run that destroys 1,000 due numbers among 100,000, without the derivation of the key. Floor: the same rows deleted
 * and marked in one transaction, then TRUNCATE, VACUUM, TRUNCATE and fsync.
 */
export async function benchPurge(vaults: Vaults): Promise<Row[]> {
  const ours: number[] = []
  const floor: number[] = []
  for (let index = 0; index < RUNS; index++) {
    const path = join(vaults.folder, `purge-${index}.db`)
    const db = plainDb(path)
    const ids = plainImport(db, PEOPLE).slice(0, LEFT)
    floor.push(await timed(() => plainPurge(db, path, ids)))
    closeDb(db)

    const vault = await vaults.open(PEOPLE)
    const { company } = vault
    const jobs = watchJobs(vault.workers)
    const proposal = await vault.call('purge.propose', { company, reason: '保存期間の満了' })
    const confirm = { company, proposal: proposal.id, soleReason: '一人の事務所' }
    const whole = await timed(() => vault.call('purge.confirm', confirm))
    ours.push(whole - durationOf(jobs, 'verify.open'))
    vault.remove()
  }
  return [
    {
      what: 'purge run of 1,000 among 100,000',
      measured: timesOf(ours).median,
      floor: timesOf(floor).median,
    },
  ]
}

function plainPurge(db: Db, path: string, ids: readonly Uint8Array[]): void {
  const sealed = db.prepare<[Uint8Array]>('DELETE FROM sealed WHERE person = ?')
  const number = db.prepare<[Uint8Array]>(`UPDATE number SET state = 'purged' WHERE person = ?`)
  const person = db.prepare<[Uint8Array]>(`UPDATE person SET number_state = 'purged' WHERE id = ?`)
  db.exec('BEGIN IMMEDIATE')
  for (const id of ids) for (const statement of [sealed, number, person]) statement.run(id)
  db.exec('COMMIT')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
  const fd = openSync(path, 'r')
  fsyncSync(fd)
  closeSync(fd)
}
