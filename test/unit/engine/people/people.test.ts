import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VaultRole } from '../../../../src/shared/model.ts'
import { numberOf } from '../../../support/numbers.ts'
import {
  attest,
  enter,
  idOf,
  importPeople,
  leave,
  log,
  makeOffice,
  type Office,
  personOf,
} from '../../../support/office.ts'

let office: Office
const fresh = async (role: VaultRole = 'B'): Promise<void> => {
  office = await makeOffice({ role })
}
afterEach(() => office.cleanUp())

interface NewPerson {
  code: string
  name: string
  kana?: string | null
  birth?: string | null
  joined?: string | null
}
const add = (person: NewPerson) => office.call('people.add', { company: office.company, ...person })
const show = async (code: string) =>
  office.call('people.show', { company: office.company, person: await idOf(office, code) })

describe('adding a person', () => {
  beforeEach(() => fresh())

  it('keeps what was given, as it was given, and writes one line without the name', async () => {
    const person = await add({
      code: '0012',
      name: ' 髙橋　一郎 ',
      kana: 'タカハシ イチロウ',
      birth: '1990-01-05',
      joined: '2015-04-01',
    })
    expect(person).toMatchObject({
      code: '0012',
      name: '髙橋　一郎',
      kana: 'タカハシ イチロウ',
      birth: '1990-01-05',
      joined: '2015-04-01',
      left: null,
      number: 'none',
      due: null,
    })
    const [line] = await log(office)
    expect(line).toMatchObject({ action: 'people.add', people: [{ code: '0012' }] })
    expect(JSON.stringify(line?.detail)).not.toContain('髙橋')
  })

  it('gives an open reason for keeping: the employment', async () => {
    await add({ code: '1', name: '佐藤', joined: '2015-04-01' })
    const detail = await show('1')
    expect(detail.bases).toMatchObject([{ rule: 'T12', startedOn: '2015-04-01', endedOn: null }])
    expect(detail.due).toMatchObject({ due: null, open: true })
  })

  it('refuses a code that is taken, exactly compared', async () => {
    await add({ code: '12', name: '佐藤' })
    await expect(add({ code: '12', name: '鈴木' })).rejects.toMatchObject({ code: 'CODE_TAKEN' })
    await expect(add({ code: '012', name: '鈴木' })).resolves.toMatchObject({ code: '012' })
  })

  const REFUSED: readonly (readonly [string, NewPerson, string])[] = [
    ['an empty code', { code: '', name: '佐藤' }, 'BAD_CODE'],
    ['a code with a space', { code: '1 2', name: '佐藤' }, 'BAD_CODE'],
    ['a code with a control character', { code: '1\u0007', name: '佐藤' }, 'BAD_CODE'],
    ['a code of 33 characters', { code: 'x'.repeat(33), name: '佐藤' }, 'BAD_CODE'],
    ['a code that is a path', { code: '../1', name: '佐藤' }, 'BAD_CODE'],
    ['an empty name', { code: '1', name: ' ' }, 'BAD_NAME'],
    ['a name without a letter', { code: '1', name: '1990-01-05' }, 'BAD_NAME'],
    ['a name with a line break', { code: '1', name: '佐藤\n一郎' }, 'BAD_NAME'],
    ['a name with an escape sequence', { code: '1', name: '佐藤\u001b[2J' }, 'BAD_NAME'],
    ['a name with half of a surrogate pair', { code: '1', name: '佐藤\ud842' }, 'BAD_NAME'],
    ['a name of 101 characters', { code: '1', name: 'あ'.repeat(101) }, 'BAD_NAME'],
    ['a reading of 101 characters', { code: '1', name: '佐藤', kana: 'ア'.repeat(101) }, 'BAD_NAME'],
    ['twelve digits as a code', { code: numberOf(1), name: '佐藤' }, 'LOOKS_LIKE_NUMBER'],
    ['twelve digits in a name', { code: '1', name: `佐藤${numberOf(1)}` }, 'LOOKS_LIKE_NUMBER'],
    ['twelve grouped digits in a name', { code: '1', name: '佐藤1234 5678 9018' }, 'LOOKS_LIKE_NUMBER'],
    [
      'twelve full-width digits in a reading',
      { code: '1', name: '佐藤', kana: 'サ１２３４５６７８９０１８' },
      'LOOKS_LIKE_NUMBER',
    ],
    [
      'joining before being born',
      { code: '1', name: '佐藤', birth: '2015-04-01', joined: '1990-01-05' },
      'DATE_ORDER',
    ],
    ['31 February', { code: '1', name: '佐藤', birth: '1990-02-31' }, 'BAD_REQUEST'],
    ['29 February of a common year', { code: '1', name: '佐藤', joined: '2023-02-29' }, 'BAD_REQUEST'],
  ]
  it.each(REFUSED)('refuses %s, adds nobody and writes no line', async (_, person, code) => {
    const before = await log(office)
    await expect(add(person)).rejects.toMatchObject({ code })
    expect((await office.call('people.list', { company: office.company })).total).toBe(0)
    expect(await log(office)).toEqual(before)
  })

  it('never tells twelve digits back in an error', async () => {
    for (const [, person] of REFUSED) {
      const error: unknown = await add(person).catch((thrown: unknown) => thrown)
      expect(JSON.stringify(error)).not.toMatch(/\d{12}/)
    }
  })
})

