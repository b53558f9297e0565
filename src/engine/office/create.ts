import { existsSync, rmSync } from 'node:fs'
import { asKey, asSignSk, type PageKey, type SessionSk } from '../../crypto/keys.ts'
import { VaultError } from '../../shared/errors.ts'
import type { OfficeId, UserId } from '../../shared/ids.ts'
import type { JobResult } from '../../shared/jobs.ts'
import type { Env } from '../env.ts'
import { instant, openLog } from '../log/log.ts'
import { closeDb, createDb, type Db } from '../store/db.ts'
import { newId } from '../store/ids.ts'
import { setMeta } from '../store/meta.ts'
import { createSchema } from '../store/schema.ts'
import { callJob, withWorker } from '../workers.ts'
import { startUnlockAttempts } from './attempts.ts'
import { makeOfficeFolder, officeFiles, unmakeOfficeFolder, writeLockNote, writeRosterText } from './files.ts'
import { type Roster, rosterText, signRoster } from './roster.ts'
import { type Session, writerOf } from './session.ts'

/** Time for the operator to think of two secrets. */
const CREATE_LIMIT_MS = 15 * 60_000

export interface NewOffice {
  readonly dir: string
  readonly name: string
  readonly user: string
  readonly kitPath: string
  readonly training: boolean
}

/**
 * Creates an office with its first user (責任者 and 事務取扱担当者) and leaves it unlocked. The worker asks for both secrets,
 * makes all keys and writes the recovery kit. Order: kit, office.db, office.json, so that a roster never names a database
 * that is not there. Throws OFFICE_EXISTS, NOT_WRITABLE, PLACE_REFUSED, SECRET_TOO_SHORT …; a failure takes back what it made.
 */
export async function createOffice(env: Env, wanted: NewOffice): Promise<Session> {
  if (existsSync(wanted.kitPath)) throw new VaultError('NOT_WRITABLE', { part: 'kit' })
  makeOfficeFolder(wanted.dir)
  let kitWritten = false
  try {
    const officeId = newId<OfficeId>(env.random)
    const userId = newId<UserId>(env.random)
    const spec = { kind: 'create', session: newId<string>(env.random), limitMs: CREATE_LIMIT_MS } as const
    const made = await withWorker(env.workers, spec, new Map(), (link) =>
      callJob(link, 'office.create', {
        officeId,
        officeName: wanted.name,
        userId,
        userName: wanted.user,
        issuedAt: instant(env.clock()),
        kitPath: wanted.kitPath,
        cost: env.cost,
      }),
    ).finally(() => env.workers.endSession(spec.session))
    kitWritten = true
    return layOut(env, wanted, officeId, made)
  } catch (error) {
    // The worker takes back its own failure; here the kit is known to be ours and opens nothing.
    if (kitWritten) rmSync(wanted.kitPath, { force: true })
    unmakeOfficeFolder(wanted.dir)
    throw error
  }
}

function layOut(env: Env, wanted: NewOffice, officeId: OfficeId, made: JobResult<'office.create'>): Session {
  const signSk = asSignSk(made.session.signSk)
  const sessionSk = asKey<SessionSk>(made.session.sessionSk)
  const roster: Roster = signRoster(
    {
      format: 'mamorigura-office',
      version: 1,
      critical: [],
      features: [],
      officeId,
      name: wanted.name,
      training: wanted.training,
      incarnation: newId<string>(env.random),
      revision: 1,
      rootPk: made.rootPk,
      kitPk: made.kitPk,
      kitOfficeKey: made.officeKeyKitWrap,
      users: [
        {
          certificate: made.certificate,
          disabled: false,
          slot: made.slot,
          verificationSlot: made.verifySlot,
          officeKey: made.officeKeyWrap,
        },
      ],
      signedBy: made.certificate.userId,
    },
    signSk,
  )
  const [user] = roster.users
  if (!user) throw new VaultError('UNEXPECTED')
  const db = createDb(officeFiles(wanted.dir).db, asKey<PageKey>(made.officeKey))
  try {
    const log = openOfficeLog(env, db, roster, user, signSk)
    log.act((add) => {
      setMeta(db, 'office', officeId)
      setMeta(db, 'roster', rosterText(roster))
      add({ action: 'office.create', detail: { name: wanted.name, training: wanted.training } })
    })
    startUnlockAttempts(env.stateDir, officeId)
    writeRosterText(wanted.dir, rosterText(roster))
    writeLockNote(wanted.dir, { user: wanted.user, device: env.device, since: instant(env.clock()) })
    return {
      env,
      dir: wanted.dir,
      roster,
      user,
      keys: { sessionSk, signSk },
      db,
      log,
      failedBefore: 0,
      open: null,
    }
  } catch (error) {
    closeDb(db)
    throw error
  }
}

function openOfficeLog(
  env: Env,
  db: Db,
  roster: Roster,
  user: Session['user'],
  signSk: Session['keys']['signSk'],
) {
  createSchema(db, 'office')
  return openLog(db, roster.officeId, writerOf(env, roster, user, signSk), { fresh: true })
}
