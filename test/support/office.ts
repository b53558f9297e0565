import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { systemRandom } from '../../src/crypto/canonical.ts'
import { asKey, openSealed, type PageKey } from '../../src/crypto/keys.ts'
import { officeFiles } from '../../src/engine/office/files.ts'
import { parseRoster, type Roster, rosterText, signRoster } from '../../src/engine/office/roster.ts'
import { closeDb, type Db, one, openDb } from '../../src/engine/store/db.ts'
import { idBlob, newId } from '../../src/engine/store/ids.ts'
import { setMeta } from '../../src/engine/store/meta.ts'
import type { Call } from '../../src/shared/api.ts'
import type { CompanyId, PersonId, UserId } from '../../src/shared/ids.ts'
import type { JobName } from '../../src/shared/jobs.ts'
import type { LogRow, PersonRow, Role, VaultRole } from '../../src/shared/model.ts'
import type { PeerHandlers } from '../../src/shared/rpc.ts'
import {
  cleanUp,
  place,
  type Script,
  type TestEngine,
  testEngine,
  type TestOptions,
  type TestWorkers,
} from './engine.ts'
import { type Keyring, keyedWorkers, newKeyring, newUserKeys, RIGHT, rosterEntry } from './keyed.ts'

/** An office with one company, made through the engine with keys instead of derivations, and ways to get behind its back. */
export interface Office {
  test: TestEngine
  readonly ring: Keyring
  readonly hooks: Hooks
  readonly call: Call
  readonly script: Script
  readonly company: CompanyId
  readonly manager: UserId
  /** Closes and opens the same folders as after a restart, locked. */
  restart(): void
  /** Selects and unlocks for a user; the first responsible person unless named. */
  unlock(user?: UserId): Promise<void>
  file(name: string): string
  cleanUp(): void
}

/** Where a test may look at or come between the engine and its workers. */
export interface Hooks {
  /** Runs when a worker has answered a job, before the engine hears of it. */
  afterJob: (name: JobName) => unknown
  /** What the engine is told instead of the worker's answer. */
  answer: (name: JobName, value: unknown) => unknown
  /** Workers that were started and not killed. */
  readonly alive: Set<string>
  /** What the newest worker of a kind may call on the engine. */
  readonly callbacks: Map<string, PeerHandlers>
}

export interface OfficeOptions extends TestOptions {
  readonly role?: VaultRole
}

function hooked(workers: TestWorkers, hooks: Hooks): TestWorkers {
  let started = 0
  const start: TestWorkers['start'] = async (spec, callbacks) => {
    const link = await workers.start(spec, callbacks)
    const token = `${spec.kind} ${started++}`
    hooks.callbacks.set(spec.kind, callbacks)
    hooks.alive.add(token)
    return {
      ...link,
      call: async (name, params) => {
        const value = await link.call(name, params)
        await hooks.afterJob(name)
        return hooks.answer(name, value)
      },
      kill: () => {
        hooks.alive.delete(token)
        link.kill()
      },
    }
  }
  return { ...workers, start }
}

type Open = { -readonly [K in keyof Office]: Office[K] }

function officeOver(
  ring: Keyring,
  known: { company: CompanyId; manager: UserId },
  options: TestOptions,
): Open {
  const hooks: Hooks = {
    afterJob: () => undefined,
    answer: (_, value) => value,
    alive: new Set(),
    callbacks: new Map(),
  }
  const workers = (script: Script): TestWorkers => hooked(keyedWorkers(ring)(script), hooks)
  const office: Open = {
    test: testEngine({ ...options, workers }),
    ring,
    hooks,
    call: (name, params) => office.test.call(name, params),
    get script() {
      return office.test.script
    },
    ...known,
    restart: () => {
      office.test = office.test.restart()
    },
    unlock: async (user: UserId = office.manager) => {
      await office.call('office.select', { place: place(office.test.dir) })
      await office.call('office.unlock', { user })
    },
    file: (name: string) => join(office.test.root, name),
    cleanUp: () => cleanUp(office.test),
  }
  office.script.passphrase = RIGHT.passphrase
  office.script.secret = RIGHT.secret
  return office
}

/** Makes one; unlocked, its company empty. */
export async function makeOffice(options: OfficeOptions = {}): Promise<Office> {
  const { role, ...rest } = options
  const office = officeOver(newKeyring(), { company: '' as CompanyId, manager: '' as UserId }, rest)
  const state = await office.call('office.create', {
    place: place(office.test.dir),
    name: '見本事務所',
    user: '山田 太郎',
    kit: place(office.file('kit.txt')),
  })
  office.manager = state.user?.id as UserId
  office.company = (await office.call('company.add', { name: '見本商事', role: role ?? 'B' })).id
  return office
}

/** What another process needs to open the same office with keys. */
export const handOver = ({ ring, company, manager, test }: Office): Buffer =>
  serialize({ ring, company, manager, root: test.root })

/** The same office in another process, still locked. */
export function takeOver(handed: Uint8Array): Office {
  const { ring, company, manager, root } = deserialize(handed) as {
    ring: Keyring
    company: CompanyId
    manager: UserId
    root: string
  }
  return officeOver(ring, { company, manager }, { root })
}

/**
 * Adds users with these roles, certified by the first responsible person, behind the engine's back and as it would do it:
 * roster re-signed, its bytes in office.db. Leaves the office locked; a company added later has their keys.
 */
