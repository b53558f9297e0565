import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { API, type MethodName } from '../../src/shared/api.ts'
import { ERROR_KINDS, VaultError } from '../../src/shared/errors.ts'
import type { PersonId } from '../../src/shared/ids.ts'
import { numberOf } from '../support/numbers.ts'
import { attest, importPeople, leave, makeOffice, type Office, personOf } from '../support/office.ts'

/**
 * Every method with anything at all for its parameters, as a compromised page could send it. Whatever comes: an answer or a
 * VaultError with a code of the table, no number in it, and after a refusal everything is as before.
 */
let office: Office
let person: PersonId
const names = Object.keys(API) as MethodName[]

beforeAll(async () => {
  office = await makeOffice({
    places: (token) => {
      // as main does it: a token nobody handed out is no place
      if (!token.startsWith('/')) throw new VaultError('BAD_REQUEST', { part: 'place' })
      return token
    },
  })
  await importPeople(office, [
    { code: '1', name: '佐藤 一郎', number: numberOf(1), joined: '2015-04-01' },
    { code: '2', name: '鈴木 花子', number: numberOf(2), joined: '2015-04-01' },
  ])
  await attest(office)
  await leave(office, '2', '2024-03-31')
  person = (await personOf(office, '1')).id
})
afterAll(() => office.cleanUp())

/** Everything that a caller can see, without the instants of reading. */
async function state(): Promise<string> {
  const { company } = office
  const seen = [
    await office.call('office.state', {}),
    await office.call('company.list', {}),
    await office.call('office.policy', {}),
    await office.call('people.list', { company, limit: 1000 }),
    await office.call('purge.list', { company }),
    (await office.call('log.list', { company, limit: 1 })).total,
    (await office.call('log.list', { company: null, limit: 1 })).total,
  ]
  return JSON.stringify(seen)
}

/** Calls as a port does: whatever the parameters are. */
async function send(name: MethodName, params: unknown): Promise<{ error: unknown }> {
  try {
    await office.test.engine.handlers.get(name)?.(params)
    return { error: null }
  } catch (error) {
    return { error }
  }
}

const isOurs = (error: unknown): boolean =>
  error instanceof VaultError && Object.hasOwn(ERROR_KINDS, error.code) && error.code !== 'UNEXPECTED'

/** Values that have broken programs before. */
const nasty = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withNullPrototype: true,
  }),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    "'; DROP TABLE person; --",
    'x'.repeat(100_000),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    2 ** 53,
    -1,
    1.5,
    10n ** 30n,
    Symbol('x'),
    () => 1,
    new Proxy({}, {}),
    Object.create(null),
    [],
    Array.from({ length: 5000 }, () => 'e'.repeat(32)),
    'e'.repeat(32),
    '2026-02-31',
    '9999-12-31',
    '0000-00-00',
  ),
)

/** Well-formed parameters, so that one bad value at a time reaches what lies behind the validator. */
const good = (): { readonly [M in MethodName]: object } => {
  const { company } = office
  const who = { company, person }
  return {
    'office.state': {},
    'office.select': { place: 'no such token' },
    'office.create': { place: 'no', name: 'x', user: 'y', kit: 'no', training: false },
    'office.unlock': { user: 'e'.repeat(32) },
    'office.lock': {},
    'office.users': {},
    'office.doctor': {},
    'office.declareAnchor': { reason: '理由' },
    'office.policy': { listLimit: 0 },
    'company.list': {},
    'company.add': { name: '', kind: 'corporation', corporateNumber: null, role: 'B' },
    'home.summary': { company },
    'people.list': { company, search: 'x', filter: 'all', offset: 0, limit: 10 },
    'people.show': who,
    'people.find': { company, code: '1' },
    'people.add': { company, code: '', name: 'x', kana: null, birth: null, joined: null },
    'event.leave': { ...who, on: '1999-01-01', lastFiling: null },
    'import.preview': { company, file: 'no', encoding: 'auto', mapping: null },
    'import.commit': { handle: 'x' },
    'import.cancel': { handle: 'x' },
    'number.enter': { ...who, replace: false },
    'number.verify': { ...who, numberDoc: 'x', identityDocs: [], on: null },
    'number.attest': { company, source: 'x', collectedOn: '2026-01-05', importId: null },
    'number.reveal': { company, people: [person, 'e'.repeat(32)], purpose: 'T12' },
    'number.match': { ...who, purpose: 'x' },
    'purpose.list': { company },
    'catalogue.list': {},
    'purge.due': { company, on: null },
    'purge.propose': { company, people: [person], reason: 'x' },
    'purge.list': { company },
    'purge.confirm': { company, proposal: 'e'.repeat(32), soleReason: null },
    'log.list': {
      company,
      person: null,
      actor: null,
      action: null,
      from: null,
      to: null,
      offset: 0,
      limit: 10,
    },
    'log.verify': { company, full: true },
    'log.export': { company, file: 'no' },
  }
}

/** These change something when they are called rightly; everything else must leave all as it was. */
const CHANGING: readonly MethodName[] = ['office.lock', 'log.export', 'office.declareAnchor']

describe.each(names.filter((name) => name !== 'office.lock'))('%s', (name) => {
  it('answers anything at all with a code of ours and changes nothing', async () => {
    const before = await state()
    await fc.assert(
      fc.asyncProperty(nasty, async (params) => {
        const { error } = await send(name, params)
        // some methods need no parameters: an empty object in whatever dress is right for them
        expect(error === null || isOurs(error)).toBe(true)
      }),
      { numRuns: 50 },
    )
    expect(CHANGING.includes(name) || (await state()) === before).toBe(true)
  })

  it('refuses an unknown key, and keys of every object’s prototype', async () => {
    const before = await state()
    for (const key of ['extra', '__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const params: unknown = JSON.parse(
        JSON.stringify({ ...good()[name], [`${key}?`]: 1 }).replace(`"${key}?"`, `"${key}"`),
      )
      const { error } = await send(name, params)
      expect({ key, error }).toMatchObject({ key, error: { code: 'BAD_REQUEST' } })
    }
    expect(await state()).toBe(before)
  })

  it('takes one bad value at a time without harm', async () => {
    const fields = Object.keys(good()[name])
    if (fields.length === 0) return
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), nasty, async (field, value) => {
        const before = await state()
        const { error } = await send(name, { ...good()[name], [field]: value })
        if (error === null) return
        expect(error).toSatisfy(isOurs)
        expect(JSON.stringify(error)).not.toMatch(/\d{12}/)
        expect(await state()).toBe(before)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a method that is none', () => {
  it.each(['__proto__', 'constructor', 'toString', 'people', '', 'office.state '])(
    '%j has no handler',
    (name) => {
      expect(office.test.engine.handlers.get(name)).toBeUndefined()
    },
  )
})

describe('a locked office', () => {
  it('answers anything at all with a code of ours', async () => {
    office.test.engine.close()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), nasty, async (name, params) => {
        const { error } = await send(name, params)
        expect(error === null || isOurs(error)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
