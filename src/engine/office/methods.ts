import { statSync } from 'node:fs'
import { changed, companyOf, type Context, dropPending, type Methods, sessionOf } from '../context.ts'
import type { Log } from '../log/log.ts'
import { mayOpenNumbers } from '../roles.ts'
import { one, run } from '../store/db.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Check, OfficeState } from '../../shared/model.ts'
import { addCompany, companyFileExists, holdsCompanyKey, listCompanies } from './companies.ts'
import { createOffice } from './create.ts'
import { officeFiles } from './files.ts'
import { checkRoster } from './roster.ts'
import { rolesOf, rosterUser, type Session, userIdOf } from './session.ts'
import { closeSession, selectOffice, unlockOffice } from './unlock.ts'

/** What every listener may know of the office: which, who, and how its log is anchored. */
export function officeState(context: Context): OfficeState {
  const { selected, session } = context
  const roster = session?.roster ?? selected?.roster
  if (!roster) {
    return { phase: 'closed', office: null, users: [], user: null, anchor: null, failedAttempts: 0 }
  }
  return {
    phase: session ? 'open' : 'locked',
    office: { id: roster.officeId, name: roster.name, training: roster.training },
    users: roster.users
      .filter((user) => !user.disabled)
      .map(({ certificate }) => ({ id: certificate.userId, name: certificate.name })),
    user: session
      ? { id: userIdOf(session), name: session.user.certificate.name, roles: [...rolesOf(session)] }
      : null,
    anchor: session ? session.log.anchor() : null,
    failedAttempts: session?.failedBefore ?? 0,
  }
}

function entered(context: Context, session: Session): OfficeState {
  context.session = session
  context.selected = { dir: session.dir, roster: session.roster }
  const state = officeState(context)
  context.emit({ event: 'state', state })
  return state
}

/** Closes the session if there is one. The process that held it is killed right after, by whoever hosts the engine. */
export function lock(context: Context): void {
  dropPending(context)
  context.search = null
  context.verdicts.clear()
  const { session } = context
  context.session = null
  if (session) closeSession(session)
}

const LIST_LIMIT = { key: 'list-limit', default: 1 } as const

/** How many numbers one operator verification may show (policy; default one). */
export const listLimit = (session: Session): number =>
  Number(
    one<{ value: string }>(session.db, 'SELECT value FROM policy WHERE key = ?', LIST_LIMIT.key)?.value ??
      LIST_LIMIT.default,
  )

function setListLimit(session: Session, limit: number): void {
  session.log.act((add) => {
    run(
      session.db,
      'INSERT INTO policy (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      LIST_LIMIT.key,
      String(limit),
    )
    add({ action: 'office.policy', detail: { listLimit: limit } })
  })
}

const privateMode = (path: string): boolean =>
  process.platform === 'win32' || (statSync(path).mode & 0o077) === 0

/** Looks at what can be checked without changing anything; each check says what it found. */
function doctor(session: Session): Check[] {
  const files = officeFiles(session.dir)
  const check = (id: string, test: () => { ok: boolean; note: string }): Check => {
    try {
      return { id, ...test() }
    } catch {
      return { id, ok: false, note: 'failed' }
    }
  }
  const missing = listCompanies(session.db).filter((company) => !companyFileExists(session, company.id))
  return [
    check('roster', () => {
      checkRoster(selectOffice(session.dir).roster)
      return { ok: true, note: `revision ${session.roster.revision}` }
    }),
    check('folder-private', () => ({ ok: privateMode(session.dir), note: session.dir })),
    check('database-private', () => ({ ok: privateMode(files.db), note: 'office.db' })),
    check('anchor', () => ({ ok: session.log.anchor().state === 'held', note: session.log.anchor().state })),
    check('companies', () => ({ ok: missing.length === 0, note: `${missing.length} missing` })),
    check('screen-capture', () => ({
      ok: process.platform !== 'linux',
      note: process.platform === 'linux' ? 'not offered by this system' : 'blocked',
    })),
    check('kdf', () => {
      const { memKiB, passes } = session.user.slot.kdf
      return { ok: true, note: `Argon2id ${memKiB / 1024} MiB × ${passes}` }
    }),
  ]
}

type Names =
  | 'office.state'
  | 'office.select'
  | 'office.create'
  | 'office.unlock'
  | 'office.lock'
  | 'office.users'
  | 'office.doctor'
  | 'office.declareAnchor'
  | 'office.policy'
  | 'company.list'
  | 'company.add'

/** The office's part of the method table. */
export const officeMethods = (context: Context): Methods<Names> => ({
  'office.state': () => officeState(context),
  'office.select': ({ place }) => {
    // Looked at first: choosing a folder that is no office leaves the open one alone.
    const selected = selectOffice(context.env.places(place))
    lock(context)
    context.selected = selected
    return officeState(context)
  },
  'office.create': async ({ place, name, user, kit, training }) => {
    const { env } = context
    const wanted = { dir: env.places(place), name, user, kitPath: env.places(kit), training }
    lock(context)
    return entered(context, await createOffice(env, wanted))
  },
  'office.unlock': async ({ user }) => {
    const { selected, env } = context
    if (!selected) throw new VaultError('OFFICE_CLOSED')
    rosterUser(selected.roster, user)
    lock(context)
    return entered(context, await unlockOffice(env, selected, user))
  },
  'office.lock': () => {
    lock(context)
    context.onLock()
    return {}
  },
  'office.users': () => ({
    users: sessionOf(context)
      .roster.users.filter((user) => !user.disabled)
      .map(({ certificate }) => ({
        id: certificate.userId,
        name: certificate.name,
        roles: certificate.roles,
        mayOpenNumbers: mayOpenNumbers(certificate.roles),
      })),
  }),
  'office.doctor': () => ({ checks: doctor(sessionOf(context)) }),
  'office.declareAnchor': ({ reason }) => {
    const session = sessionOf(context)
    declare(session.log, reason)
    for (const { id } of listCompanies(session.db)) {
      if (holdsCompanyKey(session, id)) declare(companyOf(context, id).log, reason)
    }
    return officeState(context)
  },
  'office.policy': ({ listLimit: limit }) => {
    const session = sessionOf(context)
    if (limit !== undefined) {
      if (!rolesOf(session).includes('manager')) {
        throw new VaultError('ROLE_REFUSED', { method: 'office.policy', needs: 'manager' })
      }
      setListLimit(session, limit)
    }
    return { listLimit: listLimit(session) }
  },
  'company.list': () => ({ companies: listCompanies(sessionOf(context).db) }),
  'company.add': async (wanted) => {
    const company = await addCompany(sessionOf(context), wanted)
    changed(context, null)
    return company
  },
})

/** A log without an anchor on this machine gets one, with the reason in the log for good; others are left alone. */
function declare(log: Log, reason: string): void {
  if (log.anchor().state !== 'missing') return
  log.act((add) => add({ action: 'office.anchor-declared', detail: { reason } }))
  log.declareAnchor()
}
