import type { SessionSk, SignSk } from '../../crypto/keys.ts'
import { VaultError } from '../../shared/errors.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Company, Role } from '../../shared/model.ts'
import type { Env } from '../env.ts'
import type { Log, Writer } from '../log/log.ts'
import type { Db } from '../store/db.ts'
import { signerPk, type Roster, type RosterUser } from './roster.ts'

/** A folder whose roster was read and checked; nothing is unlocked. */
export interface Selected {
  readonly dir: string
  readonly roster: Roster
}

/** One company that is open: its database, log and number keys. Never a key that opens a number. */
export interface OpenCompany {
  readonly company: Company
  readonly db: Db
  readonly log: Log
  /** The number key in force, certified by a responsible person. */
  readonly numberKey: { readonly generation: number; readonly nPub: Uint8Array }
  close(): void
}

/** An unlocked office: a user's session keys, office.db and at most one open company. */
export interface Session {
  readonly env: Env
  readonly dir: string
  readonly roster: Roster
  readonly user: RosterUser
  readonly keys: { readonly sessionSk: SessionSk; readonly signSk: SignSk }
  readonly db: Db
  readonly log: Log
  readonly failedBefore: number
  open: OpenCompany | null
}

export const userIdOf = (session: Session): UserId => session.user.certificate.userId
export const rolesOf = (session: Session): readonly Role[] => session.user.certificate.roles

/** The name of a user of the office, also of one who has left it; their id when the roster does not know them. */
export const userName = (roster: Roster, id: UserId): string =>
  roster.users.find((user) => user.certificate.userId === id)?.certificate.name ?? id

/** Who writes the log in this session. */
export function writerOf(env: Env, roster: Roster, user: RosterUser, signSk: SignSk): Writer {
  return {
    officeId: roster.officeId,
    incarnation: roster.incarnation,
    actor: user.certificate.userId,
    signSk,
    device: env.device,
    stateDir: env.stateDir,
    clock: env.clock,
    random: env.random,
    signerPk: (id) => signerPk(roster, id),
  }
}

/** A roster user by id. Throws UNKNOWN_USER, also for a disabled login. */
export function rosterUser(roster: Roster, id: UserId): RosterUser {
  const user = roster.users.find((entry) => entry.certificate.userId === id)
  if (!user || user.disabled) throw new VaultError('UNKNOWN_USER')
  return user
}
