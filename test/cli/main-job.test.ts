import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Canary, filesBelow, scanFiles, scanText } from '../canary.ts'
import {
  asViewer,
  codeOf,
  createArguments,
  fixture,
  inOffice,
  json,
  makePlace,
  type Person,
  type Place,
  removePlace,
  run,
  SECRETS,
  truth,
  writeOwn,
} from './harness.ts'

/** The main job from the first command to the purge, in one office; the tests of this file build on each other. */

interface Shown {
  readonly numbers: readonly { code: string; number: string }[]
}

let place: Place
let people: Person[]
let importId: string

const numberOf = (code: string): string => people.find((person) => person.code === code)?.number ?? ''
const bare = (name: string): string => name.replace(/\s/g, '')

beforeAll(() => {
  place = makePlace()
  people = truth()
})
afterAll(() => removePlace(place))

describe('the main job', { timeout: 120_000 }, () => {
  it('makes an office whose files are the user’s alone', async () => {
    const made = await run(place, [...createArguments(place), '--json'])
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(json(made)).toMatchObject({ phase: 'open', office: { name: '見本事務所', training: true } })
    const files = [...filesBelow(place.office, place.state), join(place.own, 'kit.txt')]
    expect(files.filter((file) => (statSync(file).mode & 0o077) !== 0)).toEqual([])
  })

  it('says what the roster says without any secret', async () => {
    const status = await run(place, ['office', 'status', '--office', place.office, '--json'])
    expect(json(status)).toMatchObject({ phase: 'locked', users: [{ name: '山田 太郎' }], user: null })
  })

  it('adds a company', async () => {
    const added = await inOffice(place, ['company', 'add', '--name', '見本商事', '--json'])
    expect(json(added)).toMatchObject({ name: '見本商事', kind: 'corporation', role: 'B' })
  })

  it('looks at a file without taking anything', async () => {
    const file = fixture('payroll-cp932.csv')
    const looked = await inOffice(place, ['people', 'import', file, '--dry-run', '--json'])
    expect(json(looked)).toMatchObject({ committed: false, report: { added: 120, numbersNew: 120 } })
    const listed = await inOffice(place, ['people', 'list', '--json'])
    expect(json(listed)).toMatchObject({ total: 0 })
  })

  it('imports a CP932 payroll file as it is, every person and date as it should be', async () => {
    const taken = await inOffice(place, ['people', 'import', fixture('payroll-cp932.csv'), '--json'])
    expect(taken.status).toBe(0)
    const done = json<{ importId: string; report: { encoding: string; refused: unknown[] } }>(taken)
    expect(done).toMatchObject({ committed: true, report: { encoding: 'cp932', rows: 120, refused: [] } })
    importId = done.importId
    const listed = json<{ people: Person[] }>(await inOffice(place, ['people', 'list', '--json']))
    const seen = listed.people.map(({ code, name, birth }) => ({ code, name: bare(name), birth }))
    expect(seen).toEqual(people.map(({ code, name, birth }) => ({ code, name: bare(name), birth })))
  })

  it('changes nothing when the same file comes again', async () => {
    const again = await inOffice(place, ['people', 'import', fixture('payroll-cp932.csv'), '--json'])
    expect(json(again)).toMatchObject({ committed: false, report: { unchanged: 120, numbersHeld: 120 } })
  })

  it('refuses a number before its owner was verified', async () => {
    const shown = await asViewer(place, ['number', 'reveal', '0001', '--purpose', 'T12', '--stdout'])
    expect(shown).toMatchObject({ status: 3, stdout: '' })
    expect(codeOf(shown)).toBe('NOT_VERIFIED')
  })

  it('attests the batch', async () => {
    const when = ['--collected-on', '令和8年1月15日', '--batch', importId]
    const attest = ['number', 'attest', '--source', '給与ソフトの社員台帳', ...when, '--json']
    const attested = await inOffice(place, attest)
    expect(json(attested)).toEqual({ numbers: 120 })
  })

  it('shows one number at a time unless the policy permits a list', async () => {
    const two = ['number', 'reveal', '0001', '0002', '--purpose', 'T12', '--stdout']
    const refused = await asViewer(place, two)
    expect(refused).toMatchObject({ status: 3, stdout: '' })
    expect(codeOf(refused)).toBe('LIST_TOO_LONG')
    const one = await asViewer(place, ['number', 'reveal', '0003', '--purpose', 'T12', '--stdout'], {
      showsNumber: true,
    })
    expect(one).toMatchObject({ status: 0, stdout: `0003\t${numberOf('0003')}\n` })
  })

  it('shows every number as it was, in lists of twenty, as one JSON document each', async () => {
    const policy = await inOffice(place, ['office', 'policy', '--list-limit', '20', '--json'])
    expect(json(policy)).toEqual({ listLimit: 20 })
    for (let from = 0; from < people.length; from += 20) {
      const some = people.slice(from, from + 20)
      const codes = some.map(({ code }) => code)
      const argv = ['number', 'reveal', ...codes, '--purpose', '源泉徴収票', '--stdout', '--json']
      const shown = await asViewer(place, argv, { showsNumber: true })
      expect(shown).toMatchObject({ status: 0, stderr: '' })
      expect(json<Shown>(shown).numbers).toEqual(some.map(({ code, number }) => ({ code, number })))
    }
  })

  it('says yes to the right number and no to another’s', async () => {
    const file = writeOwn(place, 'number.txt', `${numberOf('0007').replace(/(.{4})/g, '$1 ')}\n`)
    const match = (code: string) =>
      asViewer(place, ['number', 'match', code, '--purpose', 'T12', '--number-file', file, '--json'])
    expect(json(await match('0007'))).toEqual({ match: true })
    expect(json(await match('0008'))).toEqual({ match: false })
  })

  it('takes a number from a file, and uses it once documents were recorded', async () => {
    const added = [
      'people',
      'add',
      '9001',
      '--name',
      '新入 社員',
      '--birth',
      'H12.4.2',
      '--joined',
      '2026/4/1',
    ]
    expect(json(await inOffice(place, [...added, '--json']))).toMatchObject({ birth: '2000-04-02' })
    const file = writeOwn(place, 'new-number.txt', '987654321093\n')
    const set = await inOffice(place, ['number', 'set', '9001', '--number-file', file, '--json'])
    expect(json(set)).toMatchObject({ code: '9001', number: 'held' })
    const twice = await inOffice(place, ['number', 'set', '9001', '--number-file', file])
    expect([twice.status, codeOf(twice)]).toEqual([3, 'NUMBER_HELD'])
    const verify = ['number', 'verify', '9001', '--number-doc', 'juminhyo']
    const poor = await inOffice(place, verify)
    expect([poor.status, codeOf(poor)]).toEqual([3, 'BAD_DOCUMENTS'])
    expect((await inOffice(place, [...verify, '--identity-doc', 'driver-license'])).status).toBe(0)
    const show = ['number', 'reveal', '9001', '--purpose', 'T12', '--stdout']
    expect((await asViewer(place, show, { showsNumber: true })).stdout).toBe('9001\t987654321093\n')
  })

  it('purges who has left and is due, in two steps, and shows the number no more', async () => {
    const due = json<{ due: { person: { code: string } }[] }>(
      await inOffice(place, ['purge', 'due', '--json']),
    )
    const codes = due.due.map(({ person }) => person.code)
    expect(codes).toContain('0017')
    expect(codes).not.toContain('0001')
    const early = await inOffice(place, ['purge', 'propose', '--person', '0001', '--reason', '点検'])
    expect([early.status, codeOf(early)]).toEqual([3, 'STILL_NEEDED'])
    const proposal = json<{ id: string }>(
      await inOffice(place, ['purge', 'propose', '--reason', '保管期間の終わり', '--json']),
    )
    const alone = await asViewer(place, ['purge', 'confirm', proposal.id])
    expect([alone.status, codeOf(alone)]).toEqual([3, 'SECOND_PERSON_NEEDED'])
    const done = await asViewer(place, [
      'purge',
      'confirm',
      proposal.id,
      '--sole-reason',
      '一人事務所',
      '--json',
    ])
    expect(json(done)).toMatchObject({ state: 'done', soleReason: '一人事務所' })
    const gone = await asViewer(place, ['number', 'reveal', '0017', '--purpose', 'T12', '--stdout'])
    expect([gone.status, codeOf(gone)]).toEqual([3, 'NUMBER_NOT_HELD'])
    expect(json(await inOffice(place, ['purge', 'due', '--json']))).toMatchObject({ due: [] })
  })

  it('records a leaver, whose due date follows', async () => {
    const left = await inOffice(place, [
      'leave',
      '0001',
      '--on',
      'R8.8.31',
      '--last-filing',
      '2027-01-31',
      '--json',
    ])
    expect(json(left)).toMatchObject({ person: { left: '2026-08-31' }, due: { due: '2027-02-01' } })
    const later = await inOffice(place, ['purge', 'due', '--now', '2027-02-01T03:00:00Z', '--json'])
    expect(json(later)).toMatchObject({ on: '2027-02-01', due: [{ person: { code: '0001' } }] })
  })

  it('verifies the log, and lists who did what', async () => {
    const verified = await inOffice(place, ['log', 'verify', '--json'])
    expect(verified.status).toBe(0)
    expect(json(verified)).toMatchObject({ ok: true, logs: [{ anchor: 'matches' }, { anchor: 'matches' }] })
    const list = json<{ rows: { people: { code: string }[] }[] }>(
      await inOffice(place, ['log', 'list', '--person', '0003', '--action', 'reveal.shown', '--json']),
    )
    expect(list.rows.map((row) => row.people.map(({ code }) => code))).toEqual([['0003'], ['0003']])
  })

  it('leaves neither a number nor a secret in any file or output', () => {
    const canaries: Canary[] = [
      ...people.map(({ code, number }) => ({ label: `number of ${code}`, text: number })),
      { label: 'number of 9001', text: '987654321093' },
      { label: 'passphrase', text: SECRETS.passphrase },
      { label: 'verification secret', text: SECRETS.secret },
    ]
    const kept = [place.office, place.state, place.home, place.temp]
    expect(filesBelow(...kept).length).toBeGreaterThan(4)
    expect(scanFiles(kept, canaries)).toEqual([])
    expect(scanText('output', place.printed.join('\n'), canaries)).toEqual([])
    // the search itself must be able to find one
    writeFileSync(join(place.temp, 'control'), `x${numberOf('0042')}`)
    expect(scanFiles(kept, canaries)).toMatchObject([{ label: 'number of 0042', offset: 1 }])
  })
})
