import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
} from '../../../support/office.ts'

let office: Office
const newOffice = async (): Promise<void> => {
  office = await makeOffice()
  await importPeople(office, [
    { code: '0001', name: '髙橋 健', kana: 'タカハシ ケン', birth: '1990-01-05', number: numberOf(1) },
    { code: '0002', name: '高橋 一', kana: 'タカハシ ハジメ', birth: '1985-12-24', number: numberOf(2) },
    { code: '0010', name: '林 史', kana: 'ハヤシ フミ', birth: '2000-02-29' },
    { code: '0100', name: '小林 史郎', kana: 'コバヤシ シロウ' },
    { code: 'A-7', name: '渡邊 ジョン', kana: 'ワタナベ ジョン', birth: '1989-01-08' },
    { code: '1000', name: 'スミス・メアリー', kana: 'スミス メアリー' },
  ])
}

type Filter = 'all' | 'missing' | 'unverified' | 'due' | 'left'
const find = async (search: string, filter: Filter = 'all'): Promise<string[]> =>
  (await office.call('people.list', { company: office.company, search, filter })).people.map(
    ({ code }) => code,
  )

describe('a search finds', () => {
  beforeAll(newOffice)
  afterAll(() => office.cleanUp())

  it.each([
    ['two characters of a name', '林史', ['0010', '0100']],
    ['one character', '林', ['0010', '0100']],
    ['a family name in its everyday form', '高橋', ['0002', '0001']],
    ['a family name in its variant form', '髙橋', ['0001', '0002']],
    ['another variant', '渡辺', ['A-7']],
    ['and another', '渡邉', ['A-7']],
    ['katakana', 'タカハシ', ['0001', '0002']],
    ['half-width katakana', 'ﾀｶﾊｼ', ['0001', '0002']],
    ['hiragana', 'たかはし', ['0001', '0002']],
    ['a reading without its long mark', 'メアリ', ['1000']],
    ['a reading with a voiced mark in half width', 'ｼﾞｮﾝ', ['A-7']],
    ['a name without its middle dot', 'スミスメアリー', ['1000']],
    ['spaces where the name has none', '林　史', ['0010', '0100']],
    ['a code with its zeros, and birth dates with these digits', '0010', ['0001', '0010']],
    ['a code without its zeros', '100', ['0100', '1000']],
    ['a code in full width', '０１００', ['0100']],
    ['a code in lower case', 'a-7', ['A-7']],
    ['a birth date in digits', '19900105', ['0001']],
    ['a birth date with slashes', '1990/1/5', ['0001']],
    ['a birth date in kanji', '1990年1月5日', ['0001']],
    ['a birth date by era', '平成2年1月5日', ['0001']],
    ['a birth date by era letter', 'H2.1.5', ['0001']],
    ['the first day of 平成', '平成元年1月8日', ['A-7']],
    ['nothing for a day that nobody was born on', '1990/1/6', []],
    ['nothing for a name that nobody has', '山本', []],
  ])('%s', async (_, query, codes) => {
    expect((await find(query)).toSorted()).toEqual(codes.toSorted())
  })

  it('codes that begin with the text before those that hold it elsewhere', async () => {
    const found = await find('10')
    expect(found.slice(0, 3)).toEqual(['0010', '0100', '1000'])
    expect(found.slice(3).toSorted()).toEqual(['0001', 'A-7'])
  })

  it('everybody for an empty text, by code', async () => {
    expect(await find('')).toEqual(['0001', '0002', '0010', '0100', '1000', 'A-7'])
    expect(await find('   ')).toHaveLength(6)
  })

  it.each(['.*', '%', '_', "' OR 1=1 --", '\u0000', '\n', '\t', '[', '\\', '\ud800', '𠮷'])(
    'nobody for %j, and does not fail',
    async (query) => {
      expect(query.trim() === '' ? 6 : 0).toBe((await find(query)).length)
    },
  )
})