export function addUsers(office: Office, wanted: readonly { name: string; roles: Role[] }[]): UserId[] {
  const { ring, manager } = office
  office.test.engine.close()
  const keys = ring.users.get(manager)
  if (!keys || !ring.officeKey) throw new Error('no keys')
  const path = officeFiles(office.test.dir).roster
  const roster = parseRoster(readFileSync(path, 'utf8'))
  const entries = wanted.map(({ name, roles }) => {
    const userId = newId<UserId>(systemRandom)
    const own = newUserKeys()
    ring.users.set(userId, own)
    const facts = { officeId: roster.officeId, userId, name, roles, issuer: manager }
    return rosterEntry(facts, own, keys.signing.sk, ring.officeKey as Uint8Array)
  })
  const { signature: _, ...unsigned } = roster
  const next: Roster = signRoster(
    { ...unsigned, revision: roster.revision + 1, users: [...roster.users, ...entries] },
    keys.signing.sk,
  )
  withOfficeDb(office, (db) => setMeta(db, 'roster', rosterText(next)))
  writeFileSync(path, rosterText(next))
  office.restart()
  return entries.map((entry) => entry.certificate.userId)
}

function withDb<T>(path: string, key: Uint8Array, work: (db: Db) => T): T {
  const db = openDb(path, asKey<PageKey>(key))
  try {
    return work(db)
  } finally {
    closeDb(db)
  }
}

/** Runs on office.db with its page key while the engine is closed: what somebody with a key and SQLite could do. */
export function withOfficeDb<T>(office: Office, work: (db: Db) => T): T {
  office.test.engine.close()
  if (!office.ring.officeKey) throw new Error('no key')
  return withDb(officeFiles(office.test.dir).db, office.ring.officeKey, work)
}

/** The page key of a company, as every user of the office holds it. */
export function companyKey(office: Office, company: CompanyId = office.company): Uint8Array {
  const sessionSk = office.ring.users.get(office.manager)?.session.sk
  const wrap = withOfficeDb(office, (db) =>
    one<{ sealed: Uint8Array }>(
      db,
      'SELECT sealed FROM company_key WHERE company = ? AND holder = ?',
      idBlob(company),
      idBlob(office.manager),
    ),
  )
  const key = wrap && sessionSk && openSealed(new Uint8Array(wrap.sealed), sessionSk)
  if (!key) throw new Error('no key')
  return key
}

/** The same on a company's database. */
export const withCompanyDb = <T>(office: Office, work: (db: Db) => T, company = office.company): T =>
  withDb(officeFiles(office.test.dir).company(company), companyKey(office, company), work)

export const HEADINGS = '社員番号,氏名,フリガナ,生年月日,入社年月日,退職年月日,個人番号'

export interface FilePerson {
  readonly code: string
  readonly name?: string
  readonly kana?: string
  readonly birth?: string
  readonly joined?: string
  readonly left?: string
  readonly number?: string
}

export const csvOf = (people: readonly FilePerson[]): string =>
  `${[
    HEADINGS,
    ...people.map((p) =>
      [p.code, p.name ?? `社員 ${p.code}`, p.kana, p.birth, p.joined, p.left, p.number]
        .map((cell) => cell ?? '')
        .join(','),
    ),
  ].join('\n')}\n`

/** Previews a file; its text is written to the office's test root. */
export async function preview(office: Office, text: string | Uint8Array, name = 'people.csv') {
  const path = office.file(name)
  writeFileSync(path, text)
  return office.call('import.preview', { company: office.company, file: place(path) })
}

/** Imports people and answers what was done. */
export async function importPeople(office: Office, people: readonly FilePerson[], name?: string) {
  const { handle } = await preview(office, csvOf(people), name)
  return office.call('import.commit', { handle })
}

export const personOf = (office: Office, code: string): Promise<PersonRow> =>
  office.call('people.find', { company: office.company, code })

export const idOf = async (office: Office, code: string): Promise<PersonId> =>
  (await personOf(office, code)).id

/** Types a number in for a person. */
export async function enter(
  office: Office,
  code: string,
  number: string,
  replace = false,
): Promise<PersonRow> {
  office.script.number = number
  office.script.again = null
  return office.call('number.enter', { company: office.company, person: await idOf(office, code), replace })
}

export const attest = (office: Office) =>
  office.call('number.attest', {
    company: office.company,
    source: '旧システム',
    collectedOn: '2026-01-05',
  })

/** Shows numbers and answers the digits. */
export async function reveal(office: Office, codes: readonly string[], purpose = 'T12'): Promise<string[]> {
  const people = await Promise.all(codes.map((code) => idOf(office, code)))
  const before = office.script.shown.length
  await office.call('number.reveal', { company: office.company, people, purpose })
  return office.script.shown.slice(before)
}

export const leave = async (office: Office, code: string, on: string, lastFiling: string | null = null) =>
  office.call('event.leave', {
    company: office.company,
    person: await idOf(office, code),
    on: on,
    lastFiling: lastFiling,
  })

export const log = async (office: Office, company: CompanyId | null = office.company): Promise<LogRow[]> =>
  (await office.call('log.list', { company })).rows

/** The newest lines as `action:outcome`. */
export const actions = async (office: Office): Promise<string[]> =>
  (await log(office)).map((row) => `${row.action}:${row.outcome}`)

/** Records an identity verification of a person's number. */
export const verify = async (
  office: Office,
  code: string,
  numberDoc = 'my-number-card',
  identityDocs: string[] = [],
  on: string | null = null,
) =>
  office.call('number.verify', {
    company: office.company,
    person: await idOf(office, code),
    numberDoc,
    identityDocs,
    on,
  })

/** What a rejection carries as its code. */
export const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : 'no code'
}

/** Runs surgery on a company's closed database and opens the office again. */
export async function surgery(office: Office, work: (db: Db) => void): Promise<void> {
  withCompanyDb(office, work)
  office.restart()
  await office.unlock()
}
