import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '../../../../src/shared/ids.ts'
import { numberOf } from '../../../support/numbers.ts'
import {
  codeOf,
  enter,
  idOf,
  importPeople,
  log,
  makeOffice,
  type Office,
  personOf,
  reveal,
  verify,
  withCompanyDb,
} from '../../../support/office.ts'

let office: Office
let first: PersonId

beforeEach(async () => {
  office = await makeOffice()
  await importPeople(office, [{ code: '1', joined: '2015-04-01' }, { code: '2' }])
  first = await idOf(office, '1')
})
afterEach(() => office.cleanUp())

describe('a purpose', () => {
  beforeEach(async () => {
    await enter(office, '1', numberOf(1))
    await verify(office, '1')
  })
  const outcome = (purpose: string): Promise<string> =>
    reveal(office, ['1'], purpose).then((shown) => shown.join(), codeOf)

  it.each([
    ['a document', 'T12'],
    ['a document in lower case', 't12'],
    ['a task', 'withholding'],
    ['a task in Japanese', '年末調整'],
    ['employment insurance', 'employment-insurance'],
    ['the person’s own request', 'disclosure'],
  ])('that is %s shows the number', async (_, purpose) => {
    expect(await outcome(purpose)).toBe(numberOf(1))
  })

  it.each([
    ['outside the notice', 'savings', 'PURPOSE_NOT_IN_NOTICE'],
    ['outside the notice, by its document', 'T16', 'PURPOSE_NOT_IN_NOTICE'],
    ['for payees only', 'P01', 'PURPOSE_NOT_FOR_PERSON'],
    ['for the spouse’s number only', 'T04', 'PURPOSE_NOT_FOR_PERSON'],
    ['that does not exist', 'T99', 'UNKNOWN_PURPOSE'],
    ['that is empty', '', 'UNKNOWN_PURPOSE'],
    ['of a prototype', '__proto__', 'UNKNOWN_PURPOSE'],
    ['of an object', 'constructor', 'UNKNOWN_PURPOSE'],
  ])('%s is refused, and no secret is asked for', async (_, purpose, refusal) => {
    expect(await outcome(purpose)).toBe(refusal)
    expect(office.script.asked).not.toContain('screen.verify')
  })

  it.each([
    ['労災', 'workers-accident'],
    ['労災保険の請求', 'workers-accident'],
    ['保険料控除申告書', 'deduction-forms'],
    ['T08', 'deduction-forms'],
    ['社員番号', 'employee-code'],
    ['勤怠', 'employee-code'],
    ['顧客管理', 'sales'],
    ['年齢確認', 'reception'],
    ['iDeCo', 'other-schemes'],
    ['ｉＤｅＣｏ', 'other-schemes'],
    ['中退共', 'other-schemes'],
  ])('%s is refused as a use that is not allowed, and the catalogue says why', async (purpose, use) => {
    await expect(reveal(office, ['1'], purpose)).rejects.toMatchObject({
      code: 'PURPOSE_FORBIDDEN',
      params: { use },
    })
    const { forbidden } = await office.call('catalogue.list', {})
    expect(forbidden.find(({ id }) => id === use)?.why.ja).toMatch(/。$/)
  })

  it('of a comparison is checked as that of showing', async () => {
    office.script.number = numberOf(1)
    const ask = (purpose: string) =>
      office.call('number.match', { company: office.company, person: first, purpose })
    await expect(ask('労災')).rejects.toMatchObject({ code: 'PURPOSE_FORBIDDEN' })
    await expect(ask('savings')).rejects.toMatchObject({ code: 'PURPOSE_NOT_IN_NOTICE' })
    await expect(ask('T12')).resolves.toEqual({ match: true })
  })

  it('was verified for the tasks of the notice at that time, and for no task that the notice names only later', async () => {
    withCompanyDb(office, (db) => {
      db.exec(
        `INSERT INTO notice SELECT 2, '2026-11-24', '["withholding","savings"]', published_by FROM notice`,
      )
    })
    office.restart()
    await office.unlock()
    expect(await outcome('savings')).toBe('NOT_VERIFIED')
    expect(await outcome('T12')).toBe(numberOf(1))
    expect(await outcome('employment-insurance')).toBe('PURPOSE_NOT_IN_NOTICE')
  })
})