describe('a person’s page', () => {
  beforeEach(async () => {
    await fresh()
    await importPeople(office, [{ code: '1', number: numberOf(1), joined: '2015-04-01' }])
  })

  it('tells which tasks the number may be used for, and why not for the others', async () => {
    const refusals = (await show('1')).tasks.map(({ task, refusal }) => [task, refusal])
    expect(new Set(refusals.map(([, refusal]) => refusal))).toEqual(
      new Set(['NOT_VERIFIED', 'PURPOSE_NOT_FOR_PERSON']),
    )
    await attest(office)
    const after = (await show('1')).tasks
    expect(after.filter(({ usable }) => usable).map(({ task }) => task)).toContain('withholding')
    expect(after.find(({ task }) => task === 'payment-records')).toMatchObject({
      usable: false,
      refusal: 'PURPOSE_NOT_FOR_PERSON',
    })
  })

  it('carries no digit of the number', async () => {
    await attest(office)
    const text = JSON.stringify(await show('1'))
    expect(text).not.toContain(numberOf(1))
    expect(text).not.toContain(numberOf(1).slice(-4))
  })

  it('shows the newest lines about this person only', async () => {
    await importPeople(office, [{ code: '2' }])
    await leave(office, '2', '2026-03-31')
    expect((await show('1')).log.map(({ action }) => action)).toEqual(['people.import'])
  })
})

