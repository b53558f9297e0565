import { existsSync, rmSync } from 'node:fs'
import { issueNumberKey, numberKeyFits } from '../../crypto/certificate.ts'
import { asKey, openSealed, type PageKey } from '../../crypto/keys.ts'
import { checkCorporateNumber } from '../../shared/corporate-number.ts'
import { VaultError } from '../../shared/errors.ts'
import type { CompanyId, IsoInstant, UserId } from '../../shared/ids.ts'
import type { JobResult } from '../../shared/jobs.ts'
import type { Company, CompanyKind, VaultRole } from '../../shared/model.ts'
import { containsTwelveDigits } from '../../shared/my-number.ts'
import { today } from '../env.ts'
import { instant, openLog } from '../log/log.ts'
import { finishPurges } from '../purge/finish.ts'
import { STANDARD_NOTICE } from '../retention/notice.ts'
import { mayOpenNumbers } from '../roles.ts'
import { all, closeDb, createDb, type Db, one, openDb, run } from '../store/db.ts'
import { idBlob, idOf, newId } from '../store/ids.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import { checkSchema, createSchema } from '../store/schema.ts'
import { callJob, withWorker } from '../workers.ts'
import { officeFiles } from './files.ts'
import { certifierPk } from './roster.ts'
import { type OpenCompany, type Session, userIdOf, writerOf } from './session.ts'

const KEYS_LIMIT_MS = 60_000
/** Holder id of the recovery kit's wrap. */
const KIT_HOLDER = new Uint8Array(16)

const holderBlob = (holder: UserId | 'kit'): Uint8Array => (holder === 'kit' ? KIT_HOLDER : idBlob(holder))

interface CompanyRow {
  id: Uint8Array
  name: string
  kind: CompanyKind
  corporate_number: string | null
  role: VaultRole
  created_at: string
}

const companyOf = (row: CompanyRow): Company => ({
  id: idOf<CompanyId>(row.id),
  name: row.name,
  kind: row.kind,
  corporateNumber: row.corporate_number,
  role: row.role,
  createdAt: row.created_at as IsoInstant,
})

/** The office's companies that are not closed, by name. */
export const listCompanies = (db: Db): Company[] =>
  all<CompanyRow>(db, 'SELECT * FROM company WHERE closed_at IS NULL ORDER BY name').map(companyOf)

export interface NewCompany {
  readonly name: string
  readonly kind: CompanyKind
  readonly corporateNumber: string | null
  readonly role: VaultRole
}

/**
 * Adds a company: its own file, page key and number key, and the standard notice in force from today. The company's file
 * comes first and the office's row last, so a crash leaves at most a file that nothing names (doctor tells of it).
 * Throws NAME_TAKEN, CORPORATE_NUMBER or NOT_WRITABLE.
 */
export async function addCompany(session: Session, wanted: NewCompany): Promise<Company> {
  const { env, roster } = session
  if (one(session.db, 'SELECT 1 FROM company WHERE name = ?', wanted.name)) throw new VaultError('NAME_TAKEN')
  const corporate = wanted.corporateNumber === null ? null : checkCorporateNumber(wanted.corporateNumber)
  if (corporate?.ok === false) throw new VaultError('CORPORATE_NUMBER')
  if (containsTwelveDigits(wanted.name)) throw new VaultError('LOOKS_LIKE_NUMBER', { field: 'name' })
  const id = newId<CompanyId>(env.random)
  const active = roster.users.filter((user) => !user.disabled).map((user) => user.certificate)
  const made = await withWorker(
    env.workers,
    { kind: 'keys', session: null, limitMs: KEYS_LIMIT_MS },
    new Map(),
    (link) =>
      callJob(link, 'company.keys', {
        officeId: roster.officeId,
        companyId: id,
        generation: 1,
        sessionHolders: active.map((c) => ({ user: c.userId, pk: c.sessionPk })),
        verifyHolders: active
          .filter((c) => mayOpenNumbers(c.roles))
          .map((c) => ({ user: c.userId, pk: c.verifyPk })),
        kitPk: roster.kitPk,
      }),
  )
  const corporateNumber = corporate?.number ?? null
  const company: Company = { id, ...wanted, corporateNumber, createdAt: instant(env.clock()) }
  const path = officeFiles(session.dir).company(id)
  try {
    layOutCompany(session, company, made, createDb(path, asKey<PageKey>(made.companyKey)))
    session.log.act((add) => {
      run(
        session.db,
        'INSERT INTO company (id, name, kind, corporate_number, role, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        idBlob(id),
        company.name,
        company.kind,
        company.corporateNumber,
        company.role,
        company.createdAt,
      )
      for (const wrap of made.companyWraps) {
        run(
          session.db,
          `INSERT INTO company_key (company, holder, stage, sealed) VALUES (?, ?, 'current', ?)`,
          idBlob(id),
          holderBlob(wrap.holder),
          wrap.sealed,
        )
      }
      add({
        action: 'company.add',
        detail: { company: id, name: company.name, kind: company.kind, role: company.role },
      })
    })
  } catch (error) {
    // Nothing names this file yet and it holds no number: it is ours to take back.
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    throw error
  }
  return company
}

