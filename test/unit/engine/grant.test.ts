import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CompanyId, PersonId } from '../../../src/shared/ids.ts'
import type { LogRow } from '../../../src/shared/model.ts'
import { cleanUp, place, type TestEngine, testEngine, withCompany } from '../../support/engine.ts'

/** Synthetic numbers with valid check digits. */
const NUMBERS = ['123456789018', '987654321093', '012345678903', '121212121217'] as const

let test: TestEngine
let company: CompanyId
let people: PersonId[]

async function addPeople(count: number): Promise<void> {
  const rows = NUMBERS.slice(0, count).map(
    (number, i) => `${i + 1},佐藤 ${'一二三四'.charAt(i)},2000-01-0${i + 1},2020-04-01,,${number}`,
  )
  const file = join(test.root, 'people.csv')
  writeFileSync(file, `社員番号,氏名,生年月日,入社年月日,退職年月日,個人番号\n${rows.join('\n')}\n`)
  const { handle } = await test.call('import.preview', { company, file: place(file) })
  await test.call('import.commit', { handle })
  const listed = await test.call('people.list', { company })
  people = listed.people.map((person) => person.id)
}

const attest = () => test.call('number.attest', { company, source: '旧システム', collectedOn: '2026-01-05' })
const reveal = (ids: PersonId[], purpose = 'T12') =>
  test.call('number.reveal', { company, people: ids, purpose })
async function log(): Promise<LogRow[]> {
  return (await test.call('log.list', { company })).rows
}
const actions = async (): Promise<string[]> => (await log()).map((row) => `${row.action}:${row.outcome}`)

beforeEach(async () => {
  test = testEngine()
  company = (await withCompany(test)).id
  await addPeople(4)
})
afterEach(() => {
  cleanUp(test)
})

describe('before a secret is asked', () => {
  it('refuses a person whose identity was not verified, naming the person', async () => {
    const [first] = people
    await expect(reveal(people.slice(0, 1))).rejects.toMatchObject({
      code: 'NOT_VERIFIED',
      params: { person: '1' },
    })
    expect(first).toBeDefined()
    expect(test.script.asked).not.toContain('screen.verify')
  })

  it('refuses an unknown purpose', async () => {
    await attest()
    await expect(reveal(people.slice(0, 1), 'T99')).rejects.toMatchObject({ code: 'UNKNOWN_PURPOSE' })
  })

  it('refuses a list longer than the policy', async () => {
    await attest()
    await expect(reveal(people.slice(0, 2))).rejects.toMatchObject({
      code: 'LIST_TOO_LONG',
      params: { limit: 1, size: 2 },
    })
  })

  it('starts no worker for any of these', async () => {
    const before = test.workers.started.length
    await reveal(people.slice(0, 1)).catch(() => undefined)
    expect(test.workers.started).toHaveLength(before)
  })
})

describe('a reveal', () => {
  beforeEach(async () => {
    await attest()
  })

  it('shows exactly the number of the person asked for', async () => {
    await expect(reveal([people[1] as PersonId])).resolves.toEqual({ shown: 1, notShown: 0 })
    expect(test.script.shown).toEqual([NUMBERS[1]])
  })

  it('has attempt, granted and shown in the log before the digits leave the engine', async () => {
    await reveal([people[0] as PersonId])
    expect((await actions()).slice(0, 4)).toEqual([
      'reveal.closed:done',
      'reveal.shown:shown',
      'reveal.granted:granted',
      'reveal.attempt:asked',
    ])
  })

  it('logs task and rule with each line of the grant', async () => {
    await reveal([people[0] as PersonId])
    const granted = (await log()).find((row) => row.action === 'reveal.granted')
    expect(granted).toMatchObject({ task: 'withholding', rule: 'T12', people: [{ code: '1' }] })
  })

  it('refuses a wrong second secret, shows nothing and logs it', async () => {
    test.script.secret = 'not the secret'
    await expect(reveal([people[0] as PersonId])).rejects.toMatchObject({ code: 'WRONG_SECRET' })
    expect(test.script.shown).toEqual([])
    expect((await actions()).slice(0, 2)).toEqual(['reveal.closed:WRONG_SECRET', 'reveal.attempt:asked'])
  })

  it('slows after five wrong secrets and lets go after the wait', async () => {
    const right = test.script.secret
    test.script.secret = 'not the secret'
    for (let i = 0; i < 5; i++) await reveal([people[0] as PersonId]).catch(() => undefined)
    test.script.secret = right
    await expect(reveal([people[0] as PersonId])).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      params: { seconds: 30 },
    })
    test.clock.now += 30_000
    await expect(reveal([people[0] as PersonId])).resolves.toEqual({ shown: 1, notShown: 0 })
  })
})

