import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  asViewer,
  codeOf,
  fixture,
  json,
  makePlace,
  NOW,
  type Place,
  removePlace,
  run,
  userEnv,
  writeOwn,
} from './harness.ts'

let place: Place
beforeAll(() => {
  place = makePlace()
})
afterAll(() => removePlace(place))

describe('demo', { timeout: 60_000 }, () => {
  it('makes a training office that can be used at once', async () => {
    const made = await run(place, [
      'demo',
      place.office,
      '--people',
      '30',
      '--kdf-floor',
      '--now',
      NOW,
      '--json',
    ])
    expect(made).toMatchObject({ status: 0, stderr: '' })
    const demo = json<{ sample: string; numbers: number; attested: number; due: number }>(made)
    expect(demo).toMatchObject({ training: true, people: 30, refused: 1 })
    expect(demo.attested).toBeLessThan(demo.numbers)
    expect(demo.due).toBeGreaterThan(0)
    const files = { passphrase: join(demo.sample, 'passphrase.txt'), secret: join(demo.sample, 'secret.txt') }
    const reveal = ['number', 'reveal', '0001', '--purpose', 'T12', '--stdout']
    const shown = await asViewer({ ...place, ...files }, reveal, { showsNumber: true })
    expect(shown.stdout).toMatch(/^0001\t9\d{11}\n$/)
    expect(readdirSync(place.temp)).toEqual([])
  })

  it('refuses a folder that is not empty', async () => {
    const refused = await run(place, ['demo', place.own])
    expect([refused.status, codeOf(refused)]).toEqual([3, 'OFFICE_EXISTS'])
  })
})

describe('doctor', { timeout: 60_000 }, () => {
  it('checks the machine without an office, and an office with its passphrase', async () => {
    const machine = json<{ checks: { id: string; ok: boolean }[] }>(await run(place, ['doctor', '--json']))
    expect(machine.checks.map(({ id, ok }) => [id, ok])).toEqual([
      ['node', true],
      ['state', true],
      ['worker', true],
    ])
    const passphrase = join(place.office, 'sample/passphrase.txt')
    const argv = ['doctor', '--office', place.office, '--passphrase-file', passphrase]
    const checked = await run(place, [...argv, '--json'])
    expect(checked.status).toBe(0)
    const ids = json<{ checks: { id: string }[] }>(checked).checks.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['roster', 'anchor', 'log']))
  })
})

describe('check-number', { timeout: 60_000 }, () => {
  it('says yes to a number that is well formed', async () => {
    const file = writeOwn(place, 'one.txt', '１２３４－５６７８－９０１８\n')
    const checked = await run(place, ['check-number', file, '--json'])
    expect(checked.status).toBe(0)
    expect(json(checked)).toMatchObject({ ok: true, lines: [{ line: 1, reason: null }], open: false })
  })

  it('says why each other one is not, and ends with 4', async () => {
    const file = writeOwn(place, 'many.txt', '123456789010\n\n7123456789012\r\n12345678901\n')
    const checked = await run(place, ['check-number', file, '--json'])
    expect(checked.status).toBe(4)
    expect(json(checked)).toMatchObject({
      ok: false,
      lines: [
        { line: 1, reason: 'check-digit' },
        { line: 3, reason: 'corporate' },
        { line: 4, reason: 'resident-code' },
      ],
    })
  })

  it('refuses the number itself, and does not repeat it', async () => {
    const refused = await run(place, ['check-number', '123456789018'])
    expect([refused.status, codeOf(refused)]).toEqual([2, 'USAGE'])
    expect(refused.stderr).not.toContain('1234')
  })

  it('refuses a table', async () => {
    const checked = await run(place, ['check-number', fixture('payroll-cp932.csv')])
    expect(checked.status).toBe(4)
    expect(checked.stdout).not.toMatch(/\d{12}/)
  })
})

describe('the tour', () => {
  it('runs the main job to its end without a terminal and leaves nothing', { timeout: 120_000 }, async () => {
    const script = join(import.meta.dirname, '../../src/cli/tour.ts')
    const child = spawn(process.execPath, [script], {
      env: userEnv(place),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    const status = await new Promise((settle) => child.once('close', settle))
    expect(status).toBe(0)
    expect(output).toContain('案内は終わりです')
    expect(readdirSync(place.temp)).toEqual([])
    expect(existsSync(join(place.home, '.local'))).toBe(false)
  })
})
