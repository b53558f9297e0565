import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scanText } from '../canary.ts'
import {
  asViewer,
  codeOf,
  createArguments,
  fixture,
  inOffice,
  json,
  makeOffice,
  makePlace,
  must,
  NOW,
  type Place,
  removePlace,
  run,
  SECRETS,
  truth,
  writeOwn,
} from './harness.ts'

let place: Place

beforeAll(async () => {
  place = makePlace()
  await makeOffice(place)
  must(await inOffice(place, ['people', 'import', fixture('payroll-cp932.csv')]))
  const attest = ['number', 'attest', '--source', '社員台帳', '--collected-on', '2026-01-15']
  must(await inOffice(place, attest))
}, 60_000)
afterAll(() => removePlace(place))

const REVEAL = ['number', 'reveal', '0001', '--purpose', 'T12', '--stdout']

describe('a refusal', { timeout: 60_000 }, () => {
  it.each([
    ['WRONG_SECRET', 3, ['--purpose', 'T12'], '電池ホチキス違い-99'],
    ['UNKNOWN_PURPOSE', 4, ['--purpose', 'T99'], SECRETS.secret],
    ['PURPOSE_FORBIDDEN', 3, ['--purpose', '労災の請求'], SECRETS.secret],
    ['PURPOSE_NOT_IN_NOTICE', 3, ['--purpose', '財形'], SECRETS.secret],
  ])('is %s with exit status %i and no number', async (code, status, purpose, secret) => {
    const file = writeOwn(place, 'tried.txt', `${secret}\n`)
    const argv = ['number', 'reveal', '0001', ...purpose, '--stdout', '--secret-file', file]
    const refused = await inOffice(place, argv)
    expect(refused).toMatchObject({ status, stdout: '' })
    expect(codeOf(refused)).toBe(code)
  })

  it('counts a wrong second secret and writes it into the log', async () => {
    const file = writeOwn(place, 'wrong.txt', 'まったく違う合言葉\n')
    await inOffice(place, [...REVEAL, '--secret-file', file])
    const status = await inOffice(place, ['office', 'status', '--json'])
    const { companies } = json<{ companies: { summary: { verificationFailures: number } }[] }>(status)
    expect(companies[0]?.summary.verificationFailures).toBeGreaterThan(0)
    const { rows } = json<{ rows: { action: string; outcome: string }[] }>(
      await inOffice(place, ['log', 'list', '--limit', '2', '--json']),
    )
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'reveal.closed WRONG_SECRET',
      'reveal.attempt asked',
    ])
  })

  it('is one JSON document on standard error with --json', async () => {
    const refused = await inOffice(place, ['people', 'show', '7777', '--json'])
    expect(refused.stdout).toBe('')
    const { error } = JSON.parse(refused.stderr) as {
      error: { code: string; params: object; message: string }
    }
    expect(error).toMatchObject({ code: 'UNKNOWN_PERSON', params: { person: '7777' } })
    expect(error.message).toContain('7777')
  })

  it.runIf(process.platform !== 'win32')('meets a secret file that others can read', async () => {
    const file = writeOwn(place, 'open.txt', `${SECRETS.secret}\n`)
    chmodSync(file, 0o640)
    const refused = await inOffice(place, [...REVEAL, '--secret-file', file])
    expect([refused.status, codeOf(refused)]).toEqual([3, 'SECRET_FILE_OPEN'])
  })

  it('meets a missing secret where there is no terminal to ask', async () => {
    const refused = await run(place, ['company', 'list', '--office', place.office])
    expect([refused.status, codeOf(refused)]).toEqual([2, 'USAGE'])
    expect(refused.stderr).toContain('--passphrase-file')
  })

  it('meets a number that would go anywhere but to a terminal, before any secret is read', async () => {
    const refused = await asViewer(place, ['number', 'reveal', '0001', '--purpose', 'T12'])
    expect([refused.status, codeOf(refused)]).toEqual([3, 'STDOUT_REFUSED'])
  })

  it.each([
    ['FILE_BINARY', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0])],
    ['FILE_EMPTY', ''],
    ['FILE_NO_HEADINGS', '甲,乙\n1,2\n'],
    ['FILE_STRUCTURE', '社員番号,氏名\n1,"佐藤\n'],
  ])('meets an import that is %s', async (code, content) => {
    const file = writeOwn(place, 'bad.csv', content)
    const refused = await inOffice(place, ['people', 'import', file])
    expect([refused.status, codeOf(refused)]).toEqual([4, code])
  })

  it('reports every cell that was not taken, and takes the rest', async () => {
    const taken = await inOffice(place, ['people', 'import', fixture('excel-damaged.csv'), '--dry-run'])
    expect(taken.status).toBe(0)
    expect(taken.stdout).toContain('表計算ソフトが指数')
    expect(taken.stdout).toContain('マイナンバー')
  })

  it('takes columns by heading or position', async () => {
    const file = writeOwn(place, 'odd.csv', '記号,なまえ,番号らしきもの\nA-1,佐藤 花,123456789018\n')
    const argv = ['people', 'import', file, '--dry-run', '--json']
    const looked = await inOffice(place, [...argv, '--columns', 'code=記号,name=なまえ,number=3'])
    expect(json(looked)).toMatchObject({ report: { added: 1, numbersNew: 1 } })
    const unknown = await inOffice(place, [...argv, '--columns', 'code=記号,name=ない見出し'])
    expect([unknown.status, JSON.parse(unknown.stderr)]).toMatchObject([2, { error: { code: 'USAGE' } }])
  })

  it('never repeats what was refused', () => {
    const canaries = truth().map(({ code, number }) => ({ label: code, text: number }))
    const secrets = Object.entries(SECRETS).map(([label, text]) => ({ label, text }))
    expect(scanText('output', place.printed.join('\n'), [...canaries, ...secrets])).toEqual([])
  })
})

