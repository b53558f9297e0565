import { sameBytes } from '../../crypto/bytes.ts'
import { asKey, asSignSk, openSealed, type PageKey, type SessionSk } from '../../crypto/keys.ts'
import { VaultError } from '../../shared/errors.ts'
import type { UserId } from '../../shared/ids.ts'
import type { JobResult } from '../../shared/jobs.ts'
import type { PeerHandlers } from '../../shared/rpc.ts'
import type { Env } from '../env.ts'
import { instant, openLog } from '../log/log.ts'
import { closeDb, type Db, openDb } from '../store/db.ts'
import { newId } from '../store/ids.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import { checkSchema } from '../store/schema.ts'
import { callJob, withWorker } from '../workers.ts'
import {
  clearUnlockAttempts,
  countUnlockAttempt,
  refuseUnlockTooSoon,
  type UnlockAttempts,
  unlockAttempts,
} from './attempts.ts'
import {
  checkPlace,
  officeFiles,
  readLockNote,
  readRosterText,
  removeLockNote,
  writeLockNote,
  writeRosterText,
} from './files.ts'
import { checkRoster, ownerOf, parseRoster, type Roster, rosterText } from './roster.ts'
import { rosterUser, type Selected, type Session, writerOf } from './session.ts'

const UNLOCK_LIMIT_MS = 5 * 60_000

/** Reads and checks an office folder's roster. Writes nothing. Throws NOT_AN_OFFICE, OFFICE_TOO_NEW, OFFICE_DAMAGED, OFFICE_TAMPERED, KDF_LIMITS or PLACE_REFUSED. */
export function selectOffice(dir: string): Selected {
  const text = readRosterText(dir)
  checkPlace(dir)
  const roster = parseRoster(text)
  checkRoster(roster)
  return { dir, roster }
}

/**
 * Unlocks a selected office for one user. The worker asks for the passphrase; every attempt is counted before Argon2 runs.
 * Then, before anything in the office is written: root pinned in the slot, own certificate, page key, exact schema, log
 * head, anchor. Throws WRONG_PASSPHRASE, TOO_MANY_ATTEMPTS, OFFICE_DAMAGED, OFFICE_TAMPERED, OFFICE_TOO_NEW or OFFICE_IN_USE.
 */
export async function unlockOffice(env: Env, selected: Selected, userId: UserId): Promise<Session> {
  const { dir } = selected
  const roster = selectOffice(dir).roster
  const user = rosterUser(roster, userId)
  refuseUnlockTooSoon(env.stateDir, roster.officeId, userId, env.clock())
  const before = unlockAttempts(env.stateDir, roster.officeId, userId)
  const callbacks: PeerHandlers = new Map([
    [
      'attempt',
      () => {
        countUnlockAttempt(env.stateDir, roster.officeId, userId, env.clock())
        return {}
      },
    ],
  ])
  const spec = { kind: 'unlock', session: newId<string>(env.random), limitMs: UNLOCK_LIMIT_MS } as const
  const opened = await withWorker(env.workers, spec, callbacks, (link) =>
    callJob(link, 'unlock', {
      officeId: roster.officeId,
      officeName: roster.name,
      userId,
      userName: user.certificate.name,
      failedAttempts: toldFailures(before),
      certificateHash: ownerOf(roster, user).certificateHash,
      slot: user.slot,
    }),
  ).finally(() => env.workers.endSession(spec.session))
  return enter(env, dir, roster, user, opened, before)
}

/** What the user is told: a lost counter slows, but nobody is accused of five wrong attempts. */
const toldFailures = ({ failed, lost }: UnlockAttempts): number => (lost ? 0 : failed)

function enter(
  env: Env,
  dir: string,
  roster: Roster,
  user: Session['user'],
  opened: JobResult<'unlock'>,
  before: UnlockAttempts,
): Session {
  const { certificate } = user
  if (!sameBytes(opened.rootPk, roster.rootPk)) throw new VaultError('OFFICE_TAMPERED', { part: 'root' })
  const signSk = asSignSk(opened.signSk)
  // libsodium's secret key carries the public key in its last 32 bytes.
  if (!sameBytes(signSk.slice(32), certificate.signPk))
    throw new VaultError('OFFICE_TAMPERED', { part: 'certificate' })
  const sessionSk = asKey<SessionSk>(opened.sessionSk)
  const officeKey = openSealed(user.officeKey, sessionSk)
  if (!officeKey) throw new VaultError('OFFICE_TAMPERED', { part: 'office key' })

  const db = openOrSayWho(dir, () => openDb(officeFiles(dir).db, asKey<PageKey>(officeKey)))
  try {
    checkSchema(db, 'office')
    if (getMeta(db, 'office') !== roster.officeId)
      throw new VaultError('OFFICE_TAMPERED', { part: 'office id' })
    const current = rollForward(db, roster)
    const log = openLog(db, roster.officeId, writerOf(env, current, user, signSk), { fresh: false })
    if (current !== roster) writeRosterText(dir, rosterText(current))
    log.act((add) => {
      if (getMeta(db, 'roster') !== rosterText(current)) setMeta(db, 'roster', rosterText(current))
      if (before.lost) add({ action: 'office.unlock-failed', outcome: 'counter lost' })
      else if (before.failed > 0)
        add({ action: 'office.unlock-failed', outcome: 'refused', detail: { attempts: before.failed } })
      add({ action: 'office.unlock' })
    })
    clearUnlockAttempts(env.stateDir, roster.officeId, certificate.userId)
    writeLockNote(dir, { user: certificate.name, device: env.device, since: instant(env.clock()) })
    const failedBefore = toldFailures(before)
    return { env, dir, roster: current, user, keys: { sessionSk, signSk }, db, log, failedBefore, open: null }
  } catch (error) {
    closeDb(db)
    throw error
  }
}

/** OFFICE_IN_USE with the name and machine of the note beside the database, when there is one. */
function openOrSayWho(dir: string, open: () => Db): Db {
  try {
    return open()
  } catch (error) {
    if (error instanceof VaultError && error.code === 'OFFICE_IN_USE') {
      throw new VaultError('OFFICE_IN_USE', { ...readLockNote(dir) })
    }
    throw error
  }
}

/**
 * office.db is committed first with the new roster inside, then office.json is renamed. A crash in between leaves the file
 * one revision behind: take the database's. A file that is older by more, or newer, was put there by hand.
 */
function rollForward(db: Db, roster: Roster): Roster {
  const text = getMeta(db, 'roster')
  if (text === null) throw new VaultError('OFFICE_TAMPERED', { part: 'roster' })
  const inside = parseRoster(text)
  if (inside.officeId !== roster.officeId) throw new VaultError('OFFICE_TAMPERED', { part: 'roster' })
  if (inside.revision === roster.revision) {
    if (!sameBytes(inside.signature, roster.signature))
      throw new VaultError('OFFICE_TAMPERED', { part: 'roster' })
    return roster
  }
  checkRoster(inside)
  if (inside.revision === roster.revision + 1) return inside
  throw new VaultError('OFFICE_TAMPERED', { part: 'roster revision' })
}

/**
 * Closes everything that a session has open, whatever fails on the way: a full disk keeps a WAL from being emptied, and
 * must not leave office.db locked. What stays in a WAL is read at the next open.
 */
export function closeSession(session: Session): void {
  const { open } = session
  session.open = null
  try {
    open?.close()
  } finally {
    session.log.close()
    try {
      closeDb(session.db)
    } finally {
      removeLockNote(session.dir)
    }
  }
}
