import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Db, one, run } from '../../src/engine/store/db.ts'
import { idBlob } from '../../src/engine/store/ids.ts'
import type { PersonId } from '../../src/shared/ids.ts'
import { numberOf } from '../support/numbers.ts'
import {
  attest,
  codeOf,
  enter,
  idOf,
  importPeople,
  leave,
  makeOffice,
  type Office,
  reveal,
  surgery,
  verify,
  withCompanyDb,
} from '../support/office.ts'

/**
 * Numbers that were purged or changed, put back by somebody who kept the old rows and holds the page key. The rows
 * authenticate, since their batch was signed once; the log's signed lines say that they are gone.
 */
let office: Office
let people: PersonId[]

beforeEach(async () => {
  office = await makeOffice()
  await importPeople(
    office,
    [1, 2, 3].map((i) => ({ code: String(i), number: numberOf(i), joined: '2015-04-01' })),
  )
  await importPeople(office, [{ code: '4', number: numberOf(4), joined: '2015-04-01' }])
  await attest(office)
  people = await Promise.all(['1', '2', '3', '4'].map((code) => idOf(office, code)))
})
afterEach(() => office.cleanUp())

const person = (i: number): Uint8Array => idBlob(people[i - 1] ?? '')

/** What a reveal says, and that nothing was shown. */
async function refused(code = '1'): Promise<string> {
  const before = office.script.shown.length
  const outcome = await reveal(office, [code]).then((shown) => `shown ${shown.join()}`, codeOf)
  expect(office.script.shown).toHaveLength(before)
  return outcome
}

interface Saved {
  sealed: { person: Uint8Array; version: number; box: Uint8Array }
  number: Record<string, unknown>
  batchKey: Uint8Array | null
  state: string
}

/** Everything that belongs to a held number, as it stands. */
const save = (db: Db, i: number): Saved => ({
  sealed: one(db, 'SELECT * FROM sealed WHERE person = ?', person(i)) as Saved['sealed'],
  number: one(db, 'SELECT * FROM number WHERE person = ?', person(i)) as Saved['number'],
  batchKey:
    one<{ sealed_key: Uint8Array }>(
      db,
      'SELECT sealed_key FROM batch WHERE id = (SELECT batch FROM number WHERE person = ?)',
      person(i),
    )?.sealed_key ?? null,
  state:
    one<{ number_state: string }>(db, 'SELECT number_state FROM person WHERE id = ?', person(i))
      ?.number_state ?? '',
})

/** Puts it all back after the engine has ended it. */
function putBack(db: Db, i: number, saved: Saved): void {
  const { version, box } = saved.sealed
  run(db, 'DELETE FROM sealed WHERE person = ?', person(i))
  run(db, 'INSERT INTO sealed (person, version, box) VALUES (?, ?, ?)', person(i), version, box)
  run(
    db,
    `UPDATE number SET state = 'held', ended_at = NULL WHERE person = ? AND version = ?`,
    person(i),
    version,
  )
  run(
    db,
    'UPDATE batch SET sealed_key = ? WHERE id = (SELECT batch FROM number WHERE person = ? AND version = ?)',
    saved.batchKey,
    person(i),
    version,
  )
  run(db, 'UPDATE person SET number_state = ?, version = ? WHERE id = ?', saved.state, version, person(i))
}

describe('an old row that is put back', () => {
  async function purge(code: string): Promise<void> {
    await leave(office, code, '2024-03-31')
    const proposal = await office.call('purge.propose', { company: office.company, reason: '期限' })
    await office.call('purge.confirm', { company: office.company, proposal: proposal.id, soleReason: '一人' })
  }

  it.each(['1', '4'])('after the purge of person %s, with batch key and all, is refused', async (code) => {
    const saved = withCompanyDb(office, (db) => save(db, Number(code)))
    office.restart()
    await office.unlock()
    await purge(code)
    await surgery(office, (db) => putBack(db, Number(code), saved))
    expect(await refused(code)).toBe('RECORD_TAMPERED')
  })

  it('after a change of the number is refused', async () => {
    const saved = withCompanyDb(office, (db) => save(db, 4))
    office.restart()
    await office.unlock()
    await enter(office, '4', numberOf(44), true)
    await surgery(office, (db) => putBack(db, 4, saved))
    expect(await refused('4')).toBe('RECORD_TAMPERED')
  })

  it('is refused for a comparison as well, which says neither yes nor no', async () => {
    const saved = withCompanyDb(office, (db) => save(db, 1))
    office.restart()
    await office.unlock()
    await purge('1')
    await surgery(office, (db) => putBack(db, 1, saved))
    office.script.number = numberOf(1)
    await expect(
      office.call('number.match', { company: office.company, person: people[0] as PersonId, purpose: 'T12' }),
    ).rejects.toMatchObject({ code: 'RECORD_TAMPERED' })
  })

  it('is refused when the line of the purge was taken out of the log', async () => {
    const saved = withCompanyDb(office, (db) => save(db, 1))
    office.restart()
    await office.unlock()
    await purge('1')
    await surgery(office, (db) => {
      putBack(db, 1, saved)
      run(db, `UPDATE log SET line = replace(line, 'purge.confirm', 'people.import')`)
    })
    expect(await refused('1')).toBe('LOG_BROKEN')
  })

  it('is refused when the log was cut before the purge', async () => {
    const saved = withCompanyDb(office, (db) => save(db, 1))
    office.restart()
    await office.unlock()
    await purge('1')
    withCompanyDb(office, (db) => {
      putBack(db, 1, saved)
      const at =
        one<{ seq: number }>(db, `SELECT seq FROM log WHERE instr(line, 'event.leave') > 0`)?.seq ?? 0
      run(db, 'DELETE FROM log WHERE seq >= ?', at)
      run(db, 'DELETE FROM log_signature WHERE seq >= ?', at)
    })
    office.restart()
    await office.unlock()
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
      params: { part: 'anchor' },
    })
  })

  it('still lets a new number of the same person be shown', async () => {
    await purge('1')
    await enter(office, '1', numberOf(11))
    await verify(office, '1')
    expect(await reveal(office, ['1'])).toEqual([numberOf(11)])
  })
})

describe('an edited log', () => {
  it.each([
    ['a line was edited', `UPDATE log SET line = replace(line, 'people.csv', 'other.csv') WHERE seq = 3`],
    ['a line is missing', 'DELETE FROM log WHERE seq = 3'],
    ['two lines changed places', 'UPDATE log SET seq = CASE seq WHEN 3 THEN -3 ELSE seq END'],
  ])('lets nothing be shown when %s', async (_, sql) => {
    await surgery(office, (db) => run(db, sql))
    expect(await refused()).toBe('LOG_BROKEN')
    expect((await office.call('log.verify', { company: office.company })).ok).toBe(false)
  })
})
