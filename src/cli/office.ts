import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { createEngine, type EngineOptions } from '../engine/index.ts'
import type { Call, MethodName } from '../shared/api.ts'
import { VaultError } from '../shared/errors.ts'
import { type CompanyId, type PersonId, PlaceToken } from '../shared/ids.ts'
import type { Company, OfficeState, PersonRow } from '../shared/model.ts'
import { usage } from './args.ts'
import type { Cli } from './cli.ts'
import { createHost } from './host.ts'
import { defaultStateDir } from './machine.ts'

/** An engine in this process, its workers as children. */
export interface OpenEngine {
  readonly call: Call
  readonly state: OfficeState
}

const place = (path: string): PlaceToken => PlaceToken.parse(path)

/** The path as the engine's place: on the command line a place is its own token. */
export const placeOf = (path: string): PlaceToken => place(resolve(path))

/**
 * Runs `work` with an engine and closes it after, whatever happens. `--now` sets the clock, but only once `work` was told
 * that the office is a training office: dates of a real office are never anything but the machine's.
 */
async function withEngine<T>(
  cli: Cli,
  cost: EngineOptions['cost'],
  work: (call: Call, training: () => void) => Promise<T>,
): Promise<T> {
  const { given, world } = cli
  const host = createHost({
    passphraseFile: given.text('passphrase-file'),
    secretFile: given.text('secret-file'),
    numberFile: given.text('number-file'),
    stdout: given.flag('stdout'),
    json: given.flag('json'),
    language: cli.language,
  })
  let shift = 0
  const engine = createEngine({
    workers: host,
    places: (token) => token,
    stateDir: given.text('state-dir') ?? defaultStateDir(world.env),
    device: hostname(),
    clock: () => Date.now() + shift,
    cost: cost ?? null,
  })
  const call = (async (name: MethodName, params: unknown) => {
    const handler = engine.handlers.get(name)
    if (!handler) throw new VaultError('METHOD_UNKNOWN')
    return await handler(params)
  }) as Call
  const stop = world.whenInterrupted(() => host.interrupt())
  try {
    return await work(call, () => {
      const now = given.text('now')
      if (now !== null) shift = Date.parse(now) - Date.now()
    })
  } finally {
    stop()
    engine.close()
    host.interrupt()
  }
}

/** The least Argon2 cost that an office may have (crypto/kdf.ts): makes training offices and tests quick. */
const FLOOR = { memKiB: 64 * 1024, passes: 3 }

/** Creates an office and runs `work` in it. `training` permits `--now` and `--kdf-floor`; without it both are refused. */
export function withNewOffice<T>(
  cli: Cli,
  wanted: { dir: string; name: string; user: string; kit: string; training: boolean },
  work: (office: OpenEngine) => Promise<T>,
): Promise<T> {
  const { given } = cli
  for (const name of ['now', 'kdf-floor'] as const) {
    if (given.flag(name) && !wanted.training) throw usage('training-only', { option: name })
  }
  return withEngine(cli, given.flag('kdf-floor') ? FLOOR : null, async (call, training) => {
    training()
    const state = await call('office.create', {
      place: placeOf(wanted.dir),
      name: wanted.name,
      user: wanted.user,
      kit: placeOf(wanted.kit),
      training: wanted.training,
    })
    return work({ call, state })
  })
}

/** The office folder: `--office`, or the current folder when it is one. Throws USAGE (office-needed). */
export function officeFolder(cli: Cli): string {
  const named = cli.given.text('office')
  if (named !== null) return named
  if (existsSync(join(cli.world.cwd, 'office.json'))) return cli.world.cwd
  throw usage('office-needed')
}

/** Looks at an office without opening it: what its roster says. Runs `work`, which may open it. */
export function withOffice<T>(
  cli: Cli,
  work: (office: OpenEngine & { unlock: () => Promise<OfficeState> }) => Promise<T>,
): Promise<T> {
  const dir = officeFolder(cli)
  return withEngine(cli, null, async (call, training) => {
    const state = await call('office.select', { place: placeOf(dir) })
    if (state.office?.training === true) training()
    else if (cli.given.flag('now')) throw usage('training-only', { option: 'now' })
    return work({ call, state, unlock: () => call('office.unlock', { user: userOf(cli, state).id }) })
  })
}

/** Opens an office and runs `work` in it. */
export const withOpenOffice = <T>(cli: Cli, work: (office: OpenEngine) => Promise<T>): Promise<T> =>
  withOffice(cli, async ({ call, unlock }) => work({ call, state: await unlock() }))

function userOf(cli: Cli, state: OfficeState): OfficeState['users'][number] {
  const named = cli.given.text('user')
  const [only, ...others] = state.users
  if (named === null) {
    if (only && others.length === 0) return only
    throw usage('user-needed', { names: state.users.map(({ name }) => name).join(', ') })
  }
  const found = state.users.filter(({ id, name }) => id === named || name === named)
  if (found[0] && found.length === 1) return found[0]
  throw new VaultError('UNKNOWN_USER', { names: state.users.map(({ name }) => name).join(', ') })
}

export interface OpenCompany extends OpenEngine {
  readonly company: Company
}

/** Opens an office and runs `work` for the company named, or the only one. Throws COMPANY_NEEDED or UNKNOWN_COMPANY. */
export const withCompany = <T>(cli: Cli, work: (office: OpenCompany) => Promise<T>): Promise<T> =>
  withOpenOffice(cli, async (office) => work({ ...office, company: await companyOf(cli, office.call) }))

/** The company named, or the only one. Throws COMPANY_NEEDED (names) or UNKNOWN_COMPANY. */
export async function companyOf(cli: Cli, call: Call): Promise<Company> {
  const { companies } = await call('company.list', {})
  const named = cli.given.text('company')
  const names = companies.map(({ name }) => name).join(', ')
  const [only, ...others] = companies
  if (named === null) {
    if (only && others.length === 0) return only
    throw new VaultError('COMPANY_NEEDED', { names })
  }
  const found = companies.find(({ id, name }) => id === named || name === named)
  if (!found) throw new VaultError('UNKNOWN_COMPANY', { names })
  return found
}

/** The person with a code. Throws UNKNOWN_PERSON. */
export const personOf = (call: Call, company: CompanyId, code: string): Promise<PersonRow> =>
  call('people.find', { company, code })

/** The people with these codes, in that order. Throws UNKNOWN_PERSON naming the first that is not there. */
export async function idsOf(call: Call, company: CompanyId, codes: readonly string[]): Promise<PersonId[]> {
  const ids: PersonId[] = []
  for (const code of codes) ids.push((await personOf(call, company, code)).id)
  return ids
}
