import { join } from 'node:path'
import { asKey, type PageKey } from '../../src/crypto/keys.ts'
import { closeDb, createDb, openDb, run } from '../../src/engine/store/db.ts'
import { createSchema } from '../../src/engine/store/schema.ts'
import { place, testEngine } from '../support/engine.ts'
import { timed, timesOf } from './measure.ts'
import type { Row } from './table.ts'
import type { Vaults } from './vaults.ts'
import { durationOf, watchJobs } from './workers.ts'

const RUNS = 7
const PEOPLE = 100_000

/**
 * Unlocking an office without the derivation of the key, and opening its company of 100,000 up to the home screen's
 * figures. Floor of the first: opening one database and committing one row.
 */
export async function benchUnlock(vaults: Vaults): Promise<Row[]> {
  const root = await vaults.copy(PEOPLE)
  const unlock: number[] = []
  const home: number[] = []
  const kdf: number[] = []
  for (let index = 0; index < RUNS; index++) {
    const test = testEngine({ root })
    const jobs = watchJobs(test.workers)
    const state = await test.call('office.select', { place: place(test.dir) })
    const [user] = state.users
    if (!user) break
    const whole = await timed(() => test.call('office.unlock', { user: user.id }))
    kdf.push(durationOf(jobs, 'unlock'))
    unlock.push(whole - durationOf(jobs, 'unlock'))
    const [company] = (await test.call('company.list', {})).companies
    if (company) home.push(await timed(() => test.call('home.summary', { company: company.id })))
    test.engine.close()
  }
  const floor = await plainOpen(join(vaults.folder, 'unlock.db'))
  return [
    { what: 'unlock, KDF apart', measured: timesOf(unlock).median, p95: timesOf(unlock).p95, floor },
    { what: 'unlock: the KDF at its floor (64 MiB × 3)', measured: timesOf(kdf).median },
    { what: 'open the company of 100,000, home screen', measured: timesOf(home).median },
  ]
}

async function plainOpen(path: string): Promise<number> {
  const key = asKey<PageKey>(new Uint8Array(32).fill(7))
  const made = createDb(path, key)
  createSchema(made, 'office')
  closeDb(made)
  const times: number[] = []
  for (let index = 0; index < RUNS; index++) {
    let db = made
    times.push(
      await timed(() => {
        db = openDb(path, key)
        run(db, 'INSERT INTO log (line) VALUES (?)', 'x'.repeat(250))
      }),
    )
    closeDb(db)
  }
  return timesOf(times).median
}