describe('a leaver in a vault that keeps numbers until the last filing (role B)', () => {
  beforeEach(async () => {
    await fresh('B')
    await importPeople(office, [
      { code: '1', number: numberOf(1), birth: '1990-01-05', joined: '2015-04-01' },
    ])
  })

  it('is due on the day after the last filing, 31 January of the next year unless told', async () => {
    const detail = await leave(office, '1', '2026-03-31')
    expect(detail.person).toMatchObject({ left: '2026-03-31', due: '2027-02-01' })
    expect(detail.due.because[0]).toMatchObject({ rule: 'T12', date: '2027-02-01' })
  })

  it('is due on the day after the filing that was told', async () => {
    const detail = await leave(office, '1', '2026-03-31', '2026-04-30')
    expect(detail.person.due).toBe('2026-05-01')
  })

  it('may file on the very day of leaving', async () => {
    expect((await leave(office, '1', '2026-03-31', '2026-03-31')).person.due).toBe('2026-04-01')
  })

  it('writes what was recorded into one line', async () => {
    await leave(office, '1', '2026-03-31')
    expect((await log(office))[0]).toMatchObject({
      action: 'event.leave',
      detail: { on: '2026-03-31', lastFiling: '2027-01-31', due: '2027-02-01' },
    })
  })

  it.each([
    ['before joining', '2015-03-31', null, 'DATE_ORDER'],
    ['with a filing before leaving', '2026-03-31', '2026-03-30', 'DATE_ORDER'],
    ['on a day that does not exist', '2026-04-31', null, 'BAD_REQUEST'],
    ['at the end of the calendar', '9999-12-31', null, 'BAD_DATE'],
  ])('cannot leave %s', async (_, on, lastFiling, code) => {
    await expect(leave(office, '1', on, lastFiling)).rejects.toMatchObject({ code })
    expect((await personOf(office, '1')).left).toBeNull()
    expect((await show('1')).due.open).toBe(true)
  })

  it('cannot leave twice', async () => {
    await leave(office, '1', '2026-03-31')
    await expect(leave(office, '1', '2026-04-30')).rejects.toMatchObject({
      code: 'PERSON_LEFT',
      params: { on: '2026-03-31' },
    })
  })

  it('cannot leave before being born, also without a day of joining', async () => {
    await add({ code: '2', name: '山本', birth: '2000-01-01' })
    await expect(leave(office, '2', '1999-12-31')).rejects.toMatchObject({ code: 'DATE_ORDER' })
  })

  it('becomes due on the day itself and not before', async () => {
    await leave(office, '1', '2026-03-31', '2026-11-23')
    const due = async (on: string | null) =>
      (await office.call('purge.due', { company: office.company, on })).due.map(({ person }) => person.code)
    expect((await personOf(office, '1')).due).toBe('2026-11-24')
    expect(await due('2026-11-23')).toEqual([])
    expect(await due('2026-11-24')).toEqual(['1'])
    // the clock says 2026-11-24 10:00 in Japan
    expect(await due(null)).toEqual(['1'])
  })

  it('is counted in the month of its date', async () => {
    await leave(office, '1', '2026-03-31')
    const { months } = await office.call('purge.due', { company: office.company })
    expect(months).toEqual([{ month: '2027-02', count: 1 }])
    expect((await office.call('home.summary', { company: office.company })).purgeDueNext).toEqual({
      on: '2027-02-01',
      count: 1,
    })
  })

  it('with a number typed in only after leaving is due all the same', async () => {
    await add({ code: '2', name: '山本', joined: '2015-04-01' })
    await leave(office, '2', '2024-03-31')
    expect(await enter(office, '2', numberOf(2))).toMatchObject({ number: 'held', due: '2025-02-01' })
  })

  it('who was purged and whose number is typed in again is due again', async () => {
    await leave(office, '1', '2024-03-31')
    const proposal = await office.call('purge.propose', { company: office.company, reason: '期限' })
    await office.call('purge.confirm', { company: office.company, proposal: proposal.id, soleReason: '一人' })
    expect(await enter(office, '1', numberOf(1))).toMatchObject({ number: 'held', due: '2025-02-01' })
    const again = await office.call('purge.propose', { company: office.company, reason: '誤って入れ直した' })
    expect(again.people.map(({ code }) => code)).toEqual(['1'])
  })

  it('is never due without a number', async () => {
    await add({ code: '2', name: '山本' })
    await leave(office, '2', '2020-03-31')
    const { due } = await office.call('purge.due', { company: office.company })
    expect(due).toEqual([])
  })
})

describe('a leaver in a vault that is the ledger (role A)', () => {
  it('is due when the seven years of the last forms are over, and names the ledger as the reason', async () => {
    await fresh('A')
    await importPeople(office, [{ code: '1', number: numberOf(1), joined: '2015-04-01' }])
    const detail = await leave(office, '1', '2026-03-31')
    // forms of 2026: seven years from 11 January 2027, kept through 10 January 2034
    expect(detail.person.due).toBe('2034-01-11')
    expect(detail.due.because[0]).toMatchObject({ rule: 'T10', date: '2034-01-11' })
    expect(detail.due.because).toHaveLength(2)
  })
})

describe('a leaver in a vault that keeps as long as the documents (role C)', () => {
  it('is not due before the ledger’s date', async () => {
    await fresh('C')
    await importPeople(office, [{ code: '1', number: numberOf(1), joined: '2015-04-01' }])
    const detail = await leave(office, '1', '2026-03-31')
    expect(detail.person.due).toBe('2034-01-11')
  })
})

describe('any leaver', () => {
  it('has a due date after leaving and after filing, in every role', async () => {
    await fresh('B')
    let code = 100
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    await fc.assert(
      fc.asyncProperty(day, fc.option(fc.nat(1000)), async (on, after) => {
        const filing =
          after === null ? null : new Date(Date.parse(on) + after * 86_400_000).toISOString().slice(0, 10)
        await add({ code: String(++code), name: '佐藤' })
        const { person } = await leave(office, String(code), on, filing)
        const last = filing ?? `${Number(on.slice(0, 4)) + 1}-01-31`
        expect(Date.parse(person.due ?? '') - Date.parse(last)).toBe(86_400_000)
      }),
      { numRuns: 40 },
    )
  })
})
