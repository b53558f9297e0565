import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signPair } from '../../src/crypto/keys.ts'
import { officeFiles } from '../../src/engine/office/files.ts'
import { all } from '../../src/engine/store/db.ts'
import { setMeta } from '../../src/engine/store/meta.ts'
import { numberOf } from '../support/numbers.ts'
import {
  addUsers,
  importPeople,
  leave,
  makeOffice,
  type Office,
  withCompanyDb,
  withOfficeDb,
} from '../support/office.ts'

/** Files of an office that somebody edited, exchanged or put back, without any key. */
let office: Office

beforeEach(async () => {
  office = await makeOffice()
  await importPeople(office, [{ code: '1', number: numberOf(1), joined: '2015-04-01' }])
})
afterEach(() => office.cleanUp())

describe('the roster', () => {
  const edit = (work: (roster: { users: Record<string, unknown>[] }) => void): void => {
    const path = officeFiles(office.test.dir).roster
    const roster = JSON.parse(readFileSync(path, 'utf8')) as { users: Record<string, unknown>[] }
    work(roster)
    writeFileSync(path, JSON.stringify(roster))
  }
  const select = () => office.call('office.select', { place: office.test.dir })

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

describe('databases that were edited with their key', () => {
  const home = () => office.call('home.summary', { company: office.company })

  it.each([
    ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM sealed; END'],
    ['a view', 'CREATE VIEW v AS SELECT * FROM person'],
    ['another table', 'CREATE TABLE t (a)'],
  ])('%s planted in a company is found when it is opened, and nothing runs', async (_, sql) => {
    withCompanyDb(office, (db) => db.exec(sql))
    office.restart()
    await office.unlock()
    await expect(home()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED', params: { part: 'schema' } })
    withCompanyDb(office, (db) => {
      expect(all(db, 'SELECT 1 FROM sealed')).toHaveLength(1)
    })
  })

  it('a trigger planted in office.db is found before anybody is let in', async () => {
    withOfficeDb(office, (db) =>
      db.exec('CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM policy; END'),
    )
    const lines = withOfficeDb(office, (db) => all(db, 'SELECT 1 FROM log').length)
    office.restart()
    await expect(office.unlock()).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
      params: { part: 'schema' },
    })
    expect(withOfficeDb(office, (db) => all(db, 'SELECT 1 FROM log').length)).toBe(lines)
  })

  it('a company’s database that says it is another’s is refused', async () => {
    withCompanyDb(office, (db) => setMeta(db, 'company', 'e'.repeat(32)))
    office.restart()
    await office.unlock()
    await expect(home()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED', params: { part: 'company id' } })
  })

  it('an office.db that says it is another’s is refused', async () => {
    withOfficeDb(office, (db) => setMeta(db, 'office', 'e'.repeat(32)))
    office.restart()
    await expect(office.unlock()).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
      params: { part: 'office id' },
    })
  })

  it('another roster inside office.db is refused', async () => {
    withOfficeDb(office, (db) => {
      db.exec(`UPDATE meta SET value = replace(value, '"revision": 1', '"revision": 9') WHERE key = 'roster'`)
    })
    office.restart()
    await expect(office.unlock()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED' })
  })
})

describe('a slot that holds other keys than the roster says', () => {
  it('of another root is refused: the root is pinned where only the passphrase reaches', async () => {
    office.restart()
    office.ring.root = signPair()
    await expect(office.unlock()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED', params: { part: 'root' } })
  })

  it('of another signing key than the certificate’s is refused', async () => {
    const keys = office.ring.users.get(office.manager)
    if (!keys) throw new Error('no keys')
    office.restart()
    office.ring.users.set(office.manager, { ...keys, signing: signPair() })
    await expect(office.unlock()).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
      params: { part: 'certificate' },
    })
  })
})
