import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../../../../src/crypto/canonical.ts'
import {
  ATTEMPT_POLICY,
  clearUnlockAttempts,
  countUnlockAttempt,
  startUnlockAttempts,
  unlockAttempts,
  waitMs,
} from '../../../../src/engine/office/attempts.ts'
import { newId } from '../../../../src/engine/store/ids.ts'
import type { OfficeId, UserId } from '../../../../src/shared/ids.ts'
import { RIGHT } from '../../../support/keyed.ts'
import { makeOffice, type Office } from '../../../support/office.ts'

const office = newId<OfficeId>(systemRandom)
const user = newId<UserId>(systemRandom)
const other = newId<UserId>(systemRandom)
const START = Date.parse('2026-11-24T01:00:00Z')
let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mamorigura-attempts-'))
  startUnlockAttempts(dir, office)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const path = () => join(dir, 'attempts', `${office}.json`)
const count = (now: number, who = user) => countUnlockAttempt(dir, office, who, now)
const seconds = (now: number): number | null => {
  try {
    count(now)
    return null
  } catch (error) {
    return (error as { params: { seconds: number } }).params.seconds
  }
}

describe('the wait', () => {
  it('is nothing for five, then 30 s doubling to an hour', () => {
    const waits = [0, 4, 5, 6, 7, 11, 12, 100].map((failed) => waitMs({ failed, lastAt: START }, START))
    expect(waits).toEqual([0, 0, 30_000, 60_000, 120_000, 1_920_000, 3_600_000, 3_600_000])
  })

  it('never grows as time passes, and is over after its length', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(4_000_000), fc.nat(4_000_000), (failed, a, b) => {
        const at = (ms: number) => waitMs({ failed, lastAt: START }, START + ms)
        expect(at(a + b)).toBeLessThanOrEqual(at(a))
        expect(at(ATTEMPT_POLICY.longestWaitMs)).toBe(0)
      }),
    )
  })
})

describe('the counter', () => {
  it('is durable with each attempt and private to its owner', () => {
    count(START)
    count(START)
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual({ [user]: { failed: 2, lastAt: START } })
    expect(statSync(path()).mode & 0o077).toBe(0)
  })

  it('refuses the sixth in a row, and counts no refused one', () => {
    for (let i = 0; i < 5; i++) count(START)
    expect(seconds(START)).toBe(30)
    expect(seconds(START + 29_999)).toBe(1)
    expect(unlockAttempts(dir, office, user).failed).toBe(5)
    expect(seconds(START + 30_000)).toBeNull()
  })

  it('is each user’s own', () => {
    for (let i = 0; i < 5; i++) count(START)
    count(START, other)
    expect(unlockAttempts(dir, office, other).failed).toBe(1)
    clearUnlockAttempts(dir, office, user)
    expect(unlockAttempts(dir, office, user).failed).toBe(0)
    expect(unlockAttempts(dir, office, other).failed).toBe(1)
  })

  it('is not shortened by a clock that was set back, and the wait still ends', () => {
    for (let i = 0; i < 5; i++) count(START + 1e12)
    expect(seconds(START)).toBe(30)
    expect(seconds(START + 10_000)).toBe(20)
    expect(seconds(START + 30_000)).toBeNull()
  })

  it.each([
    ['deleted', () => rmSync(path())],
    ['unreadable', () => writeFileSync(path(), 'garbage')],
    ['of another shape', () => writeFileSync(path(), '{"x":{"failed":-1,"lastAt":0}}')],
  ])('gives one try and then waits when it was %s', (_, harm) => {
    harm()
    expect(seconds(START)).toBeNull()
    expect(seconds(START)).toBe(60)
    expect(seconds(START + 60_000)).toBeNull()
  })
})

describe('an office whose counter was deleted', () => {
  let made: Office
  beforeEach(async () => {
    made = await makeOffice()
    made.restart()
    rmSync(join(made.test.stateDir, 'attempts'), { recursive: true })
  })
  afterEach(() => made.cleanUp())

  it('opens with the right passphrase, accuses nobody, and the log tells of it', async () => {
    await made.unlock()
    expect((await made.call('office.state', {})).failedAttempts).toBe(0)
    const { rows } = await made.call('log.list', { company: null })
    expect(rows.map((row) => `${row.action}:${row.outcome}`).slice(0, 2)).toEqual([
      'office.unlock:done',
      'office.unlock-failed:counter lost',
    ])
  })

  it('waits after one wrong passphrase', async () => {
    made.script.passphrase = 'wrong'
    await expect(made.unlock()).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' })
    made.script.passphrase = RIGHT.passphrase
    await expect(made.unlock()).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS', params: { seconds: 60 } })
  })
})

describe('an office that was never locked out of', () => {
  it('has nothing to tell at the first unlock', async () => {
    const made = await makeOffice()
    made.restart()
    await made.unlock()
    const { rows } = await made.call('log.list', { company: null })
    expect(rows.map((row) => row.action)).not.toContain('office.unlock-failed')
    made.cleanUp()
  })
})
