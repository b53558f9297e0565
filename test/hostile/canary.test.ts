import { createHash } from 'node:crypto'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asKey, type PageKey } from '../../src/crypto/keys.ts'
import { officeFiles } from '../../src/engine/office/files.ts'
import { openDb } from '../../src/engine/store/db.ts'
import { type Canary, filesBelow, scanFiles } from '../canary.ts'
import { place } from '../support/engine.ts'
import { RIGHT } from '../support/keyed.ts'
import { numberOf } from '../support/numbers.ts'
import {
  attest,
  companyKey,
  enter,
  idOf,
  importPeople,
  leave,
  makeOffice,
  type Office,
  reveal,
  verify,
} from '../support/office.ts'

/**
 * A year in the life of an office: typed, imported, shown, compared, replaced and purged numbers, wrong ones, wrong secrets.
 * Afterwards no file holds any of them in any form, and neither do the databases when their pages are decrypted: the engine
 * never had a number to write.
 */
let office: Office
const NUMBERS = [1, 2, 3, 4, 5, 6].map(numberOf)
const [TYPED = '', IMPORTED = '', REPLACED = '', PURGED = '', MISTYPED = '', CANDIDATE = ''] = NUMBERS

/** A code derived from a number is the number by law (番号法2条8項): no digest of one may be anywhere either. */
const digests = (number: string): Canary[] =>
  ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(number).digest()
    return [
      { label: `${algorithm} hex of ${number.length} digits`, text: digest.toString('hex') },
      { label: `${algorithm} base64`, text: digest.toString('base64').slice(0, 20) },
    ]
  })

const CANARIES: Canary[] = [
  ...NUMBERS.map((text, i) => ({ label: `number ${i}`, text })),
  ...NUMBERS.flatMap(digests),
  { label: 'passphrase', text: RIGHT.passphrase },
  { label: 'secret', text: RIGHT.secret },
]

beforeAll(async () => {
  office = await makeOffice()
  await importPeople(office, [
    { code: '1', joined: '2015-04-01' },
    { code: '2', number: IMPORTED, joined: '2015-04-01' },
    { code: '3', number: REPLACED, joined: '2015-04-01' },
    { code: '4', number: PURGED, joined: '2015-04-01' },
  ])
  rmSync(office.file('people.csv'))
  await attest(office)
  office.script.number = MISTYPED
  office.script.again = TYPED
  const first = await idOf(office, '1')
  await office.call('number.enter', { company: office.company, person: first }).catch(() => undefined)
  await enter(office, '1', TYPED)
  await verify(office, '1')
  await reveal(office, ['1'])
  await reveal(office, ['2'])
  office.script.number = CANDIDATE
  await office.call('number.match', { company: office.company, person: first, purpose: 'T12' })
  office.script.secret = 'not the secret'
  await reveal(office, ['1']).catch(() => undefined)
  office.script.secret = RIGHT.secret
  await enter(office, '3', numberOf(33), true)
  await leave(office, '4', '2024-03-31')
  const { id } = await office.call('purge.propose', { company: office.company, reason: '期限' })
  await office.call('purge.confirm', { company: office.company, proposal: id, soleReason: '一人' })
  // numbers in the wrong boxes
  for (const text of NUMBERS) {
    const { company } = office
    await office.call('people.list', { company, search: text }).catch(() => undefined)
    await office.call('people.find', { company, code: text }).catch(() => undefined)
    await office.call('people.add', { company, code: text, name: '佐藤' }).catch(() => undefined)
    await office.call('people.add', { company, code: 'x', name: `佐藤 ${text}` }).catch(() => undefined)
    await office.call('company.add', { name: text }).catch(() => undefined)
    await office.call('number.match', { company, person: first, purpose: text }).catch(() => undefined)
    await office.call('log.list', { company, action: text }).catch(() => undefined)
  }
  await office.call('log.export', { company: office.company, file: place(office.file('log.json')) })
})
afterAll(() => office.cleanUp())

describe('the files of an office that was used', () => {
  it('hold no number, no digest of one and no secret while it is open', () => {
    expect(filesBelow(office.test.root).length).toBeGreaterThan(8)
    expect(scanFiles([office.test.root], CANARIES)).toEqual([])
  })

  it('hold none after it was locked', () => {
    office.test.engine.close()
    expect(scanFiles([office.test.root], CANARIES)).toEqual([])
  })

  it('hold none even when their pages are decrypted: what the engine wrote never was a number', () => {
    const key = companyKey(office)
    const copy = office.file('copy')
    cpSync(office.test.dir, copy, { recursive: true })
    const databases: [string, Uint8Array][] = [
      [officeFiles(copy).db, office.ring.officeKey ?? new Uint8Array()],
      [officeFiles(copy).company(office.company), key],
    ]
    for (const [path, pageKey] of databases) {
      const db = openDb(path, asKey<PageKey>(pageKey))
      db.pragma('journal_mode=DELETE')
      db.pragma(`rekey=''`)
      db.close()
    }
    const clear = scanFiles([copy], [{ label: 'a name that is there in clear', text: '見本商事' }])
    expect([...new Set(clear.map(({ file }) => file))].toSorted()).toEqual(
      databases.map(([path]) => path).toSorted(),
    )
    expect(scanFiles([copy], CANARIES)).toEqual([])
  })

  it('would show one that was planted (control)', () => {
    writeFileSync(
      join(office.test.dir, 'planted'),
      `${TYPED.slice(0, 4)}-${TYPED.slice(4, 8)}-${TYPED.slice(8)}`,
    )
    const found = scanFiles([office.test.root], CANARIES)
    expect(found).toMatchObject([{ label: 'number 0', form: '4-4-4 utf-8' }])
  })
})
