import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  codeOf,
  fixture,
  inOffice,
  json,
  makeOffice,
  makePlace,
  must,
  type Place,
  removePlace,
  run,
  writeOwn,
} from './harness.ts'

let place: Place
let file: string
let root: string

beforeAll(async () => {
  place = makePlace()
  await makeOffice(place)
  await inOffice(place, ['people', 'import', fixture('cloud-utf8bom.csv')])
  file = join(place.own, 'log.json')
  const exported = await inOffice(place, ['log', 'export', '--out', file, '--json'])
  root = json<{ root: string }>(must(exported)).root
}, 60_000)
afterAll(() => removePlace(place))

/** The export with one line changed by a text editor. */
const altered = (line: number, from: RegExp, to: string): string => {
  const parsed = JSON.parse(readFileSync(file, 'utf8')) as { lines: string[] }
  const lines = parsed.lines.with(line - 1, (parsed.lines[line - 1] ?? '').replace(from, to))
  return writeOwn(place, 'altered.json', JSON.stringify({ ...parsed, lines }))
}

describe('an exported log', { timeout: 60_000 }, () => {
  it('is verified by anybody, without office or passphrase', async () => {
    const verified = await run(place, ['log', 'verify', '--file', file, '--root', root, '--json'])
    expect(verified).toMatchObject({ status: 0, stderr: '' })
    expect(json(verified)).toMatchObject({ ok: true, signer: 'pinned', anchor: 'not-used', badLine: null })
  })

  it('is consistent but not pinned without the fingerprint', async () => {
    const verified = await run(place, ['log', 'verify', '--file', file])
    expect(verified.status).toBe(0)
    expect(verified.stdout).toContain('--root')
  })

  it('names the line that was changed, exit status 5', async () => {
    const verified = await run(place, [
      'log',
      'verify',
      '--file',
      altered(3, /"people.import"/, '"people.add"'),
    ])
    expect(verified.status).toBe(5)
    expect(verified.stdout).toContain('3行目')
    const document = json(await run(place, ['log', 'verify', '--file', altered(3, /.$/, ' ]'), '--json']))
    expect(document).toMatchObject({ ok: false, badLine: 3 })
  })

  it('is refused with another office’s fingerprint', async () => {
    const refused = await run(place, ['log', 'verify', '--file', file, '--root', 'ab'.repeat(32)])
    expect([refused.status, codeOf(refused)]).toEqual([5, 'SIGNATURE_BAD'])
  })

  it('is told apart from a file that is none', async () => {
    const refused = await run(place, ['log', 'verify', '--file', fixture('truth.csv')])
    expect([refused.status, codeOf(refused)]).toEqual([4, 'FILE_STRUCTURE'])
  })

  it('never replaces a file', async () => {
    const refused = await inOffice(place, ['log', 'export', '--out', file])
    expect([refused.status, codeOf(refused)]).toEqual([3, 'NOT_WRITABLE'])
  })
})

describe('a machine without an anchor', { timeout: 60_000 }, () => {
  it('shows no number until the reason is declared, and says so for good', async () => {
    const elsewhere = { ...place, state: join(place.root, 'other-state') }
    const verified = await inOffice(elsewhere, ['log', 'verify', '--json'])
    expect(json(verified)).toMatchObject({ logs: [{ anchor: 'missing' }, { anchor: 'missing' }] })
    await inOffice(elsewhere, ['number', 'attest', '--source', '台帳', '--collected-on', '2026-01-15'])
    const secrets = ['--secret-file', place.secret]
    const reveal = ['number', 'reveal', '0001', '--purpose', 'T12', '--stdout', ...secrets]
    const refused = await inOffice(elsewhere, reveal)
    expect([refused.status, codeOf(refused)]).toEqual([3, 'PURGE_STATE_UNKNOWN'])
    const declared = await inOffice(elsewhere, ['anchor', 'declare', '--reason', '新しいパソコン', '--json'])
    expect(json(declared)).toMatchObject({ declared: true, anchor: { state: 'declared' } })
    expect((await inOffice(elsewhere, reveal, { showsNumber: true })).status).toBe(0)
  })
})
