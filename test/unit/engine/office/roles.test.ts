import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSealed } from '../../../../src/crypto/keys.ts'
import { PERMITTED } from '../../../../src/engine/roles.ts'
import { all } from '../../../../src/engine/store/db.ts'
import { API, type MethodName } from '../../../../src/shared/api.ts'
import type { UserId } from '../../../../src/shared/ids.ts'
import { ROLES, type Role } from '../../../../src/shared/model.ts'
import { addUsers, makeOffice, type Office, withCompanyDb } from '../../../support/office.ts'

/** Who may call what, written a second time by hand: a changed row of the engine's table must be changed here too. */
const MAY: { readonly [M in MethodName]: string } = {
  'office.state': 'MHISA',
  'office.select': 'MHISA',
  'office.create': 'MHISA',
  'office.unlock': 'MHISA',
  'office.lock': 'MHISA',
  'office.users': 'MHISA',
  'office.doctor': 'MHISA',
  'office.declareAnchor': 'M',
  'office.policy': 'MHISA',
  'company.list': 'MHISA',
  'company.add': 'M',
  'home.summary': 'MHISA',
  'people.list': 'MHISA',
  'people.show': 'MHISA',
  'people.find': 'MHISA',
  'people.add': 'MHI',
  'event.leave': 'MH',
  'import.preview': 'MHI',
  'import.commit': 'MHI',
  'import.cancel': 'MHI',
  'number.enter': 'MHI',
  'number.verify': 'MH',
  'number.attest': 'M',
  'number.reveal': 'MH',
  'number.match': 'MH',
  'purpose.list': 'MHISA',
  'catalogue.list': 'MHISA',
  'purge.due': 'MHISA',
  'purge.propose': 'MH',
  'purge.list': 'MHISA',
  'purge.confirm': 'M',
  'log.list': 'MHSA',
  'log.verify': 'MHSA',
  'log.export': 'MA',
}
const LETTER: Readonly<Record<Role, string>> = {
  manager: 'M',
  handler: 'H',
  intake: 'I',
  system: 'S',
  auditor: 'A',
}
const CLOSED = Object.keys(MAY).filter((name) => PERMITTED[name as MethodName] === 'closed')

/** Well-formed parameters for every method; ids name nobody, so a call that passes the role table ends soon after. */
function paramsOf(name: MethodName, office: Office): unknown {
  const { company } = office
  const nobody = 'e'.repeat(32)
  const place = join(office.test.root, 'nothing')
  const date = '2026-01-05'
  const table: { readonly [M in MethodName]?: unknown } = {
    'office.declareAnchor': { reason: '理由' },
    'company.add': { name: `追加${Math.random()}` },
    'home.summary': { company },
    'people.list': { company },
    'people.show': { company, person: nobody },
    'people.find': { company, code: 'x' },
    'people.add': { company, code: '', name: '' },
    'event.leave': { company, person: nobody, on: date },
    'import.preview': { company, file: place },
    'import.commit': { handle: 'x' },
    'import.cancel': { handle: 'x' },
    'number.enter': { company, person: nobody },
    'number.verify': { company, person: nobody, numberDoc: 'x', identityDocs: [] },
    'number.attest': { company, source: '旧システム', collectedOn: date },
    'number.reveal': { company, people: [nobody], purpose: 'T12' },
    'number.match': { company, person: nobody, purpose: 'T12' },
    'purpose.list': { company },
    'purge.due': { company },
    'purge.propose': { company, reason: '理由' },
    'purge.list': { company },
    'purge.confirm': { company, proposal: nobody },
    'log.list': { company },
    'log.verify': { company },
    'log.export': { company, file: join(office.test.root, `log-${Math.random()}.json`) },
  }
  return table[name] ?? {}
}

let office: Office
let users: Map<Role, UserId>

beforeAll(async () => {
  office = await makeOffice()
  const ids = addUsers(
    office,
    ROLES.map((role) => ({ name: `利用者 ${role}`, roles: [role] })),
  )
  users = new Map(ROLES.map((role, i) => [role, ids[i] as UserId]))
  await office.unlock()
  ;(office as { company: string }).company = (await office.call('company.add', { name: '別の会社' })).id
  office.restart()
})
afterAll(() => office.cleanUp())

/** The code with which a call ends; `ok` when it succeeds. */
const outcome = async (name: MethodName): Promise<string> => {
  try {
    await office.call(name, paramsOf(name, office) as never)
    return 'ok'
  } catch (error) {
    return (error as { code?: string }).code ?? 'not a VaultError'
  }
}