describe('the catalogue', () => {
  it('names every document, rule and forbidden use in both languages', async () => {
    const { documents, rules, forbidden } = await office.call('catalogue.list', {})
    expect(documents.length).toBeGreaterThan(20)
    expect(rules.length).toBeGreaterThan(30)
    for (const text of [
      ...documents.map(({ name }) => name),
      ...rules.flatMap(({ document, period }) => [document, period]),
      ...forbidden.map(({ why }) => why),
    ]) {
      expect(text.ja).toMatch(/[\u3041-\u9fff]/)
      expect(text.en).toMatch(/[a-z]/)
    }
  })

  it('holds every document that a verification accepts', async () => {
    const { documents } = await office.call('catalogue.list', {})
    const complete = documents.filter((document) => document.complete).map(({ id }) => id)
    await enter(office, '1', numberOf(1))
    for (const id of complete) await expect(verify(office, '1', id)).resolves.toBeDefined()
  })
})

describe('a comparison', () => {
  beforeEach(async () => {
    await enter(office, '1', numberOf(1))
    await verify(office, '1')
  })
  const ask = () => office.call('number.match', { company: office.company, person: first, purpose: 'T12' })

  it('has lines of its own, and shows nothing', async () => {
    office.script.number = numberOf(2)
    await expect(ask()).resolves.toEqual({ match: false })
    expect((await log(office)).slice(0, 3).map((row) => `${row.action}:${row.outcome}`)).toEqual([
      'match.closed:no match',
      'match.granted:granted',
      'reveal.attempt:asked',
    ])
    expect(office.script.shown).toEqual([])
  })

  it('with something that is no number has a closing line with the reason', async () => {
    office.script.number = '123'
    await expect(ask()).rejects.toMatchObject({ code: 'NUMBER_INVALID' })
    expect((await log(office))[0]).toMatchObject({ action: 'reveal.closed', outcome: 'NUMBER_INVALID' })
  })
})

