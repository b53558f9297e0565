import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CompanyId } from '../../../../src/shared/ids.ts'
import { place } from '../../../support/engine.ts'
import { numberOf } from '../../../support/numbers.ts'
import {
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
  reveal,
} from '../../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await makeOffice()
})
afterEach(() => office.cleanUp())

const total = async (): Promise<number> =>
  (await office.call('people.list', { company: office.company })).total
const PEOPLE = [
  {
    code: '1',
    name: '佐藤 一郎',
    kana: 'サトウ イチロウ',
    birth: '1990-01-05',
    joined: '2015-04-01',
    number: numberOf(1),
  },
  { code: '2', name: '鈴木 花子', birth: '1985-02-11', joined: '2012-04-01', number: numberOf(2) },
  { code: '3', name: '高橋 健', joined: '2020-10-01' },
]
const NUMBERS = PEOPLE.flatMap(({ number }) => number ?? [])

describe('a preview', () => {
  it('writes nothing and no line', async () => {
    const before = await log(office)
    await preview(office, csvOf(PEOPLE))
    expect(await total()).toBe(0)
    expect(await log(office)).toEqual(before)
  })

  it('carries no number in its report', async () => {
    const text = JSON.stringify(await preview(office, csvOf(PEOPLE)))
    expect(NUMBERS.filter((number) => text.includes(number))).toEqual([])
  })

  it('leaves one worker alive, and none after cancel', async () => {
    const { handle } = await preview(office, csvOf(PEOPLE))
    expect(office.hooks.alive.size).toBe(1)
    await office.call('import.cancel', { handle })
    expect(office.hooks.alive.size).toBe(0)
    await expect(office.call('import.commit', { handle })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('ends the preview before it, also when both were asked for at once', async () => {
    const [first, second] = await Promise.all([
      preview(office, csvOf(PEOPLE), 'a.csv'),
      preview(office, csvOf(PEOPLE.slice(1)), 'b.csv'),
    ])
    expect(office.hooks.alive.size).toBe(1)
    await expect(office.call('import.commit', { handle: first.handle })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(office.call('import.commit', { handle: second.handle })).resolves.toMatchObject({
      committed: true,
    })
  })

  it('leaves no worker with numbers behind when the office is locked while it reads', async () => {
    office.hooks.afterJob = (name) => (name === 'import.read' ? office.call('office.lock', {}) : undefined)
    await expect(preview(office, csvOf(PEOPLE))).rejects.toMatchObject({ code: 'OFFICE_LOCKED' })
    expect(office.hooks.alive.size).toBe(0)
  })

  it('is over when another company is opened', async () => {
    const { handle } = await preview(office, csvOf(PEOPLE))
    const { id } = await office.call('company.add', { name: '別の会社' })
    await office.call('home.summary', { company: id })
    await expect(office.call('import.commit', { handle })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(office.hooks.alive.size).toBe(0)
  })

  it('is over when its worker fails, with nobody left alive', async () => {
    await expect(preview(office, 'nothing\n')).rejects.toMatchObject({ code: 'FILE_NO_HEADINGS' })
    expect(office.hooks.alive.size).toBe(0)
  })
})

describe('a commit', () => {
  it('writes people, numbers and one line', async () => {
    const before = (await log(office)).length
    const done = await importPeople(office, PEOPLE)
    expect(done).toMatchObject({ committed: true, report: { added: 3, numbersNew: 2 } })
    const lines = await log(office)
    expect(lines).toHaveLength(before + 1)
    expect(lines[0]).toMatchObject({
      action: 'people.import',
      peopleTotal: 3,
      detail: { file: 'people.csv', rows: 3, added: 3, numbers: 2 },
    })
  })

  it('kills its worker', async () => {
    await importPeople(office, PEOPLE)
    expect(office.hooks.alive.size).toBe(0)
  })

  it('changes nothing when its last step fails', async () => {
    const { handle } = await preview(office, csvOf(PEOPLE))
    const before = await log(office)
    // the boxes come back one short: the people are already written in the transaction when that is noticed
    office.hooks.answer = (name, value) =>
      name === 'import.seal' ? { ...(value as object), boxes: new Uint8Array(32) } : value
    await expect(office.call('import.commit', { handle })).rejects.toMatchObject({ code: 'WORKER_FAILED' })
    expect(await total()).toBe(0)
    expect(await log(office)).toEqual(before)
    await expect(office.call('log.verify', { company: office.company })).resolves.toMatchObject({ ok: true })
    expect(office.hooks.alive.size).toBe(0)
  })

  it('sees a person who is added while the numbers are being sealed', async () => {
    const { handle } = await preview(office, csvOf(PEOPLE))
    office.hooks.afterJob = (name) => {
      if (name !== 'import.seal') return undefined
      office.hooks.afterJob = () => undefined
      return office.call('people.add', { company: office.company, code: '3', name: '先に入った人' })
    }
    const done = await office.call('import.commit', { handle })
    expect(done.report).toMatchObject({ added: 2, changed: 1, numbersNew: 2 })
    expect(await total()).toBe(3)
  })

  it('keeps the number that was typed in while the file was sealed', async () => {
    await importPeople(office, [{ code: '1', name: '佐藤 一郎' }])
    const { handle } = await preview(office, csvOf(PEOPLE))
    const typed = numberOf(50)
    office.hooks.afterJob = (name) => {
      if (name !== 'import.seal') return undefined
      office.hooks.afterJob = () => undefined
      return enter(office, '1', typed)
    }
    const done = await office.call('import.commit', { handle })
    expect(done.report).toMatchObject({ numbersNew: 1, numbersHeld: 1 })
    await office.call('number.verify', {
      company: office.company,
      person: await idOf(office, '1'),
      numberDoc: 'my-number-card',
      identityDocs: [],
    })
    expect(await reveal(office, ['1'])).toEqual([typed])
  })

  it('writes nothing when the office is locked while the numbers are being sealed', async () => {
    const { handle } = await preview(office, csvOf(PEOPLE))
    office.hooks.afterJob = (name) => (name === 'import.seal' ? office.call('office.lock', {}) : undefined)
    await expect(office.call('import.commit', { handle })).rejects.toMatchObject({ code: 'OFFICE_LOCKED' })
    expect(office.hooks.alive.size).toBe(0)
    office.restart()
    await office.unlock()
    expect(await total()).toBe(0)
  })

  it('takes a handle once only', async () => {
    const { handle } = await preview(office, csvOf(PEOPLE))
    await office.call('import.commit', { handle })
    await expect(office.call('import.commit', { handle })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await total()).toBe(3)
  })

  it('keeps no name of a file that carries a number', async () => {
    await importPeople(office, PEOPLE, `${numberOf(9)}.csv`)
    expect(JSON.stringify(await log(office))).not.toContain(numberOf(9))
  })
})

describe('the same file again', () => {
  beforeEach(async () => {
    await importPeople(office, PEOPLE)
  })

  it('is unchanged, says that numbers are held and were not compared, and writes no line', async () => {
    const before = await log(office)
    const done = await importPeople(office, PEOPLE)
    expect(done).toMatchObject({
      importId: null,
      committed: false,
      report: { added: 0, changed: 0, unchanged: 3, numbersNew: 0, numbersHeld: 2 },
    })
    expect(done.report.people.map((row) => row.number)).toEqual(['held', 'held', 'none'])
    expect(await log(office)).toEqual(before)
  })

  it('never touches a held number, even when the file has another one', async () => {
    await attest(office)
    await importPeople(office, [{ ...PEOPLE[0], code: '1', number: numberOf(77) }])
    expect(await reveal(office, ['1'])).toEqual([numberOf(1)])
  })

  it('tells what changed from what to what, and keeps it', async () => {
    const { handle, report } = await preview(
      office,
      csvOf([{ ...PEOPLE[1], code: '2', name: '佐々木 花子' }]),
    )
    expect(report.people).toMatchObject([
      {
        state: 'changed',
        changes: [{ field: 'name', from: '鈴木 花子', to: '佐々木 花子' }],
        number: 'held',
      },
    ])
    await office.call('import.commit', { handle })
    expect((await personOf(office, '2')).name).toBe('佐々木 花子')
  })

  it('clears nothing by an empty cell', async () => {
    await importPeople(office, [{ code: '1', name: '佐藤 一郎' }])
    expect(await personOf(office, '1')).toMatchObject({
      kana: 'サトウ イチロウ',
      birth: '1990-01-05',
      joined: '2015-04-01',
    })
  })

  it('adds a number to a person who had none', async () => {
    await importPeople(office, [{ code: '3', name: '高橋 健', number: numberOf(3) }])
    await attest(office)
    expect(await reveal(office, ['3'])).toEqual([numberOf(3)])
  })

  it('takes nobody for another person by name and birth date: another code is another person', async () => {
    const done = await importPeople(office, [{ ...PEOPLE[0], code: '001', number: numberOf(5) }])
    expect(done.report).toMatchObject({ added: 1, numbersNew: 1 })
    expect(await total()).toBe(4)
  })

  it('corrects the day of joining in the reasons for keeping too', async () => {
    await importPeople(office, [{ ...PEOPLE[2], code: '3', joined: '2019-10-01' }])
    const detail = await office.call('people.show', {
      company: office.company,
      person: await idOf(office, '3'),
    })
    expect(detail.person.joined).toBe('2019-10-01')
    expect(detail.bases).toMatchObject([{ startedOn: '2019-10-01' }])
  })

  it('records leavers and computes when their numbers are due', async () => {
    await importPeople(office, [{ ...PEOPLE[0], code: '1', left: '2026-03-31' }])
    expect(await personOf(office, '1')).toMatchObject({ left: '2026-03-31', due: '2027-02-01' })
  })

  it('refuses a row whose dates do not fit what is recorded, and says so', async () => {
    const { handle, report } = await preview(
      office,
      csvOf([
        { code: '1', name: '佐藤 一郎', left: '2014-03-31' },
        { code: '3', name: '高橋 健', birth: '2021-01-01' },
        { code: '2', name: '鈴木 はな子' },
      ]),
    )
    expect(report.refused).toEqual([
      { row: 2, code: '1', column: null, reason: 'date-order' },
      { row: 3, code: '3', column: null, reason: 'date-order' },
    ])
    expect(report).toMatchObject({ rows: 3, refusedRows: 2, changed: 1 })
    await office.call('import.commit', { handle })
    expect((await personOf(office, '1')).left).toBeNull()
    expect((await personOf(office, '3')).birth).toBeNull()
    expect((await personOf(office, '2')).name).toBe('鈴木 はな子')
  })
})

describe('a file with traps', () => {
  it('refuses both rows of a code that stands there twice', async () => {
    const { report } = await preview(
      office,
      csvOf([
        { code: '7', name: '一人目', number: numberOf(7) },
        { code: '7', name: '二人目', number: numberOf(8) },
      ]),
    )
    expect(report).toMatchObject({ added: 0, numbersNew: 0, refusedRows: 2 })
    expect(report.refused.map(({ reason }) => reason)).toEqual(['duplicate-code', 'duplicate-code'])
  })

  it.each([
    ['a name', (number: string) => ({ code: '7', name: `佐藤 ${number}` })],
    ['a code', (number: string) => ({ code: number, name: '佐藤' })],
    ['a reading', (number: string) => ({ code: '7', name: '佐藤', kana: number })],
    ['a date', (number: string) => ({ code: '7', name: '佐藤', birth: number })],
  ])('takes no row with twelve digits in %s, and does not repeat them', async (_, person) => {
    const number = numberOf(70)
    const shown = await preview(office, csvOf([person(number)]))
    expect(shown.report).toMatchObject({ added: 0, refusedRows: 1 })
    expect(shown.report.refused[0]?.reason).toBe('number-in-text')
    expect(JSON.stringify(shown)).not.toContain(number)
  })

  it('warns of the same number on two people and stores both', async () => {
    const { report } = await preview(
      office,
      csvOf([
        { code: '7', number: numberOf(7) },
        { code: '8', number: numberOf(7) },
      ]),
    )
    expect(report.numbersNew).toBe(2)
    expect(report.warnings.map(({ code, reason }) => [code, reason])).toEqual([
      ['7', 'same-number'],
      ['8', 'same-number'],
    ])
  })

  it('refuses a mapping that names a column twice or one that is not there', async () => {
    await preview(office, csvOf(PEOPLE))
    for (const mapping of [
      { code: 0, name: 0 },
      { code: 0, name: 99 },
    ]) {
      const file = place(office.file('people.csv'))
      await expect(
        office.call('import.preview', { company: office.company, file, mapping }),
      ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
  })
})

describe('a commit after something else happened', () => {
  it('sees people who were added since the preview', async () => {
    const { handle } = await preview(office, csvOf(PEOPLE))
    await office.call('people.add', { company: office.company, code: '1', name: '佐藤 一郎' })
    const done = await office.call('import.commit', { handle })
    expect(done.report).toMatchObject({ added: 2, changed: 1, numbersNew: 3 - 1 })
  })

  it('does not take a number that was held since the preview', async () => {
    await office.call('people.add', { company: office.company, code: '1', name: '佐藤 一郎' })
    const { handle } = await preview(office, csvOf(PEOPLE))
    await enter(office, '1', numberOf(60))
    const done = await office.call('import.commit', { handle })
    expect(done.report).toMatchObject({ numbersNew: 1, numbersHeld: 1 })
  })

  it('belongs to the company of its preview', async () => {
    const { handle } = await preview(office, csvOf(PEOPLE))
    const other: CompanyId = (await office.call('company.add', { name: '別の会社' })).id
    await office.call('import.commit', { handle })
    expect((await office.call('people.list', { company: other })).total).toBe(0)
    expect(await total()).toBe(3)
  })
})

describe('the number of somebody who has left', () => {
  it('falls due by the record when it comes by a file after the old one was purged', async () => {
    await importPeople(office, [{ code: '1', number: numberOf(1), joined: '2015-04-01' }])
    await leave(office, '1', '2024-03-31')
    const proposal = await office.call('purge.propose', { company: office.company, reason: '期限' })
    await office.call('purge.confirm', { company: office.company, proposal: proposal.id, soleReason: '一人' })
    expect(await personOf(office, '1')).toMatchObject({ number: 'purged', due: null })
    await importPeople(office, [{ code: '1', number: numberOf(1) }])
    expect(await personOf(office, '1')).toMatchObject({ number: 'held', due: '2025-02-01' })
  })
})

describe('what stays on disk of an import', () => {
  it('is no number in clear', async () => {
    await importPeople(office, PEOPLE)
    const path = `${office.test.dir}/companies/${office.company}.db`
    for (const file of [path, `${path}-wal`]) {
      const bytes = readFileSync(file)
      expect(NUMBERS.filter((number) => bytes.includes(number))).toEqual([])
    }
  })
})
