import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../../src/crypto/canonical.ts'
import { boxPair, sealTo, signPair } from '../../src/crypto/keys.ts'
import { newBatchKey, sealNumber, signBatch } from '../../src/crypto/number-box.ts'
import { officeFiles } from '../../src/engine/office/files.ts'
import { type Db, one, run } from '../../src/engine/store/db.ts'
import { idBlob } from '../../src/engine/store/ids.ts'
import type { BatchId, OfficeId, PersonId } from '../../src/shared/ids.ts'
import { numberOf } from '../support/numbers.ts'
import {
  actions,
  addUsers,
  attest,
  enter,
  idOf,
  importPeople,
  leave,
  makeOffice,
  type Office,
  reveal,
  withCompanyDb,
} from '../support/office.ts'

/**
 * What somebody who holds the company's page key, as every user does, can do with SQLite behind the engine: swap, replace and
 * put back rows. No such act may ever show a number, let alone another person's.
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

/** Runs surgery on the closed database and opens the office again. */
async function surgery(work: (db: Db) => void): Promise<void> {
  withCompanyDb(office, work)
  office.restart()
  await office.unlock()
}

/** What a reveal of person 1 says, and that nothing was shown. */
async function refused(code = '1'): Promise<string> {
  const before = office.script.shown.length
  const outcome = await reveal(office, [code]).then(
    (shown) => `shown ${shown.join()}`,
    (error: { code?: string }) => error.code ?? String(error),
  )
  expect(office.script.shown).toHaveLength(before)
  return outcome
}

const boxOf = (db: Db, i: number): Uint8Array =>
  new Uint8Array(
    one<{ box: Uint8Array }>(db, 'SELECT box FROM sealed WHERE person = ?', person(i))?.box ?? [],
  )

describe('without surgery', () => {
  it('the number is shown, so that the refusals below mean something', async () => {
    await surgery(() => undefined)
    expect(await reveal(office, ['1'])).toEqual([numberOf(1)])
  })
})

describe('sealed rows', () => {
  it('that were swapped within a batch are refused for both people', async () => {
    await surgery((db) => {
      const [a, b] = [boxOf(db, 1), boxOf(db, 2)]
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', b, person(1))
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', a, person(2))
    })
    expect(await refused('1')).toBe('RECORD_TAMPERED')
    expect(await refused('2')).toBe('RECORD_TAMPERED')
    expect(await reveal(office, ['3'])).toEqual([numberOf(3)])
  })

  it('that were swapped together with their places in the batch are refused', async () => {
    await surgery((db) => {
      const [a, b] = [boxOf(db, 1), boxOf(db, 2)]
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', b, person(1))
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', a, person(2))
      run(db, 'UPDATE number SET position = 1 - position WHERE person IN (?, ?)', person(1), person(2))
    })
    expect(await refused('1')).toBe('RECORD_TAMPERED')
  })

  it('of one person that claim another person’s batch are refused', async () => {
    await surgery((db) => {
      const batch = one<{ batch: Uint8Array }>(
        db,
        'SELECT batch FROM number WHERE person = ?',
        person(4),
      )?.batch
      run(db, 'UPDATE number SET batch = ?, position = 0 WHERE person = ?', batch ?? null, person(1))
    })
    // attested, as that batch is
    expect(await refused('1')).toBe('RECORD_TAMPERED')
  })

  it.each([0, 15, 16, 31])('with a bit flipped in byte %i are refused', async (at) => {
    await surgery((db) => {
      const box = boxOf(db, 1)
      box[at] = (box[at] ?? 0) ^ 1
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', box, person(1))
    })
    expect(await refused()).toBe('RECORD_TAMPERED')
  })

  it('that are gone are no number', async () => {
    await surgery((db) => run(db, 'DELETE FROM sealed WHERE person = ?', person(1)))
    expect(await refused()).toBe('NUMBER_NOT_HELD')
  })
})

