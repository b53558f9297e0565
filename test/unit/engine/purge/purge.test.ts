import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId, ProposalId, UserId } from '../../../../src/shared/ids.ts'
import { numberOf } from '../../../support/numbers.ts'
import {
  addUsers,
  attest,
  codeOf,
  enter,
  idOf,
  importPeople,
  leave,
  log,
  makeOffice,
  type Office,
  personOf,
  reveal,
} from '../../../support/office.ts'

let office: Office

beforeEach(async () => {
  office = await makeOffice()
  await importPeople(
    office,
    [1, 2, 3].map((i) => ({ code: String(i), number: numberOf(i), joined: '2015-04-01' })),
  )
  await attest(office)
})
afterEach(() => office.cleanUp())

const propose = async (codes: readonly string[] | null, reason = '保管期間が終わった') =>
  office.call('purge.propose', {
    company: office.company,
    people: codes === null ? null : await Promise.all(codes.map((code) => idOf(office, code))),
    reason,
  })
const confirm = (proposal: ProposalId, soleReason: string | null = '一人の事務所') =>
  office.call('purge.confirm', { company: office.company, proposal, soleReason })
const list = async () => (await office.call('purge.list', { company: office.company })).proposals
/** Left in 2024: due on 2025-02-01, long before the clock's 2026-11-24. */
const due = (code: string) => leave(office, code, '2024-03-31')