function layOutCompany(session: Session, company: Company, made: JobResult<'company.keys'>, db: Db): void {
  const { env, roster, user, keys } = session
  try {
    createSchema(db, 'company')
    const log = openLog(db, company.id, writerOf(env, roster, user, keys.signSk), { fresh: true })
    const issuer = userIdOf(session)
    const certificate = issueNumberKey(
      { officeId: roster.officeId, companyId: company.id, generation: 1, nPub: made.nPub, issuer },
      keys.signSk,
    )
    log.act((add) => {
      setMeta(db, 'company', company.id)
      setMeta(db, 'office', roster.officeId)
      setMeta(db, 'role', company.role)
      run(
        db,
        'INSERT INTO number_key (generation, n_pub, issuer, signature, created_at) VALUES (1, ?, ?, ?, ?)',
        made.nPub,
        idBlob(issuer),
        certificate.signature,
        instant(env.clock()),
      )
      for (const { holder, sealed } of made.numberWraps) {
        run(
          db,
          'INSERT INTO number_wrap (generation, holder, sealed) VALUES (1, ?, ?)',
          holderBlob(holder),
          sealed,
        )
      }
      run(
        db,
        'INSERT INTO notice (version, published_on, tasks, published_by) VALUES (1, ?, ?, ?)',
        today(env),
        JSON.stringify(STANDARD_NOTICE.tasks),
        idBlob(issuer),
      )
      add({ action: 'company.add', detail: { name: company.name, kind: company.kind, role: company.role } })
      add({ action: 'notice.publish', detail: { version: 1, tasks: STANDARD_NOTICE.tasks.join(' ') } })
    })
    log.close()
  } finally {
    closeDb(db)
  }
}

/**
 * Opens a company for the session and closes the one that was open. A purge that was confirmed but not finished is
 * finished here, before anything else can run. Throws UNKNOWN_COMPANY, OFFICE_DAMAGED, OFFICE_TAMPERED or OFFICE_TOO_NEW.
 */
export function openCompany(session: Session, id: CompanyId): OpenCompany {
  if (session.open?.company.id === id) return session.open
  const company = listCompanies(session.db).find((entry) => entry.id === id)
  if (!company) throw new VaultError('UNKNOWN_COMPANY')
  session.open?.close()
  session.open = null
  const wrap = companyWrap(session, id)
  const key = wrap && openSealed(new Uint8Array(wrap.sealed), session.keys.sessionSk)
  if (!key) throw new VaultError('ROLE_REFUSED', { method: 'company.open', needs: 'grant' })
  const path = officeFiles(session.dir).company(id)
  const db = openDb(path, asKey<PageKey>(key))
  try {
    checkSchema(db, 'company')
    if (getMeta(db, 'company') !== id) throw new VaultError('OFFICE_TAMPERED', { part: 'company id' })
    const log = openLog(db, id, writerOf(session.env, session.roster, session.user, session.keys.signSk), {
      fresh: false,
    })
    const opened: OpenCompany = {
      company,
      db,
      log,
      numberKey: numberKeyInForce(session, id, db),
      close: () => {
        log.close()
        closeDb(db)
      },
    }
    finishPurges(opened, path)
    session.open = opened
    return opened
  } catch (error) {
    closeDb(db)
    throw error
  }
}

interface NumberKeyRow {
  generation: number
  n_pub: Uint8Array
  issuer: Uint8Array
  signature: Uint8Array
  retired_at: string | null
}

/**
 * The newest number key. OFFICE_TAMPERED when any generation was not certified by a responsible person: a planted key would
 * read new numbers, or answer for the operator verification.
 */
function numberKeyInForce(session: Session, companyId: CompanyId, db: Db): OpenCompany['numberKey'] {
  const rows = all<NumberKeyRow>(db, 'SELECT * FROM number_key ORDER BY generation DESC')
  const inForce = rows.find((row) => row.retired_at === null)
  if (!inForce || !rows.every((row) => isCertified(session, companyId, row)))
    throw new VaultError('OFFICE_TAMPERED', { part: 'number key' })
  return { generation: inForce.generation, nPub: new Uint8Array(inForce.n_pub) }
}

function isCertified(session: Session, companyId: CompanyId, row: NumberKeyRow): boolean {
  const issuer = idOf<UserId>(row.issuer)
  const pk = certifierPk(session.roster, issuer)
  const certificate = {
    officeId: session.roster.officeId,
    companyId,
    generation: row.generation,
    nPub: new Uint8Array(row.n_pub),
    issuer,
    signature: new Uint8Array(row.signature),
  }
  return pk !== null && numberKeyFits(certificate, pk)
}

/** Whether this user was given a company's key. Everybody of the office has those that were added after them. */
export const holdsCompanyKey = (session: Session, id: CompanyId): boolean =>
  companyWrap(session, id) !== undefined

const companyWrap = (session: Session, id: CompanyId): { sealed: Uint8Array } | undefined =>
  one<{ sealed: Uint8Array }>(
    session.db,
    `SELECT sealed FROM company_key WHERE company = ? AND holder = ? AND stage = 'current'`,
    idBlob(id),
    idBlob(userIdOf(session)),
  )

/** Whether a company's file is where the office says it is. */
export const companyFileExists = (session: Session, id: CompanyId): boolean =>
  existsSync(officeFiles(session.dir).company(id))