describe('a granted act that met a changed record', () => {
  it('has a closing line with the reason, and counts as no wrong secret', async () => {
    await surgery((db) => run(db, 'UPDATE sealed SET box = randomblob(32) WHERE person = ?', person(1)))
    await refused()
    expect((await actions(office)).slice(0, 3)).toEqual([
      'reveal.closed:RECORD_TAMPERED',
      'reveal.granted:granted',
      'reveal.attempt:asked',
    ])
    expect((await office.call('home.summary', { company: office.company })).verificationFailures).toBe(0)
  })
})

describe('a batch', () => {
  it.each([
    ['its signature', `signature = randomblob(64)`],
    ['its sealed key', `sealed_key = randomblob(80)`],
    ['its members', `members = randomblob(length(members))`],
    ['its collector', `collector = randomblob(16)`],
    ['its generation', `generation = generation + 1`],
    ['no key any more', `sealed_key = NULL`],
  ])('with another value for %s is refused', async (_, change) => {
    await surgery((db) => run(db, `UPDATE batch SET ${change}`))
    expect(await refused()).toBe('RECORD_TAMPERED')
  })

  /** A number planted with everything right but the signature: the public key is no secret. */
  const plant = (
    db: Db,
    officeId: OfficeId,
    sign: ReturnType<typeof signPair>,
    collector: Uint8Array,
  ): void => {
    const key = one<{ n_pub: Uint8Array }>(db, 'SELECT n_pub FROM number_key')
    const batch = 'b'.repeat(32) as BatchId
    const place = { officeId, companyId: office.company, batch, generation: 1 }
    const members = Buffer.concat([person(1), Buffer.from([0, 0, 0, 1])])
    const sealed = newBatchKey(new Uint8Array(key?.n_pub ?? []))
    const digits = new TextEncoder().encode(numberOf(99))
    const box = sealNumber(sealed.key, { ...place, person: people[0] as PersonId, version: 1 }, 0, digits)
    const statement = {
      ...place,
      sealedKey: sealed.sealedKey,
      members,
      collector: Buffer.from(collector).toString('hex'),
    }
    run(
      db,
      `INSERT INTO batch (id, generation, sealed_key, members, collector, signature, created_at) VALUES (?, 1, ?, ?, ?, ?, '2026')`,
      idBlob(batch),
      sealed.sealedKey,
      members,
      collector,
      signBatch(statement as never, sign.sk),
    )
    run(db, 'UPDATE number SET batch = ?, position = 0 WHERE person = ?', idBlob(batch), person(1))
    run(db, 'UPDATE sealed SET box = ? WHERE person = ?', box, person(1))
    run(
      db,
      `INSERT INTO verification (batch, route, tasks, identity_docs, checked_on, recorded_at, recorded_by)
      VALUES (?, 'employer', '["withholding"]', '[]', '2026-01-01', '2026', ?)`,
      idBlob(batch),
      collector,
    )
  }

  it.each(['the responsible person’s name', 'nobody’s name'])(
    'that was planted under a stranger’s key in %s is refused',
    async (whose) => {
      const { office: facts } = await office.call('office.state', {})
      const collector = whose.startsWith('nobody') ? systemRandom(16) : idBlob(office.manager)
      await surgery((db) => plant(db, facts?.id as OfficeId, signPair(), collector))
      expect(await refused()).toBe('RECORD_TAMPERED')
    },
  )
})

