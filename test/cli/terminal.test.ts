import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scanText } from '../canary.ts'
import {
  fixture,
  inOffice,
  json,
  LAUNCHER,
  makeOffice,
  makePlace,
  must,
  NOW,
  type Place,
  removePlace,
  SECRETS,
  truth,
  userEnv,
} from './harness.ts'

/** At a terminal: `script` of util-linux gives the command a real one, so that prompts and keys are real. */
const hasScript = String(spawnSync('script', ['--version']).stdout).includes('util-linux')

let place: Place

beforeAll(async () => {
  if (!hasScript) return
  place = makePlace()
  await makeOffice(place)
  must(await inOffice(place, ['people', 'import', fixture('payroll-cp932.csv')]))
  must(await inOffice(place, ['number', 'attest', '--source', '社員台帳', '--collected-on', '2026-01-15']))
  must(await inOffice(place, ['office', 'policy', '--list-limit', '3']))
}, 60_000)
afterAll(() => {
  if (hasScript) removePlace(place)
})

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`

interface Session {
  readonly status: number | null
  readonly screen: string
}

/** Runs a command at a terminal; each pair waits for a text and then types. */
function atTerminal(argv: readonly string[], play: readonly (readonly [wait: string, type: string])[]) {
  const words = [process.execPath, LAUNCHER, ...argv, '--state-dir', place.state]
  const child = spawn('script', ['-qec', words.map(quoted).join(' '), '/dev/null'], {
    env: { ...userEnv(place), TERM: 'xterm' },
    cwd: place.home,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const left = [...play]
  let screen = ''
  let read = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text
    const [next] = left
    const at = next === undefined ? -1 : screen.indexOf(next[0], read)
    if (next === undefined || at < 0) return
    left.shift()
    read = at + next[0].length
    // Keys that come before the terminal is raw would be shown: the prompt is written just after.
    setTimeout(() => child.stdin.write(next[1]), 50)
  })
  return new Promise<Session>((settle) => {
    child.once('close', (status) => settle({ status, screen }))
  })
}

const opened = (): string[] => ['--office', place.office, '--now', NOW]
const numberOf = (code: string): string => truth().find((person) => person.code === code)?.number ?? ''
const grouped = (code: string): string => numberOf(code).replace(/(.{4})(.{4})/, '$1 $2 ')
const ESCAPE = '\u001b'
const PASSPHRASE = ['起動パスワード: ', `${SECRETS.passphrase}\r`] as const
const SECRET = ['番号表示パスワード: ', `${SECRETS.secret}\r`] as const

describe.runIf(hasScript)('at a terminal', { timeout: 60_000 }, () => {
  it('asks for both secrets without showing them, and shows each number on its own key', async () => {
    const argv = ['number', 'reveal', '0001', '0002', '0003', '--purpose', 'T12', ...opened()]
    const { status, screen } = await atTerminal(argv, [
      PASSPHRASE,
      SECRET,
      ['1/3', '\r'],
      ['Enterで消して次へ', '\r'],
      ['2/3', '\r'],
      ['Enterで消して次へ', ESCAPE],
    ])
    expect(status).toBe(3)
    expect(screen).toContain('見本商事')
    expect(screen).toContain(grouped('0001'))
    expect(screen).toContain(grouped('0002'))
    expect(screen).not.toContain(grouped('0003'))
    expect(screen.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(screen.indexOf(grouped('0002')))
    const secrets = Object.entries(SECRETS).map(([label, text]) => ({ label, text }))
    expect(scanText('screen', screen, secrets)).toEqual([])
    const { rows } = json<{ rows: { action: string; detail: object; people: { code: string }[] }[] }>(
      await inOffice(place, ['log', 'list', '--limit', '1', '--json']),
    )
    expect(rows).toMatchObject([
      { action: 'reveal.closed', detail: { shown: 2, notShown: 1 }, people: [{ code: '0003' }] },
    ])
  })

  it('takes a number typed twice and says when the two differ', async () => {
    must(await inOffice(place, ['people', 'add', '9002', '--name', '手で 入力']))
    const argv = ['number', 'set', '9002', ...opened(), '--passphrase-file', place.passphrase]
    const differ = await atTerminal(argv, [
      ['12桁', '123456789018\r'],
      ['もう一度', '987654321093\r'],
    ])
    expect(differ.status).toBe(4)
    expect(differ.screen).toContain('NUMBER_MISMATCH')
    const same = await atTerminal(argv, [
      ['12桁', '1234\u007f4 5678 9018\r'],
      ['もう一度', '123456789018\r'],
    ])
    expect(same.status).toBe(0)
    expect(same.screen + differ.screen).not.toMatch(/\d{12}/)
  })

  it('ends with CANCELLED on Esc and leaves the terminal as it was', async () => {
    const argv = ['company', 'list', ...opened()]
    const { status, screen } = await atTerminal(argv, [['起動パスワード: ', ESCAPE]])
    expect(status).toBe(3)
    expect(screen).toContain('CANCELLED')
  })

  it('gives the terminal back when it is told to end while a number is shown, and logs it', async () => {
    const argv = ['number', 'reveal', '0005', '--purpose', 'T12', ...opened()]
    const files = ['--passphrase-file', place.passphrase, '--secret-file', place.secret]
    const command = [process.execPath, LAUNCHER, ...argv, ...files, '--state-dir', place.state].map(quoted)
    const pidFile = join(place.own, 'pid')
    const child = spawn(
      'script',
      ['-qec', `echo $$ > ${quoted(pidFile)}; exec ${command.join(' ')}`, '/dev/null'],
      { env: { ...userEnv(place), TERM: 'xterm' }, cwd: place.home, stdio: ['pipe', 'pipe', 'inherit'] },
    )
    let screen = ''
    let step = 0
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      screen += text
      if (step === 0 && screen.includes('1/1')) {
        step = 1
        setTimeout(() => child.stdin.write('\r'), 50)
      } else if (step === 1 && screen.includes('Enterで消して次へ')) {
        step = 2
        spawnSync('sh', ['-c', `kill -TERM "$(cat ${quoted(pidFile)})"`])
      }
    })
    const status = await new Promise((settle) => child.once('close', settle))
    expect(status).toBe(143)
    expect(screen.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(screen.indexOf('Enterで消して次へ'))
    const list = ['log', 'list', '--limit', '1', '--json']
    const { rows } = json<{ rows: unknown[] }>(await inOffice(place, list))
    expect(rows).toMatchObject([{ action: 'reveal.closed', detail: { shown: 1, notShown: 0 } }])
  })
})
