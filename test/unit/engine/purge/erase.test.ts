import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { all, one, run } from '../../../../src/engine/store/db.ts'
import type { ProposalId } from '../../../../src/shared/ids.ts'
import { numberOf } from '../../../support/numbers.ts'
import {
  actions,
  attest,
  csvOf,
  enter,
  idOf,
  importPeople,
  leave,
  log,
  makeOffice,
  type Office,
  personOf,
  preview,
  surgery,
  withCompanyDb,
} from '../../../support/office.ts'

let office: Office

beforeEach(async () => {
  office = await makeOffice()
  await importPeople(
    office,
    [1, 2, 3].map((i) => ({ code: String(i), number: numberOf(i), joined: '2015-04-01' })),
  )
  await attest(office)
})
afterEach(() => office.cleanUp())

const propose = async (codes: readonly string[] | null, reason = '保管期間が終わった') =>
  office.call('purge.propose', {
    company: office.company,
    people: codes === null ? null : await Promise.all(codes.map((code) => idOf(office, code))),
    reason,
  })
const confirm = (proposal: ProposalId, soleReason: string | null = '一人の事務所') =>
  office.call('purge.confirm', { company: office.company, proposal, soleReason })
const list = async () => (await office.call('purge.list', { company: office.company })).proposals
const total = async (sql: string): Promise<number> =>
  withCompanyDb(office, (db) => one<{ n: number }>(db, sql)?.n ?? -1)
/** Left in 2024: due on 2025-02-01, long before the clock's 2026-11-24. */
const due = (code: string) => leave(office, code, '2024-03-31')

describe('after a purge', () => {
  /** The exact bytes that must be gone: boxes of all, and the sealed key of their batch. */
  const secrets = () =>
    withCompanyDb(office, (db) => ({
      boxes: all<{ person: Uint8Array; box: Uint8Array }>(db, 'SELECT person, box FROM sealed').map(
        (row) => ({
          person: Buffer.from(row.person).toString('hex'),
          box: Buffer.from(row.box),
        }),
      ),
      keys: all<{ key: Uint8Array }>(
        db,
        'SELECT sealed_key AS key FROM batch WHERE sealed_key IS NOT NULL',
      ).map(({ key }) => Buffer.from(key)),
    }))

  it('the database holds no box of the purged and no key of an emptied batch', async () => {
    const before = secrets()
    office.restart()
    await office.unlock()
    for (const code of ['1', '2', '3']) await due(code)
    await confirm((await propose(null)).id)
    expect(before.boxes).toHaveLength(3)
    expect(before.keys).toHaveLength(1)
    expect(secrets()).toEqual({ boxes: [], keys: [] })
  })

  /** Every page of the file in clear, used or free. */
  const pages = (): Buffer => {
    const path = withCompanyDb(office, (db) => {
      db.pragma('journal_mode=DELETE')
      db.pragma(`rekey=''`)
      return db.name
    })
    return readFileSync(path)
  }

  it('no page of it holds their bytes any more, free or not', async () => {
    const before = secrets()
    office.restart()
    await office.unlock()
    for (const code of ['1', '2', '3']) await due(code)
    await confirm((await propose(null)).id)
    const bytes = pages()
    expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3')
    expect(
      [...before.boxes.map(({ box }) => box), ...before.keys].filter((secret) => bytes.includes(secret)),
    ).toEqual([])
  })

  it('would be found there if they were left (control)', () => {
    const before = secrets()
    const bytes = pages()
    expect(
      [...before.boxes.map(({ box }) => box), ...before.keys].every((secret) => bytes.includes(secret)),
    ).toBe(true)
  })

  it('the batch keeps its key while one of its numbers is held', async () => {
    await due('1')
    await confirm((await propose(['1'])).id)
    const after = secrets()
    expect(after.boxes).toHaveLength(2)
    expect(after.keys[0]).toHaveLength(80)
  })

  it('no page is left free in the file', async () => {
    await importPeople(
      office,
      Array.from({ length: 400 }, (_, i) => ({
        code: `N${i}`,
        number: numberOf(100 + i),
        left: '2024-03-31',
      })),
    )
    await confirm((await propose(null)).id)
    const free = withCompanyDb(office, (db) => one(db, 'PRAGMA freelist_count'))
    expect(free).toEqual({ freelist_count: 0 })
  })

  it('no WAL with old pages lies beside it', async () => {
    await due('1')
    await confirm((await propose(['1'])).id)
    office.test.engine.close()
    const companies = join(office.test.dir, 'companies')
    expect(readdirSync(companies)).toEqual([`${office.company}.db`])
  })

  it('the person counts as nobody with a number and can be given a new one', async () => {
    await due('1')
    await confirm((await propose(['1'])).id)
    expect((await office.call('home.summary', { company: office.company })).numbersHeld).toBe(2)
    expect(await enter(office, '1', numberOf(11))).toMatchObject({ number: 'held', due: '2025-02-01' })
  })
})