describe('the tables', () => {
  it('give every method a validator, a permission and an expectation', () => {
    const names = Object.keys(API).toSorted()
    expect(Object.keys(PERMITTED).toSorted()).toEqual(names)
    expect(Object.keys(MAY).toSorted()).toEqual(names)
    expect([...office.test.engine.handlers.keys()].toSorted()).toEqual(names)
  })

  it('leave only methods open that need no office, before anybody has unlocked', () => {
    expect(CLOSED).toEqual(['office.state', 'office.select', 'office.create', 'office.unlock', 'office.lock'])
  })
})

describe.each(ROLES)('%s', (role) => {
  beforeAll(async () => {
    await office.unlock(users.get(role))
  })
  const open = Object.keys(MAY).filter((name) => !CLOSED.includes(name)) as MethodName[]

  it.each(open.filter((name) => MAY[name].includes(LETTER[role])))('may call %s', async (name) => {
    expect(await outcome(name)).not.toMatch(/ROLE_REFUSED|not a VaultError|UNEXPECTED|OFFICE_LOCKED/)
  })

  it.each(open.filter((name) => !MAY[name].includes(LETTER[role])))('is refused %s', async (name) => {
    expect(await outcome(name)).toBe('ROLE_REFUSED')
  })
})

describe('the policy', () => {
  it('is read by everybody and set by a responsible person only', async () => {
    await office.unlock(users.get('handler'))
    await expect(office.call('office.policy', {})).resolves.toEqual({ listLimit: 1 })
    await expect(office.call('office.policy', { listLimit: 20 })).rejects.toMatchObject({
      code: 'ROLE_REFUSED',
    })
    await office.unlock(users.get('manager'))
    await expect(office.call('office.policy', { listLimit: 20 })).resolves.toEqual({ listLimit: 20 })
  })
})

describe('a responsible person without a grant of one company', () => {
  it('declares the anchors of the companies that are theirs', async () => {
    const [other] = addUsers(office, [{ name: '新しい責任者', roles: ['manager'] }])
    await office.unlock(other)
    await expect(office.call('office.declareAnchor', { reason: '理由' })).resolves.toMatchObject({
      phase: 'open',
    })
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'ROLE_REFUSED',
      params: { needs: 'grant' },
    })
  })
})

describe('the log on a person’s page', () => {
  it.each(ROLES)('is shown to %s exactly when the role may read the log', async (role) => {
    await office.unlock(users.get(role))
    const { company } = office
    const found = await office.call('people.list', { company })
    const person = found.people[0]?.id ?? (await addOne()).id
    await office.unlock(users.get(role))
    const detail = await office.call('people.show', { company, person })
    expect(detail.log.length > 0).toBe(MAY['log.list'].includes(LETTER[role]))
  })

  const addOne = async () => {
    await office.unlock()
    return office.call('people.add', { company: office.company, code: '1', name: '佐藤' })
  }
})

describe('without a session', () => {
  it.each(Object.keys(MAY).filter((name) => !CLOSED.includes(name)) as MethodName[])(
    'refuses %s',
    async (name) => {
      office.restart()
      expect(await outcome(name)).toBe('OFFICE_LOCKED')
    },
  )
})

describe('keys', () => {
  it('that open numbers are sealed to those whose role may, and to the kit, and to nobody else', () => {
    const holders = withCompanyDb(office, (db) =>
      all<{ holder: Uint8Array }>(db, 'SELECT holder FROM number_wrap'),
    )
    const names = holders.map(({ holder }) => Buffer.from(holder).toString('hex')).toSorted()
    const kit = '0'.repeat(32)
    expect(names).toEqual(
      [kit, office.manager, users.get('manager'), users.get('handler')].map(String).toSorted(),
    )
  })

  it.each(ROLES.filter((role) => role !== 'manager' && role !== 'handler'))(
    'of %s open no wrap of a number key',
    (role) => {
      const wraps = withCompanyDb(office, (db) =>
        all<{ sealed: Uint8Array }>(db, 'SELECT sealed FROM number_wrap'),
      )
      const keys = office.ring.users.get(users.get(role) as UserId)
      for (const { sealed } of wraps) {
        for (const sk of [keys?.session.sk, keys?.verification.sk]) {
          expect(sk && openSealed(new Uint8Array(sealed), sk)).toBeNull()
        }
      }
    },
  )
})
