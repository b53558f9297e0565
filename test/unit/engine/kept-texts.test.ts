import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CompanyId, UserId } from '../../../src/shared/ids.ts'
import { cleanUp, place, type TestEngine, testEngine, withCompany } from '../../support/engine.ts'

/** Synthetic, in full width with spaces: what a hurried person types into the wrong field. */
const TYPED = '佐藤 １２３４ ５６７８ ９０１８'

let test: TestEngine
let company: CompanyId

beforeEach(async () => {
  test = testEngine()
  company = (await withCompany(test)).id
})
afterEach(() => cleanUp(test))

it.each([
  [
    'the source of an attestation',
    () => test.call('number.attest', { company, source: TYPED, collectedOn: '2026-01-05' }),
  ],
  ['the reason of a purge', () => test.call('purge.propose', { company, people: null, reason: TYPED })],
  ['the reason of an anchor', () => test.call('office.declareAnchor', { reason: TYPED })],
  ['a company name', () => test.call('company.add', { name: TYPED })],
])('refuses a number in %s and keeps nothing of it', async (_, act) => {
  await expect(act()).rejects.toMatchObject({ code: 'LOOKS_LIKE_NUMBER' })
  const { rows } = await test.call('log.list', { company })
  expect(JSON.stringify(rows)).not.toContain('１２３４')
})

it('refuses a number in the office name before anything is made', async () => {
  const dir = join(test.root, 'other')
  const wanted = { place: place(dir), name: TYPED, user: '山田', kit: place(join(test.root, 'kit2.txt')) }
  await expect(test.call('office.create', wanted)).rejects.toMatchObject({ code: 'LOOKS_LIKE_NUMBER' })
  expect(() => readFileSync(join(dir, 'office.json'))).toThrow('ENOENT')
})

it('does not repeat a number that was given as a purpose', async () => {
  const person = await test.call('people.add', { company, code: '1', name: '佐藤' })
  const asked = test.call('number.match', { company, person: person.id, purpose: '123456789018' })
  await expect(asked).rejects.toMatchObject({ code: 'UNKNOWN_PURPOSE', params: {} })
})

it('takes no id for a number: its hex digits may hold twelve decimal ones in a row', async () => {
  const user = `abcd123456789018${'f'.repeat(16)}` as UserId
  await test.call('office.select', { place: place(test.dir) })
  await expect(test.call('office.unlock', { user })).rejects.toMatchObject({ code: 'UNKNOWN_USER' })
})

it('does not repeat a number that was given as the name of a field', async () => {
  const mapping = { '123456789018': 1 } as never
  const asked = test.call('import.preview', { company, file: place('x'), mapping })
  const error: unknown = await asked.catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'BAD_REQUEST' })
  expect(JSON.stringify(error)).not.toContain('123456789018')
})