describe('number keys', () => {
  it('replaced by a stranger’s are refused before anything is sealed to them', async () => {
    const stranger = boxPair()
    withCompanyDb(office, (db) => run(db, 'UPDATE number_key SET n_pub = ?', stranger.pk))
    office.restart()
    await office.unlock()
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
      params: { part: 'number key' },
    })
  })

  it.each([2, 0])('of a stranger beside ours as generation %i are refused', async (generation) => {
    const stranger = boxPair()
    withCompanyDb(office, (db) =>
      run(
        db,
        `INSERT INTO number_key SELECT ?, ?, issuer, signature, created_at, NULL FROM number_key`,
        generation,
        stranger.pk,
      ),
    )
    office.restart()
    await office.unlock()
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
    })
  })

  it('certified by somebody who is not responsible are refused', async () => {
    const [handler] = addUsers(office, [{ name: '担当', roles: ['handler'] }])
    withCompanyDb(office, (db) => run(db, 'UPDATE number_key SET issuer = ?', idBlob(handler ?? '')))
    office.restart()
    await office.unlock()
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
    })
  })

  it('without a wrap for this user open nothing', async () => {
    await surgery((db) => run(db, 'DELETE FROM number_wrap WHERE holder = ?', idBlob(office.manager)))
    expect(await refused()).toBe('NO_VIEWER_KEY')
  })

  it('whose wraps were swapped between holders open nothing', async () => {
    await surgery((db) => {
      const kit = one<{ sealed: Uint8Array }>(
        db,
        'SELECT sealed FROM number_wrap WHERE holder = zeroblob(16)',
      )
      run(
        db,
        'UPDATE number_wrap SET sealed = ? WHERE holder = ?',
        kit?.sealed ?? null,
        idBlob(office.manager),
      )
    })
    expect(await refused()).toBe('RECORD_TAMPERED')
  })

  it('replaced by a wrap of the attacker’s own key do not pass the operator verification', async () => {
    const stranger = boxPair()
    const verification = office.ring.users.get(office.manager)?.verification
    await surgery((db) =>
      run(
        db,
        'UPDATE number_wrap SET sealed = ? WHERE holder = ?',
        sealTo(stranger.sk, verification?.pk ?? new Uint8Array()),
        idBlob(office.manager),
      ),
    )
    expect(await refused()).toBe('RECORD_TAMPERED')
  })
})

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
    await surgery((db) => putBack(db, Number(code), saved))
    expect(await refused(code)).toBe('RECORD_TAMPERED')
  })

  it('after a change of the number is refused', async () => {
    const saved = withCompanyDb(office, (db) => save(db, 4))
    office.restart()
    await office.unlock()
    await enter(office, '4', numberOf(44), true)
    await surgery((db) => putBack(db, 4, saved))
    expect(await refused('4')).toBe('RECORD_TAMPERED')
  })

  it('is refused for a comparison as well, which says neither yes nor no', async () => {
    const saved = withCompanyDb(office, (db) => save(db, 1))
    office.restart()
    await office.unlock()
    await purge('1')
    await surgery((db) => putBack(db, 1, saved))
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
    await surgery((db) => {
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
    await office.call('number.verify', {
      company: office.company,
      person: people[0] as PersonId,
      numberDoc: 'my-number-card',
      identityDocs: [],
    })
    expect(await reveal(office, ['1'])).toEqual([numberOf(11)])
  })
})

describe('an edited log', () => {
  it.each([
    ['a line was edited', `UPDATE log SET line = replace(line, 'people.csv', 'other.csv') WHERE seq = 3`],
    ['a line is missing', 'DELETE FROM log WHERE seq = 3'],
    ['two lines changed places', 'UPDATE log SET seq = CASE seq WHEN 3 THEN -3 ELSE seq END'],
  ])('lets nothing be shown when %s', async (_, sql) => {
    await surgery((db) => run(db, sql))
    expect(await refused()).toBe('LOG_BROKEN')
    expect((await office.call('log.verify', { company: office.company })).ok).toBe(false)
  })
})

