import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHost } from '../../src/cli/host.ts'
import { createEngine } from '../../src/engine/index.ts'
import type { Call } from '../../src/shared/api.ts'
import { VaultError } from '../../src/shared/errors.ts'
import { newScript, place } from '../support/engine.ts'
import { watchJobs } from './workers.ts'

/**
 * An engine as the command line runs it, in a process of its own over a copied office, its workers real children. Reveals
 * numbers of the company and tells its parent the times and its memory; the numbers go to its standard output, which the
 * parent throws away.
 */
export interface RevealResult {
  /** From the answer that proves the derived key until the number was printed and the list closed. */
  readonly reveals: readonly number[]
  /** Resident set in MB: before the office was opened, and with everything that a working day opens. */
  readonly memory: { readonly empty: number; readonly open: number }
}

const RUNS = 7
const [root = ''] = process.argv.slice(2)

function secretFile(name: string, text: string): string {
  const path = join(root, name)
  writeFileSync(path, `${text}\n`, { mode: 0o600 })
  return path
}

const script = newScript()
const host = createHost({
  passphraseFile: secretFile('passphrase.txt', script.passphrase),
  secretFile: secretFile('secret.txt', script.secret),
  numberFile: null,
  stdout: true,
  json: false,
  language: 'ja',
})
const jobs = watchJobs(host)
const engine = createEngine({
  workers: host,
  places: String,
  stateDir: join(root, 'state'),
  device: 'test-pc',
})
const call = (async (name: string, params: unknown) => {
  const handler = engine.handlers.get(name)
  if (!handler) throw new VaultError('METHOD_UNKNOWN')
  return handler(params)
}) as Call

const residentMb = (): number => process.memoryUsage().rss / 1024 ** 2

const empty = residentMb()
const state = await call('office.select', { place: place(join(root, 'office')) })
const [user] = state.users
if (!user) throw new VaultError('UNKNOWN_USER')
await call('office.unlock', { user: user.id })
const [company] = (await call('company.list', {})).companies
if (!company) throw new VaultError('UNKNOWN_COMPANY')
await call('home.summary', { company: company.id })
const { people } = await call('people.list', { company: company.id, search: '佐藤' })

const reveals: number[] = []
for (const person of people.filter(({ left }) => left === null).slice(0, RUNS)) {
  await call('number.reveal', { company: company.id, people: [person.id], purpose: 'T12' })
  const [derived, shown] = [jobs.get('verify.open'), jobs.get('list.run')]
  if (derived && shown) reveals.push(shown.answered - derived.answered)
}
process.send?.({ reveals, memory: { empty, open: residentMb() } } satisfies RevealResult)
engine.close()
process.disconnect?.()
