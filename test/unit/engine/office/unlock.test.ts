import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UserId } from '../../../../src/shared/ids.ts'
import { cleanUp, place, type TestEngine, testEngine, withCompany } from '../../../support/engine.ts'

let test: TestEngine
let user: UserId

beforeEach(async () => {
  test = testEngine()
  await withCompany(test)
  user = (await test.call('office.state', {})).users[0]?.id as UserId
  test = test.restart()
})
afterEach(() => {
  cleanUp(test)
})

const file = (name: string): string => join(test.dir, name)
const select = () => test.call('office.select', { place: place(test.dir) })
const unlock = async () => {
  await select()
  return test.call('office.unlock', { user })
}
const roster = () => JSON.parse(readFileSync(file('office.json'), 'utf8')) as Record<string, unknown>
const writeRoster = (value: unknown): void => writeFileSync(file('office.json'), JSON.stringify(value))
const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('the five messages', () => {
  it('says wrong passphrase when only the passphrase is wrong', async () => {
    test.script.passphrase = 'another passphrase'
    await expect(unlock()).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' })
  })

  it('says damaged when the slot was damaged', async () => {
    const value = roster() as { users: { slot: { box: string } }[] }
    const [first] = value.users
    if (first) first.slot.box = Buffer.from(first.slot.box, 'base64').fill(1, 0, 2).toString('base64')
    writeRoster(value)
    await expect(unlock()).rejects.toMatchObject({ code: 'OFFICE_DAMAGED', params: { part: 'slot' } })
  })

  it('says damaged when a page of the database was changed', async () => {
    flip(file('office.db'), 4096 + 100)
    await expect(unlock()).rejects.toMatchObject({ code: 'OFFICE_DAMAGED' })
  })

  it('says tampered when a role was added to a certificate', async () => {
    const value = roster() as { users: { certificate: { roles: string[] } }[] }
    value.users[0]?.certificate.roles.push('auditor')
    writeRoster(value)
    await expect(unlock()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED', params: { part: 'certificate' } })
  })

  it('says tampered when the office was renamed in its roster', async () => {
    writeRoster({ ...roster(), name: '別の事務所' })
    await expect(unlock()).rejects.toMatchObject({ code: 'OFFICE_TAMPERED', params: { part: 'roster' } })
  })

  it('says too new for a later version and for an unknown critical feature', async () => {
    const before = roster()
    writeRoster({ ...before, version: 2 })
    await expect(select()).rejects.toMatchObject({ code: 'OFFICE_TOO_NEW' })
    writeRoster({ ...before, critical: ['hardware-key'] })
    await expect(select()).rejects.toMatchObject({ code: 'OFFICE_TOO_NEW' })
  })

  it.each([
    ['an empty file', ''],
    ['text', 'hello'],
    ['another program’s JSON', '{"format":"x"}'],
  ])('says not an office for %s', async (_, text) => {
    writeFileSync(file('office.json'), text)
    await expect(select()).rejects.toMatchObject({ code: 'NOT_AN_OFFICE' })
  })

  it('says not an office for a folder in the place of the roster', async () => {
    rmSync(file('office.json'))
    mkdirSync(file('office.json'))
    await expect(select()).rejects.toMatchObject({ code: 'NOT_AN_OFFICE' })
  })

  it('changes no file when it refuses', async () => {
    flip(file('office.db'), 4096 + 100)
    const before = readFileSync(file('office.db'))
    await unlock().catch(() => undefined)
    expect(readFileSync(file('office.db')).equals(before)).toBe(true)
  })
})

describe('limits before the key derivation', () => {
  it.each([
    ['memory over 1 GiB', { memKiB: 1024 * 1024 + 1 }],
    ['memory of nothing', { memKiB: 0 }],
    ['eleven passes', { passes: 11 }],
    ['two lanes', { lanes: 2 }],
    ['2^53 passes', { passes: 2 ** 53 }],
  ])('refuses %s without starting a worker', async (_, change) => {
    const value = roster() as { users: { slot: { kdf: object } }[] }
    const [first] = value.users
    if (first) first.slot.kdf = { ...first.slot.kdf, ...change }
    writeRoster(value)
    const before = test.workers.started.length
    await expect(unlock()).rejects.toMatchObject({ code: 'KDF_LIMITS' })
    expect(test.workers.started).toHaveLength(before)
  })
})

describe('attempts', () => {
  it('slows after five wrong passphrases, also after a restart, and tells them at the next success', async () => {
    const right = test.script.passphrase
    test.script.passphrase = 'another passphrase'
    for (let i = 0; i < 5; i++) await unlock().catch(() => undefined)
    test = test.restart()
    test.script.passphrase = right
    await expect(unlock()).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS', params: { seconds: 30 } })
    test.clock.now += 30_000
    await expect(unlock()).resolves.toMatchObject({ phase: 'open', failedAttempts: 5 })
    const { rows } = await test.call('log.list', { company: null })
    expect(rows.map((row) => row.action).slice(0, 2)).toEqual(['office.unlock', 'office.unlock-failed'])
  })
})

describe('one opener at a time', () => {
  it('tells who has the office open', async () => {
    await unlock()
    const second = testEngine({ root: test.root, script: test.script })
    await second.call('office.select', { place: place(test.dir) })
    await expect(second.call('office.unlock', { user })).rejects.toMatchObject({
      code: 'OFFICE_IN_USE',
      params: { user: '山田 太郎', device: 'test-pc' },
    })
  })
})

describe('files', () => {
  it('are private to their owner', () => {
    for (const name of ['office.json', 'office.db']) expect(statSync(file(name)).mode & 0o077).toBe(0)
    expect(statSync(test.dir).mode & 0o077).toBe(0)
  })

  it('refuses to create an office where something is', async () => {
    const wanted = { place: place(test.dir), name: 'x', user: 'y', kit: place(join(test.root, 'kit2.txt')) }
    await expect(test.call('office.create', wanted)).rejects.toMatchObject({ code: 'OFFICE_EXISTS' })
    expect(readFileSync(file('office.json')).length).toBeGreaterThan(0)
  })
})
