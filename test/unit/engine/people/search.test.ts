import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CompanyId, PersonId } from '../../../../src/shared/ids.ts'
import { cleanUp, place, type TestEngine, testEngine, withCompany } from '../../../support/engine.ts'

let test: TestEngine
let company: CompanyId

const search = async (text: string, filter: 'all' | 'missing' | 'unverified' | 'due' | 'left' = 'all') => {
  const { total, people } = await test.call('people.list', { company, search: text, filter })
  expect(people).toHaveLength(total)
  return people.map(({ code }) => code)
}
const add = async (code: string, name: string): Promise<PersonId> =>
  (await test.call('people.add', { company, code, name })).id

async function importFile(text: string): Promise<void> {
  const file = join(test.root, 'people.csv')
  writeFileSync(file, text)
  const { handle } = await test.call('import.preview', { company, file: place(file) })
  await test.call('import.commit', { handle })
}

beforeEach(async () => {
  test = testEngine()
  company = (await withCompany(test)).id
  await add('2', '佐藤　花子')
  await add('1', '佐藤　太郎')
})
afterEach(() => {
  cleanUp(test)
})

describe('a search after the first', () => {
  beforeEach(async () => {
    await search('佐藤')
  })

  it('finds a person who was added since', async () => {
    await add('3', '佐藤　次郎')
    expect(await search('佐藤')).toEqual(['1', '2', '3'])
  })

  it('finds people and names of an import', async () => {
    await importFile('社員番号,氏名\n0,佐藤　零\n2,鈴木　花子\n')
    expect(await search('佐藤')).toEqual(['0', '1'])
    expect(await search('鈴木')).toEqual(['2'])
  })

  it('knows who left', async () => {
    const [first] = (await test.call('people.list', { company })).people
    await test.call('event.leave', { company, person: first?.id ?? '', on: '2020-03-31' })
    expect(await search('佐藤', 'left')).toEqual(['1'])
    expect(await search('佐藤', 'missing')).toEqual(['2'])
  })

  it('knows whose number came, was attested and was purged', async () => {
    await importFile(
      '社員番号,氏名,入社年月日,退職年月日,個人番号\n1,佐藤　太郎,2015-04-01,2016-03-31,123456789018\n',
    )
    expect(await search('佐藤', 'unverified')).toEqual(['1'])
    await test.call('number.attest', { company, source: '旧システム', collectedOn: '2020-01-05' })
    expect(await search('佐藤', 'unverified')).toEqual([])
    expect(await search('佐藤', 'due')).toEqual(['1'])
    const { id } = await test.call('purge.propose', { company, reason: '保存期間の満了' })
    await test.call('purge.confirm', { company, proposal: id, soleReason: '一人の事務所' })
    expect(await search('佐藤', 'due')).toEqual([])
  })

  it('knows whose number was typed and checked', async () => {
    const [first] = (await test.call('people.list', { company })).people
    const person = first?.id ?? ''
    test.script.number = '123456789018'
    await test.call('number.enter', { company, person })
    expect(await search('佐藤', 'unverified')).toEqual(['1'])
    await test.call('number.verify', {
      company,
      person,
      numberDoc: 'my-number-card',
      identityDocs: [],
    })
    expect(await search('佐藤', 'unverified')).toEqual([])
  })
})
