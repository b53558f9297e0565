import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { one } from '../../../../src/engine/store/db.ts'
import { idBlob } from '../../../../src/engine/store/ids.ts'
import type { PersonId } from '../../../../src/shared/ids.ts'
import { numberOf } from '../../../support/numbers.ts'
import {
  addUsers,
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

/** All bytes of the office's files as they lie on the disk. */
const disk = (): Buffer => {
  const files = readdirSync(office.test.root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))))
}

describe('a number that is typed in', () => {
  it('is held, not yet usable, and one line says so', async () => {
    expect(await enter(office, '1', numberOf(1))).toMatchObject({ number: 'held' })
    expect((await log(office))[0]).toMatchObject({
      action: 'number.set',
      outcome: 'done',
      detail: { version: 1 },
    })
  })

  it('may be typed in full width and with hyphens the second time', async () => {
    office.script.number = numberOf(1)
    office.script.again = numberOf(1)
      .replace(/\d/g, (d) => String.fromCodePoint(d.charCodeAt(0) + 0xfee0))
      .replace(/(.{4})(?=.)/g, '$1－')
    await office.call('number.enter', { company: office.company, person: first })
    await verify(office, '1')
    expect(await reveal(office, ['1'])).toEqual([numberOf(1)])
  })

  const wrong = (number: string): string => number.slice(0, 11) + String((Number(number[11]) + 1) % 10)
  it.each([
    ['two different numbers', numberOf(1), numberOf(2), 'NUMBER_MISMATCH', undefined],
    ['a wrong check digit', wrong(numberOf(1)), null, 'NUMBER_INVALID', 'check-digit'],
    ['twelve zeros', '000000000000', null, 'NUMBER_INVALID', 'placeholder'],
    ['eleven digits', '12345678901', null, 'NUMBER_INVALID', 'resident-code'],
    ['thirteen digits', '7000012050002', null, 'NUMBER_INVALID', 'corporate'],
    ['ten digits', '1234567890', null, 'NUMBER_INVALID', 'length'],
    ['letters', 'abcdefghijkl', null, 'NUMBER_INVALID', 'not-digits'],
    ['nothing', '', null, 'NUMBER_INVALID', 'empty'],
  ])(
    'is refused for %s, with nothing stored and nothing logged',
    async (_, number, again, refusal, reason) => {
      const before = await log(office)
      office.script.number = number
      office.script.again = again
      const error: unknown = await office
        .call('number.enter', { company: office.company, person: first })
        .catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: refusal, params: reason === undefined ? {} : { reason } })
      expect(JSON.stringify(error)).not.toMatch(/\d{10}/)
      expect((await personOf(office, '1')).number).toBe('none')
      expect(await log(office)).toEqual(before)
    },
  )

  it('is refused when one is held, before the operator is asked', async () => {
    await enter(office, '1', numberOf(1))
    const asked = office.script.asked.length
    await expect(enter(office, '1', numberOf(2))).rejects.toMatchObject({
      code: 'NUMBER_HELD',
      params: { person: '1' },
    })
    expect(office.script.asked).toHaveLength(asked)
  })

  it('by an intake clerk cannot be read by that clerk’s keys', async () => {
    const [clerk] = addUsers(office, [{ name: '窓口', roles: ['intake'] }])
    await office.unlock(office.manager)
    const other = (await office.call('company.add', { name: '別の会社' })).id
    office.restart()
    await office.unlock(clerk)
    const person = (await office.call('people.add', { company: other, code: '9', name: '新人' })).id
    office.script.number = numberOf(9)
    await expect(office.call('number.enter', { company: other, person })).resolves.toMatchObject({
      number: 'held',
    })
    await expect(
      office.call('number.reveal', { company: other, people: [person], purpose: 'T12' }),
    ).rejects.toMatchObject({ code: 'ROLE_REFUSED' })
  })
})

describe('a number that replaces another (番号変更)', () => {
  const boxOf = (version: number): Uint8Array =>
    new Uint8Array(
      withCompanyDb(office, (db) =>
        one<{ box: Uint8Array }>(
          db,
          'SELECT box FROM sealed WHERE person = ? AND version = ?',
          idBlob(first),
          version,
        ),
      )?.box ?? [],
    )

  it('is the one that is shown from then on, and needs an identity check of its own', async () => {
    await enter(office, '1', numberOf(1))
    await verify(office, '1')
    expect(await enter(office, '1', numberOf(2), true)).toMatchObject({ number: 'held' })
    await expect(reveal(office, ['1'])).rejects.toMatchObject({ code: 'NOT_VERIFIED' })
    await verify(office, '1')
    expect(await reveal(office, ['1'])).toEqual([numberOf(2)])
  })

  it('takes the old box out of the database and keeps what is known about it', async () => {
    await enter(office, '1', numberOf(1))
    office.restart()
    expect(boxOf(1)).toHaveLength(32)
    office.restart()
    await office.unlock()
    await enter(office, '1', numberOf(2), true)
    expect(boxOf(1)).toHaveLength(0)
    const record = withCompanyDb(office, (db) =>
      one<{ state: string; ended_at: string | null; key: Uint8Array | null }>(
        db,
        `SELECT state, ended_at, sealed_key AS key FROM number JOIN batch ON batch.id = number.batch
         WHERE person = ? AND version = 1`,
        idBlob(first),
      ),
    )
    expect(record).toMatchObject({ state: 'replaced', key: null })
    expect(record?.ended_at).not.toBeNull()
  })

  it('writes that it was replaced and that the old one left the file', async () => {
    await enter(office, '1', numberOf(1))
    await enter(office, '1', numberOf(2), true)
    expect((await log(office)).slice(0, 2)).toMatchObject([
      { action: 'purge.done', detail: { act: 'replaced' } },
      { action: 'number.set', outcome: 'replaced', detail: { version: 2 } },
    ])
  })

  it('leaves the old one alone when the new one is refused', async () => {
    await enter(office, '1', numberOf(1))
    await verify(office, '1')
    await expect(enter(office, '1', '000000000000', true)).rejects.toMatchObject({ code: 'NUMBER_INVALID' })
    expect(await reveal(office, ['1'])).toEqual([numberOf(1)])
  })

  it('may be asked for where none is held', async () => {
    expect(await enter(office, '1', numberOf(1), true)).toMatchObject({ number: 'held' })
  })
})

describe('what lies on the disk', () => {
  it('is no number in clear while it is held, after it was shown and after it was replaced', async () => {
    await enter(office, '1', numberOf(1))
    await verify(office, '1')
    await reveal(office, ['1'])
    expect(disk().includes(numberOf(1))).toBe(false)
    await enter(office, '1', numberOf(2), true)
    expect(disk().includes(numberOf(1))).toBe(false)
    expect(disk().includes(numberOf(2))).toBe(false)
  })
})
