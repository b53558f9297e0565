import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The command line as a user runs it: real processes of bin/mamorigura.mjs over real files. */

const PROJECT = resolve(import.meta.dirname, '../..')
export const LAUNCHER = join(PROJECT, 'bin/mamorigura.mjs')

/** Files that other tests made; never changed here. */
export const fixture = (name: string): string => join(PROJECT, 'test/fixtures/payroll', name)

export interface Person {
  readonly code: string
  readonly name: string
  readonly birth: string
  readonly number: string
}

/** What a perfect reader gets from the payroll fixtures. */
export const truth = (): Person[] =>
  readFileSync(fixture('truth.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code = '', name = '', birth = '', number = ''] = line.split(',')
      return { code, name, birth, number }
    })

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Place {
  readonly root: string
  readonly office: string
  readonly state: string
  /** The command line's home and temporary folders, searched for what must not be there. */
  readonly home: string
  readonly temp: string
  /** Files that the user keeps: secrets, sources, exports. */
  readonly own: string
  readonly passphrase: string
  readonly secret: string
  /** Everything that the command line printed, except where a number was asked for. */
  readonly printed: string[]
}

/** Made up for these tests; not like anything that could be in a file by chance. */
export const SECRETS = {
  passphrase: 'kanaria-kido-電池ホチキス-41',
  secret: 'kanaria-hyoji-窓辺-87',
} as const

/** A user's own file, readable by nobody else. */
export function writeOwn(place: Place, name: string, content: string | Uint8Array): string {
  const path = join(place.own, name)
  writeFileSync(path, content)
  chmodSync(path, 0o600)
  return path
}

/** Fresh folders in the system's temp folder, with the secret files. */
export function makePlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'mamorigura-cli-'))
  const folder = (name: string): string => {
    const path = join(root, name)
    mkdirSync(path, { mode: 0o700 })
    return path
  }
  const own = folder('own')
  const place = {
    root,
    office: join(root, 'office'),
    state: join(root, 'state'),
    home: folder('home'),
    temp: folder('temp'),
    own,
    passphrase: join(own, 'passphrase.txt'),
    secret: join(own, 'secret.txt'),
    printed: [],
  }
  writeOwn(place, 'passphrase.txt', `${SECRETS.passphrase}\n`)
  writeOwn(place, 'secret.txt', `${SECRETS.secret}\nsecond line, not read\n`)
  return place
}

export const removePlace = (place: Place): void => rmSync(place.root, { recursive: true, force: true })

/** The environment of a user with a Japanese locale and folders of their own. */
export const userEnv = (place: Place): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  LANG: 'ja_JP.UTF-8',
  HOME: place.home,
  TMPDIR: place.temp,
})

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** A command that runs ours, e.g. as another user. */
  readonly through?: readonly string[]
  /** The output holds a number that was asked for, so that the search for canaries leaves it out. */
  readonly showsNumber?: boolean
}

/** Runs a command line to its end. Nobody is at a terminal. */
export function run(place: Place, argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [command, ...before] = [...(options.through ?? []), process.execPath]
  return new Promise((settle, reject) => {
    const child = spawn(command, [...before, LAUNCHER, ...argv, '--state-dir', place.state], {
      cwd: options.cwd ?? place.home,
      env: { ...userEnv(place), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (chunks.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (chunks.stderr += text))
    child.once('error', reject)
    child.once('close', (status) => {
      place.printed.push(options.showsNumber === true ? chunks.stderr : chunks.stdout + chunks.stderr)
      settle({ status, ...chunks })
    })
  })
}

/** When the tests play: training offices take the clock from the command line. */
export const NOW = '2026-11-24T01:00:00.000Z'

/** Options that open the office as its user, on the tests' day unless `argv` names another. */
export const opening = (place: Place, argv: readonly string[] = []): string[] => [
  '--office',
  place.office,
  '--passphrase-file',
  place.passphrase,
  ...(argv.includes('--now') ? [] : ['--now', NOW]),
]

/** Runs a command inside the office, with the passphrase from its file. */
export const inOffice = (place: Place, argv: readonly string[], options?: RunOptions): Promise<Ran> =>
  run(place, [...argv, ...opening(place, argv)], options)

/** The same with the verification secret. */
export const asViewer = (place: Place, argv: readonly string[], options?: RunOptions): Promise<Ran> =>
  inOffice(place, [...argv, '--secret-file', place.secret], options)

/** The one JSON document that a command printed. */
export const json = <T = Record<string, unknown>>(ran: Ran): T => JSON.parse(ran.stdout) as T

/** The output of a command that had to succeed. Throws what it said when it did not. */
export function must(ran: Ran): Ran {
  if (ran.status !== 0) throw new Error(ran.stderr)
  return ran
}

/** The code of the error that a command ended with. */
export const codeOf = (ran: Ran): string | undefined => /\[([A-Z_]+)\]\s*$/.exec(ran.stderr)?.[1]

/** `office create` for a training office with the least key derivation cost. */
export function createArguments(place: Place): string[] {
  const names = ['--name', '見本事務所', '--user', '山田 太郎', '--kit-out', join(place.own, 'kit.txt')]
  const secrets = ['--passphrase-file', place.passphrase, '--secret-file', place.secret]
  const training = ['--training', '--kdf-floor', '--now', NOW]
  return ['office', 'create', place.office, ...names, ...secrets, ...training]
}

/** A training office with one company; least key derivation cost. */
export async function makeOffice(place: Place): Promise<void> {
  must(await run(place, createArguments(place)))
  must(await inOffice(place, ['company', 'add', '--name', '見本商事']))
}