describe('twelve digits', () => {
  beforeAll(newOffice)
  afterAll(() => office.cleanUp())

  const forms = (number: string): [string, string][] => [
    ['in a row', number],
    ['in groups', number.replace(/(\d{4})(?=\d)/g, '$1-')],
    ['in full width', number.replace(/\d/g, (d) => String.fromCodePoint(d.charCodeAt(0) + 0xfee0))],
    ['within other text', `佐藤 ${number} さん`],
  ]
  it.each(forms(numberOf(1)))('%s are refused, and neither logged nor told back', async (_, query) => {
    const before = await log(office)
    const error = await find(query).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'LOOKS_LIKE_NUMBER' })
    expect(JSON.stringify(error)).not.toContain(numberOf(1))
    expect(await log(office)).toEqual(before)
  })
})

describe('a page of a search', () => {
  beforeAll(newOffice)
  afterAll(() => office.cleanUp())

  it('counts all and gives the part asked for', async () => {
    const page = await office.call('people.list', {
      company: office.company,
      search: '00',
      offset: 1,
      limit: 2,
    })
    expect(page.people).toHaveLength(2)
    expect(page.total).toBe(5)
  })

  it('is empty beyond the end', async () => {
    const page = await office.call('people.list', { company: office.company, search: '林', offset: 9 })
    expect(page).toEqual({ total: 2, people: [] })
  })
})

describe('a search after a change', () => {
  beforeEach(async () => {
    await newOffice()
    // the index exists before anything changes
    await find('髙橋')
  })
  afterEach(() => office.cleanUp())

  it('finds somebody who was added', async () => {
    await office.call('people.add', { company: office.company, code: '0003', name: '髙橋 新' })
    expect((await find('高橋')).toSorted()).toEqual(['0001', '0002', '0003'])
  })

  it('finds somebody under a name that an import changed, and no longer under the old one', async () => {
    await importPeople(office, [{ code: '0010', name: '森 史' }])
    expect(await find('森')).toEqual(['0010'])
    expect(await find('林史')).toEqual(['0100'])
  })

  it('filters by what is verified now', async () => {
    expect(await find('高橋', 'unverified')).toHaveLength(2)
    await attest(office)
    expect(await find('高橋', 'unverified')).toEqual([])
  })

  it('filters by who holds a number now', async () => {
    expect(await find('林', 'missing')).toEqual(['0010', '0100'])
    await enter(office, '0010', numberOf(3))
    expect(await find('林', 'missing')).toEqual(['0100'])
    expect(await find('林', 'unverified')).toEqual(['0010'])
  })

  it('filters by who has left and whose number is due now', async () => {
    expect(await find('高橋', 'left')).toEqual([])
    await leave(office, '0001', '2024-03-31')
    expect(await find('高橋', 'left')).toEqual(['0001'])
    expect(await find('高橋', 'due')).toEqual(['0001'])
    const proposal = await office.call('purge.propose', { company: office.company, reason: '期限' })
    await office.call('purge.confirm', { company: office.company, proposal: proposal.id, soleReason: '一人' })
    expect(await find('高橋', 'due')).toEqual([])
    expect(await find('高橋', 'left')).toEqual(['0001'])
  })

  it('filters a verified person the same with and without a text', async () => {
    await office.call('number.verify', {
      company: office.company,
      person: await idOf(office, '0001'),
      numberDoc: 'my-number-card',
      identityDocs: [],
    })
    for (const filter of ['missing', 'unverified', 'due', 'left'] as const) {
      const all = await find('', filter)
      const found = (
        await Promise.all(['高橋', '林', '渡辺', 'スミス'].map((query) => find(query, filter)))
      ).flat()
      expect(found.toSorted()).toEqual(all.toSorted())
    }
  })

  it('finds people of the open company only', async () => {
    const { id } = await office.call('company.add', { name: '別の会社' })
    const other = await office.call('people.list', { company: id, search: '髙橋' })
    expect(other.total).toBe(0)
    expect(await find('髙橋')).toHaveLength(2)
  })
})