describe('making an office', { timeout: 60_000 }, () => {
  it('refuses a folder with something in it, and keeps it', async () => {
    const folder = join(place.root, 'full')
    mkdirSync(folder)
    writeFileSync(join(folder, 'letter.txt'), 'mine')
    const argv = createArguments({ ...place, office: folder })
    const kit = argv.indexOf('--kit-out') + 1
    const refused = await run(place, argv.with(kit, join(place.own, 'kit2.txt')))
    expect([refused.status, codeOf(refused)]).toEqual([3, 'OFFICE_EXISTS'])
  })

  it.each([
    ['SECRET_TOO_SHORT', 'short', SECRETS.secret],
    ['SECRET_SAME_AS_PASSPHRASE', SECRETS.secret, SECRETS.secret],
  ])('refuses secrets that are %s and leaves nothing', async (code, passphrase, secret) => {
    const office = join(place.root, 'never')
    const argv = createArguments({
      ...place,
      office,
      passphrase: writeOwn(place, 'p.txt', `${passphrase}\n`),
      secret: writeOwn(place, 's.txt', `${secret}\n`),
    })
    const kit = join(place.own, 'kit3.txt')
    const refused = await run(place, argv.with(argv.indexOf('--kit-out') + 1, kit))
    expect([refused.status, codeOf(refused)]).toEqual([4, code])
    const again = await run(place, ['office', 'status', '--office', office])
    expect([again.status, codeOf(again)]).toEqual([4, 'NOT_AN_OFFICE'])
  })

  it.each(['--now', '--kdf-floor'])('refuses %s for a real office', async (option) => {
    const argv = createArguments({ ...place, office: join(place.root, 'real') })
    const other = option === '--now' ? '--kdf-floor' : '--now'
    const real = argv.filter((word) => word !== '--training' && word !== other && word !== NOW)
    const refused = await run(place, option === '--now' ? [...real, NOW] : real)
    expect([refused.status, codeOf(refused)]).toEqual([2, 'USAGE'])
  })
})
