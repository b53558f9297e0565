import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attest, idOf, makeOffice, type Office, personOf, preview, reveal } from '../../../support/office.ts'

const folder = join(import.meta.dirname, '../../../fixtures/payroll')
const fixture = (name: string): Uint8Array => readFileSync(join(folder, name))

interface Truth {
  code: string
  name: string
  birth: string
  number: string
}
const truth: Truth[] = readFileSync(join(folder, 'truth.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [code = '', name = '', birth = '', number = ''] = line.split(',')
    return { code, name, birth, number }
  })

const bare = (name: string): string => name.replaceAll(/[\s\u3000]/g, '')

describe.each([
  ['payroll-cp932.csv', 'cp932'],
  ['cloud-utf8bom.csv', 'utf-8'],
])('%s', (name, encoding) => {
  let office: Office
  let seen: Awaited<ReturnType<typeof preview>>
  beforeAll(async () => {
    office = await makeOffice()
    seen = await preview(office, fixture(name), name)
    await office.call('import.commit', { handle: seen.handle })
  })
  afterAll(() => office.cleanUp())

  it('is read in its encoding, and nothing of it is refused', () => {
    expect(seen.report).toMatchObject({ encoding, refused: [] })
  })

  it('brings in every person of the true list, names and birth dates as they are', async () => {
    const { total, people } = await office.call('people.list', { company: office.company, limit: 1000 })
    expect(total).toBe(truth.length)
    const found = people.map((person) => ({ ...person, name: bare(person.name) }))
    for (const { code, name: wanted, birth } of truth) {
      const person = found.find((one) => one.code === code)
      expect(person).toMatchObject({ name: bare(wanted), birth: birth === '' ? null : birth })
    }
  })

  it('holds a number for exactly those of the true list who have one', async () => {
    const { people } = await office.call('people.list', { company: office.company, limit: 1000 })
    const held = people.filter((person) => person.number === 'held').map((person) => person.code)
    expect(held).toEqual(truth.filter(({ number }) => number !== '').map(({ code }) => code))
  })

  it('shows every number of the true list again, digit for digit', async () => {
    await attest(office)
    await office.call('office.policy', { listLimit: 20 })
    const wanted = truth.filter(({ number }) => number !== '')
    const shown: string[] = []
    for (let i = 0; i < wanted.length; i += 20) {
      shown.push(
        ...(await reveal(
          office,
          wanted.slice(i, i + 20).map(({ code }) => code),
        )),
      )
    }
    expect(shown).toEqual(wanted.map(({ number }) => number))
  })

  it('answers yes to the number of the true list and no to that of the next person', async () => {
    const [first, second] = truth.filter(({ number }) => number !== '')
    const ask = async (number: string) => {
      office.script.number = number
      const person = await idOf(office, first?.code ?? '')
      return (await office.call('number.match', { company: office.company, person, purpose: 'T12' })).match
    }
    expect(await ask(first?.number ?? '')).toBe(true)
    expect(await ask(second?.number ?? '')).toBe(false)
  })
})

describe('excel-damaged.csv', () => {
  let office: Office
  let report: Awaited<ReturnType<typeof preview>>['report']
  let handle: string
  beforeAll(async () => {
    office = await makeOffice()
    ;({ handle, report } = await preview(office, fixture('excel-damaged.csv')))
  })
  afterAll(() => office.cleanUp())

  /** Compared by hand with truth.csv: which line, whose, and what a spreadsheet or a typing error did to it. */
  const REFUSED: readonly (readonly [row: number, code: string, column: string, reason: string])[] = [
    [3, '2', 'マイナンバー', 'exponent'],
    [6, '5', 'マイナンバー', 'check-digit'],
    [10, '9', 'マイナンバー', 'exponent'],
    [13, '12', 'マイナンバー', 'check-digit'],
    [17, '16', 'マイナンバー', 'exponent'],
    [20, '19', 'マイナンバー', 'check-digit'],
    [24, '23', 'マイナンバー', 'exponent'],
    [27, '26', 'マイナンバー', 'check-digit'],
    [31, '30', 'マイナンバー', 'exponent'],
    [34, '33', 'マイナンバー', 'check-digit'],
    [38, '37', 'マイナンバー', 'exponent'],
    [41, '40', 'マイナンバー', 'check-digit'],
    [42, '0041', '氏名', 'formula'],
    [43, '0042', 'マイナンバー', 'placeholder'],
    [44, '0043', 'マイナンバー', 'resident-code'],
    [45, '0044', 'マイナンバー', 'corporate'],
  ]

  it('refuses exactly the damaged cells, each with its line, code, column and reason', () => {
    expect(report.refused.map(({ row, code, column, reason }) => [row, code, column, reason])).toEqual(
      REFUSED,
    )
  })

  it('counts what would be stored', () => {
    expect(report).toMatchObject({
      rows: 44,
      added: 43,
      refusedRows: 1,
      numbersNew: 23,
      numbersRefused: 15,
      numbersHeld: 0,
    })
  })

  it('stores the good numbers of the damaged file and nothing for the rest', async () => {
    await office.call('import.commit', { handle })
    await attest(office)
    expect(await reveal(office, ['3'])).toEqual(['124158683440'])
    expect(await reveal(office, ['4'])).toEqual(['662585178120'])
    expect((await personOf(office, '2')).number).toBe('none')
    expect((await personOf(office, '5')).number).toBe('none')
    await expect(personOf(office, '0041')).rejects.toMatchObject({ code: 'UNKNOWN_PERSON' })
  })
})