describe('a crash between the confirmation and the erasing', () => {
  /** Confirms, but the process dies before the file is rewritten: the transaction is there, the rest is not. */
  async function confirmAndCrash(): Promise<ProposalId> {
    await due('1')
    const { id } = await propose(['1'])
    await confirm(id)
    await surgery(office, (db) => {
      run(db, `UPDATE meta SET value = ? WHERE key = 'erase'`, id)
      run(db, 'UPDATE proposal SET done_at = NULL')
    })
    return id
  }

  it('is finished when the company is opened next, before anything else, with the done line', async () => {
    const id = await confirmAndCrash()
    const before = await total('SELECT count(*) AS n FROM log')
    office.restart()
    await office.unlock()
    expect(await list()).toMatchObject([{ id, state: 'done' }])
    expect((await log(office))[0]).toMatchObject({
      action: 'purge.done',
      detail: { proposal: id, numbers: 1 },
    })
    expect((await log(office))[0]?.seq).toBe(before + 1)
  })

  it('is finished once: opening again writes nothing more', async () => {
    await confirmAndCrash()
    await list()
    const lines = (await log(office)).length
    office.restart()
    await office.unlock()
    expect((await log(office)).length).toBe(lines)
    expect(
      withCompanyDb(
        office,
        (db) => one<{ value: string }>(db, `SELECT value FROM meta WHERE key = 'erase'`)?.value,
      ),
    ).toBe('')
  })

  it('of two acts is finished for both', async () => {
    const id = await confirmAndCrash()
    await surgery(office, (db) => run(db, `UPDATE meta SET value = ? WHERE key = 'erase'`, `${id} replaced`))
    expect((await log(office)).slice(0, 2)).toMatchObject([
      { action: 'purge.done', detail: { act: 'replaced' } },
      { action: 'purge.done', detail: { proposal: id } },
    ])
    expect(await list()).toMatchObject([{ state: 'done' }])
  })

  it('keeps a purge that is unfinished when another change ends in the meantime', async () => {
    await due('1')
    await due('2')
    const [a, b] = [await propose(['1']), await propose(['2'])]
    await confirm(a.id)
    await surgery(office, (db) => {
      // the first one never got its done line; the engine that runs does not know
      run(db, 'UPDATE proposal SET done_at = NULL')
      run(db, `UPDATE meta SET value = ? WHERE key = 'erase'`, a.id)
    })
    await confirm(b.id)
    expect((await list()).map(({ state }) => state)).toEqual(['done', 'done'])
  })
})

describe('a purge and an import', () => {
  it('do not disturb each other: a purge ends a preview of the same people with a new plan', async () => {
    await due('1')
    const { id } = await propose(['1'])
    const { handle } = await preview(office, csvOf([{ code: '1', number: numberOf(1) }]))
    await confirm(id)
    const done = await office.call('import.commit', { handle })
    expect(done.report).toMatchObject({ numbersNew: 1, numbersHeld: 0 })
    expect(await personOf(office, '1')).toMatchObject({ number: 'held', due: '2025-02-01' })
    expect(await actions(office)).toContain('people.import:done')
  })
})