describe('the list', () => {
  it('shows nobody twice who was named twice', async () => {
    await enter(office, '1', numberOf(1))
    await verify(office, '1')
    await office.call('office.policy', { listLimit: 2 })
    await office.call('number.reveal', { company: office.company, people: [first, first], purpose: 'T12' })
    expect(office.script.shown).toEqual([numberOf(1)])
  })

  it('is refused as a whole when one of its people may not be shown', async () => {
    await enter(office, '1', numberOf(1))
    await verify(office, '1')
    await enter(office, '2', numberOf(2))
    await office.call('office.policy', { listLimit: 20 })
    await expect(reveal(office, ['1', '2'])).rejects.toMatchObject({
      code: 'NOT_VERIFIED',
      params: { person: '2' },
    })
    expect(office.script.shown).toEqual([])
  })

  it.each([0, 21, 1.5, -1, Number.NaN])('cannot be allowed %d people', async (listLimit) => {
    await expect(office.call('office.policy', { listLimit })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(office.call('office.policy', {})).resolves.toEqual({ listLimit: 1 })
  })
})

describe('what changes while the secret is typed', () => {
  beforeEach(async () => {
    await enter(office, '1', numberOf(1))
    await verify(office, '1')
  })
  /** Runs once the secret was right, before the engine hears of it. */
  const meanwhile = (act: () => Promise<unknown>): void => {
    office.hooks.afterJob = (name) => {
      if (name !== 'verify.open') return undefined
      office.hooks.afterJob = () => undefined
      return act()
    }
  }

  it('is looked at again: a number that was replaced is not shown, neither the old nor the new', async () => {
    meanwhile(() => enter(office, '1', numberOf(2), true))
    await expect(reveal(office, ['1'])).rejects.toMatchObject({ code: 'NUMBER_NOT_HELD' })
    expect(office.script.shown).toEqual([])
    const lines = await log(office)
    expect(lines[0]).toMatchObject({ action: 'reveal.closed', outcome: 'NUMBER_NOT_HELD' })
    // refused before anything was granted
    expect(lines.map((row) => row.action)).not.toContain('reveal.granted')
  })

  it('is looked at again: an office that was locked shows nothing', async () => {
    meanwhile(() => office.call('office.lock', {}))
    await expect(reveal(office, ['1'])).rejects.toMatchObject({ code: 'OFFICE_LOCKED' })
    expect(office.script.shown).toEqual([])
    expect(office.hooks.alive.size).toBe(0)
  })

  it('cannot be another company: the one whose numbers are shown is held open', async () => {
    const other = (await office.call('company.add', { name: '別の会社' })).id
    await personOf(office, '1')
    let refusal: unknown = null
    meanwhile(() =>
      office.call('home.summary', { company: other }).catch((error: unknown) => (refusal = error)),
    )
    expect(await reveal(office, ['1'])).toEqual([numberOf(1)])
    expect(refusal).toMatchObject({ code: 'OFFICE_LOCKED', params: { part: 'busy' } })
  })

  it('leaves no worker alive, however it ends', async () => {
    await reveal(office, ['1'])
    expect(office.hooks.alive.size).toBe(0)
    office.script.secret = 'wrong'
    await reveal(office, ['1']).catch(codeOf)
    expect(office.hooks.alive.size).toBe(0)
  })
})

describe('a worker that lies', () => {
  beforeEach(async () => {
    await enter(office, '1', numberOf(1))
    await verify(office, '1')
  })

  it.each([
    ['no proof', { answers: [] }],
    ['a proof too many', { answers: [new Uint8Array(32), new Uint8Array(32)] }],
    ['a wrong proof', { answers: [new Uint8Array(32)] }],
    ['nothing that is a proof', { answers: ['yes'] }],
    ['nothing', null],
  ])('with %s is granted nothing', async (_, value) => {
    office.hooks.answer = (name, real) => (name === 'verify.open' ? value : real)
    await expect(reveal(office, ['1'])).rejects.toThrow(/^(WRONG_SECRET|WORKER_FAILED)$/)
    expect(office.script.shown).toEqual([])
    expect((await log(office)).map((row) => row.action)).not.toContain('reveal.granted')
  })

  it('that shows a list is given each box once, nothing beyond the list, and nothing after its end', async () => {
    const ask = (params: unknown): string => {
      try {
        office.hooks.callbacks.get('list')?.get('list.shown')?.(params)
        return 'given'
      } catch (error) {
        return codeOf(error)
      }
    }
    const answers: string[] = []
    office.script.beforeShow = () => {
      for (const params of [
        { index: 1 },
        { index: -1 },
        { index: 0.5 },
        {},
        null,
        { index: 0 },
        { index: 0 },
      ]) {
        answers.push(ask(params))
      }
    }
    // the engine gave box 0 above, so the real worker is refused
    await expect(reveal(office, ['1'])).rejects.toMatchObject({ code: 'NOT_GRANTED' })
    expect(answers).toEqual([...Array.from({ length: 5 }, () => 'NOT_GRANTED'), 'given', 'NOT_GRANTED'])
    expect(ask({ index: 0 })).toBe('NOT_GRANTED')
    expect((await log(office)).filter((row) => row.action === 'reveal.shown')).toHaveLength(1)
  })

  it('that shows a list is given nothing before the proof was looked at', async () => {
    let early = ''
    office.hooks.afterJob = (name) => {
      if (name !== 'verify.open') return
      try {
        office.hooks.callbacks.get('list')?.get('list.shown')?.({ index: 0 })
        early = 'given'
      } catch (error) {
        early = codeOf(error)
      }
    }
    await expect(reveal(office, ['1'])).resolves.toEqual([numberOf(1)])
    expect(early).toBe('NOT_GRANTED')
  })
})