describe('the roster', () => {
  const edit = (work: (roster: { users: Record<string, unknown>[] }) => void): void => {
    const path = officeFiles(office.test.dir).roster
    const roster = JSON.parse(readFileSync(path, 'utf8')) as { users: Record<string, unknown>[] }
    work(roster)
    writeFileSync(path, JSON.stringify(roster))
  }
  const select = () => office.call('office.select', { place: office.test.dir as never })

  it.each(['slot', 'verificationSlot'])('with two users’ %s swapped is refused', async (name) => {
    addUsers(office, [{ name: '二人目', roles: ['manager'] }])
    edit(({ users: [a, b] }) => {
      if (a && b) [a[name], b[name]] = [b[name], a[name]]
    })
    await expect(select()).rejects.toMatchObject({ code: 'OFFICE_DAMAGED', params: { part: 'slot' } })
  })

  it('with two users’ certificates swapped is refused', async () => {
    addUsers(office, [{ name: '二人目', roles: ['manager'] }])
    edit(({ users: [a, b] }) => {
      if (a && b) [a['certificate'], b['certificate']] = [b['certificate'], a['certificate']]
    })
    await expect(select()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED' })
  })

  it('with two users’ office keys swapped opens for neither', async () => {
    const [second] = addUsers(office, [{ name: '二人目', roles: ['manager'] }])
    edit(({ users: [a, b] }) => {
      if (a && b) [a['officeKey'], b['officeKey']] = [b['officeKey'], a['officeKey']]
    })
    for (const user of [office.manager, second]) {
      await expect(office.unlock(user)).rejects.toMatchObject({
        code: 'OFFICE_TAMPERED',
        params: { part: 'office key' },
      })
    }
  })

  it('with a disabled login enabled again is refused, and a removed user too', async () => {
    addUsers(office, [{ name: '二人目', roles: ['manager'] }])
    const path = officeFiles(office.test.dir).roster
    const before = readFileSync(path, 'utf8')
    edit(({ users: [, b] }) => {
      if (b) b['disabled'] = true
    })
    await expect(select()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED', params: { part: 'roster' } })
    writeFileSync(path, before)
    edit((roster) => roster.users.pop())
    await expect(select()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED', params: { part: 'roster' } })
  })

  it('put back to the one before a user was added is taken forward, not believed', async () => {
    const path = officeFiles(office.test.dir).roster
    const old = office.file('old-roster.json')
    copyFileSync(path, old)
    addUsers(office, [{ name: '二人目', roles: ['manager'] }])
    copyFileSync(old, path)
    await office.unlock()
    expect((await office.call('office.users', {})).users).toHaveLength(2)
    expect(readFileSync(path, 'utf8')).toContain('二人目')
  })

  it('two revisions behind is refused', async () => {
    const path = officeFiles(office.test.dir).roster
    const old = office.file('old-roster.json')
    copyFileSync(path, old)
    addUsers(office, [{ name: '二人目', roles: ['manager'] }])
    addUsers(office, [{ name: '三人目', roles: ['manager'] }])
    copyFileSync(old, path)
    await expect(office.unlock()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED' })
  })
})

describe('files that were exchanged', () => {
  it('between two companies are refused', async () => {
    const other = (await office.call('company.add', { name: '別の会社' })).id
    office.test.engine.close()
    const files = officeFiles(office.test.dir)
    const parked = office.file('parked.db')
    copyFileSync(files.company(office.company), parked)
    copyFileSync(files.company(other), files.company(office.company))
    copyFileSync(parked, files.company(other))
    office.restart()
    await office.unlock()
    for (const company of [office.company, other]) {
      await expect(office.call('home.summary', { company })).rejects.toMatchObject({ code: 'OFFICE_DAMAGED' })
    }
  })

  it('for an older copy of the same company are refused, and the office stays open', async () => {
    office.test.engine.close()
    const path = officeFiles(office.test.dir).company(office.company)
    const old = office.file('old.db')
    copyFileSync(path, old)
    office.restart()
    await office.unlock()
    await leave(office, '1', '2024-03-31')
    office.test.engine.close()
    copyFileSync(old, path)
    office.restart()
    await office.unlock()
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
      params: { part: 'anchor' },
    })
    expect((await office.call('company.list', {})).companies).toHaveLength(1)
  })

  it('or taken away are told as damage, and nothing is made in their place', async () => {
    office.test.engine.close()
    const path = officeFiles(office.test.dir).company(office.company)
    rmSync(path)
    office.restart()
    await office.unlock()
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'OFFICE_DAMAGED',
    })
    expect(existsSync(path)).toBe(false)
    const { checks } = await office.call('office.doctor', {})
    expect(checks.find(({ id }) => id === 'companies')?.ok).toBe(false)
  })
})