describe('a list', () => {
  beforeEach(async () => {
    await attest()
    await test.call('office.policy', { listLimit: 20 })
  })

  it('has each line durable before its digits', async () => {
    const seen: string[] = []
    const rows: Promise<void>[] = []
    test.script.beforeShow = (index) => {
      rows.push(
        log().then((lines) => {
          seen.push(`${index}:${lines.filter((row) => row.action === 'reveal.shown').length}`)
        }),
      )
    }
    await reveal(people.slice(0, 3))
    await Promise.all(rows)
    expect(test.script.shown).toEqual(NUMBERS.slice(0, 3))
    expect(seen).toEqual(['0:0', '1:1', '2:2'])
  })

  it('logs those that were not shown', async () => {
    test.script.open = [2]
    await expect(reveal(people.slice(0, 3))).resolves.toEqual({ shown: 1, notShown: 2 })
    const [closed] = await log()
    expect(closed).toMatchObject({
      action: 'reveal.closed',
      outcome: 'ended',
      people: [{ code: '1' }, { code: '2' }],
    })
  })

  it('opens a position once only', async () => {
    test.script.open = [0, 0]
    await expect(reveal(people.slice(0, 2))).rejects.toMatchObject({ code: 'NOT_GRANTED' })
    expect(test.script.shown).toEqual([NUMBERS[0]])
  })

  it('opens nothing outside the list', async () => {
    test.script.open = [3]
    await expect(reveal(people.slice(0, 2))).rejects.toMatchObject({ code: 'NOT_GRANTED' })
    expect(test.script.shown).toEqual([])
  })

  it('ends after ten minutes even in the middle', async () => {
    test.script.beforeShow = (index) => {
      if (index === 1) test.clock.now += 10 * 60_000 + 1
    }
    await expect(reveal(people.slice(0, 2))).rejects.toMatchObject({ code: 'GRANT_EXPIRED' })
    expect(test.script.shown).toEqual([NUMBERS[0]])
  })
})

describe('match only', () => {
  it('answers yes and no without showing anything', async () => {
    await attest()
    const ask = () =>
      test.call('number.match', { company, person: people[0] as PersonId, purpose: 'withholding' })
    test.script.number = '1234-5678-9018'
    await expect(ask()).resolves.toEqual({ match: true })
    test.script.number = NUMBERS[1]
    await expect(ask()).resolves.toEqual({ match: false })
    expect(test.script.shown).toEqual([])
  })
})

describe('records that were changed behind the engine', () => {
  it('does not show a number after the anchor of this machine is gone', async () => {
    await attest()
    const again = test.restart()
    const moved = testEngine({ root: again.root, script: test.script })
    again.engine.close()
    const { rmSync } = await import('node:fs')
    rmSync(again.stateDir, { recursive: true })
    test = moved
    const { users } = await test.call('office.select', { place: place(test.dir) })
    await test.call('office.unlock', { user: users[0]?.id as never })
    await expect(reveal([people[0] as PersonId])).rejects.toMatchObject({ code: 'PURGE_STATE_UNKNOWN' })
    await test.call('office.declareAnchor', { reason: '新しいパソコンに移した' })
    await expect(reveal([people[0] as PersonId])).resolves.toEqual({ shown: 1, notShown: 0 })
  })

  it('refuses an office whose database was put back to an older copy', async () => {
    const copy = join(test.root, 'old.db')
    test.engine.close()
    copyFileSync(join(test.dir, 'office.db'), copy)
    test = test.restart()
    const { users } = await test.call('office.select', { place: place(test.dir) })
    const user = users[0]?.id as never
    await test.call('office.unlock', { user })
    test.engine.close()
    copyFileSync(copy, join(test.dir, 'office.db'))
    test = test.restart()
    await test.call('office.select', { place: place(test.dir) })
    await expect(test.call('office.unlock', { user })).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
      params: { part: 'anchor' },
    })
  })
})