describe('a proposal', () => {
  it('takes everybody who is due when nobody is named', async () => {
    await due('1')
    await due('2')
    const proposal = await propose(null)
    expect(proposal).toMatchObject({
      state: 'proposed',
      proposedBy: '山田 太郎',
      reason: '保管期間が終わった',
      people: [
        { code: '1', due: '2025-02-01' },
        { code: '2', due: '2025-02-01' },
      ],
    })
  })

  it('destroys nothing and writes one line', async () => {
    await due('1')
    await propose(['1'])
    expect((await log(office))[0]).toMatchObject({ action: 'purge.propose', people: [{ code: '1' }] })
    expect(await reveal(office, ['1'])).toEqual([numberOf(1)])
  })

  it('is refused for somebody who is still employed', async () => {
    await expect(propose(['1'])).rejects.toMatchObject({ code: 'STILL_NEEDED', params: { person: '1' } })
  })

  it('is refused before the date, with the date', async () => {
    await leave(office, '1', '2026-03-31')
    await expect(propose(['1'])).rejects.toMatchObject({
      code: 'NOT_DUE',
      params: { person: '1', due: '2027-02-01' },
    })
  })

  it('is refused as a whole when one of its people is not due', async () => {
    await due('1')
    await expect(propose(['1', '2'])).rejects.toMatchObject({ code: 'STILL_NEEDED' })
    expect(await list()).toEqual([])
  })

  it('is refused for somebody without a number, for nobody, and for nobody known', async () => {
    await importPeople(office, [{ code: '9', joined: '2015-04-01' }])
    await due('9')
    await expect(propose(['9'])).rejects.toMatchObject({ code: 'NUMBER_NOT_HELD' })
    await expect(propose([])).rejects.toMatchObject({ code: 'LIST_EMPTY' })
    await expect(propose(null)).rejects.toMatchObject({ code: 'LIST_EMPTY' })
    const people = ['e'.repeat(32) as PersonId]
    await expect(
      office.call('purge.propose', { company: office.company, people, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_PERSON' })
  })

  it('needs a reason', async () => {
    await due('1')
    await expect(propose(['1'], ' ')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('names somebody once who was named twice', async () => {
    await due('1')
    expect((await propose(['1', '1'])).people).toHaveLength(1)
  })
})

describe('a confirmation by the one who proposed', () => {
  it('needs the reason of a one-person office, before any secret is asked for', async () => {
    await due('1')
    const { id } = await propose(['1'])
    await expect(confirm(id, null)).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' })
    expect(office.script.asked).not.toContain('screen.verify')
    expect(await confirm(id)).toMatchObject({ state: 'done', soleReason: '一人の事務所' })
  })

  it('leaves that reason in the signed log', async () => {
    await due('1')
    await confirm((await propose(['1'])).id)
    const line = (await log(office)).find((row) => row.action === 'purge.confirm')
    expect(line?.detail).toMatchObject({ soleReason: '一人の事務所', numbers: 1 })
  })
})

describe('a confirmation by a second responsible person', () => {
  let second: UserId
  beforeEach(async () => {
    second = addUsers(office, [{ name: '二人目', roles: ['manager'] }])[0] as UserId
    await office.unlock()
    // a company that both were given
    const company = (await office.call('company.add', { name: '二人の会社' })).id
    ;(office as { company: string }).company = company
    await importPeople(office, [{ code: '1', number: numberOf(1), joined: '2015-04-01' }])
    await due('1')
  })

  it('needs no reason and keeps none, even when one is given', async () => {
    const { id } = await propose(['1'])
    office.restart()
    await office.unlock(second)
    expect(await confirm(id, 'x')).toMatchObject({
      state: 'done',
      proposedBy: '山田 太郎',
      confirmedBy: '二人目',
      soleReason: null,
    })
  })
})

describe('a confirmation', () => {
  let id: ProposalId
  beforeEach(async () => {
    await due('1')
    await due('2')
    id = (await propose(['1', '2'])).id
  })

  it('with a wrong secret destroys nothing', async () => {
    office.script.secret = 'wrong'
    await expect(confirm(id)).rejects.toMatchObject({ code: 'WRONG_SECRET' })
    expect((await list())[0]).toMatchObject({ state: 'proposed', confirmedAt: null })
    expect((await personOf(office, '1')).number).toBe('verified')
  })

  it('asks for the secret with the people on the screen', async () => {
    await confirm(id)
    expect(office.script.asked.filter((screen) => screen === 'screen.verify')).toHaveLength(1)
    const lines = (await log(office)).map((row) => [row.action, row.outcome, row.peopleTotal])
    expect(lines.slice(0, 4)).toEqual([
      ['purge.done', 'done', 0],
      ['purge.confirm', 'done', 2],
      ['reveal.granted', 'operator verified', 0],
      ['reveal.attempt', 'asked', 2],
    ])
  })

  it('leaves the people, their records and the log, and takes only the numbers', async () => {
    await confirm(id)
    const detail = await office.call('people.show', {
      company: office.company,
      person: await idOf(office, '1'),
    })
    expect(detail).toMatchObject({
      person: { code: '1', number: 'purged', left: '2024-03-31', due: null },
      purgedAt: '2026-11-24T01:00:00.000Z',
      numberSource: 'import',
    })
    expect(detail.verifications).toHaveLength(1)
    await expect(reveal(office, ['1'])).rejects.toMatchObject({ code: 'NUMBER_NOT_HELD' })
  })

  it('lets the others of the same batch be opened as before', async () => {
    await confirm(id)
    expect(await reveal(office, ['3'])).toEqual([numberOf(3)])
    expect((await personOf(office, '3')).number).toBe('verified')
  })

  it('is done once: again it is stale', async () => {
    await confirm(id)
    await expect(confirm(id)).rejects.toMatchObject({ code: 'PROPOSAL_STALE' })
  })

  it('of something that does not exist is refused', async () => {
    await expect(confirm('e'.repeat(32) as ProposalId)).rejects.toMatchObject({ code: 'UNKNOWN_PROPOSAL' })
  })

  it('twice at the same time destroys once', async () => {
    const outcomes = await Promise.all(
      [confirm(id), confirm(id)].map((act) => act.then(() => 'done', codeOf)),
    )
    expect(outcomes.toSorted()).toEqual(['PROPOSAL_STALE', 'done'])
    expect((await log(office)).filter((row) => row.action === 'purge.confirm')).toHaveLength(1)
  })
})

describe('a proposal is stale', () => {
  it('when the number was replaced since', async () => {
    await due('1')
    const { id } = await propose(['1'])
    await enter(office, '1', numberOf(11), true)
    await expect(confirm(id)).rejects.toMatchObject({ code: 'PROPOSAL_STALE', params: { person: '1' } })
  })

  it('when another proposal with the same person was confirmed before it', async () => {
    await due('1')
    const [a, b] = [await propose(['1']), await propose(['1'])]
    await confirm(a.id)
    await expect(confirm(b.id)).rejects.toMatchObject({ code: 'PROPOSAL_STALE' })
  })

  it('when a corrected date has put the purge off', async () => {
    await due('1')
    const { id } = await propose(['1'])
    await importPeople(office, [{ code: '1', left: '2026-10-31' }])
    expect((await personOf(office, '1')).due).toBe('2027-02-01')
    await expect(confirm(id)).rejects.toMatchObject({ code: 'PROPOSAL_STALE', params: { person: '1' } })
    expect(await reveal(office, ['1'])).toEqual([numberOf(1)])
  })

  it('when such a correction came while the secret was typed', async () => {
    await due('1')
    const { id } = await propose(['1'])
    office.hooks.afterJob = async (name) => {
      if (name !== 'verify.open') return
      office.hooks.afterJob = () => undefined
      await importPeople(office, [{ code: '1', left: '2026-10-31' }])
    }
    await expect(confirm(id)).rejects.toMatchObject({ code: 'PROPOSAL_STALE' })
    expect((await personOf(office, '1')).number).toBe('verified')
  })
})

describe('a company with open proposals', () => {
  it('counts them at home and lists the newest first', async () => {
    await due('1')
    await due('2')
    await propose(['1'], '一つ目')
    office.test.clock.now += 60_000
    await propose(['2'], '二つ目')
    expect((await list()).map(({ reason }) => reason)).toEqual(['二つ目', '一つ目'])
    expect((await office.call('home.summary', { company: office.company })).proposalsOpen).toBe(2)
  })
})
