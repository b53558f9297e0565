import type { UserId } from '../../shared/ids.ts'
import { type Attempts, isAhead, refuseTooSoon, waitMs } from '../office/attempts.ts'
import { type Db, one, run, transact } from '../store/db.ts'
import { idBlob } from '../store/ids.ts'

/** Wrong verification secrets of a user in one company; counted in the transaction of the attempt's own line. */

export function verificationAttempts(db: Db, user: UserId): Attempts {
  const row = one<{ failed: number; last_at: string }>(
    db,
    'SELECT failed, last_at FROM attempt WHERE actor = ?',
    idBlob(user),
  )
  return row ? { failed: row.failed, lastAt: Date.parse(row.last_at) } : { failed: 0, lastAt: 0 }
}

/** Throws TOO_MANY_ATTEMPTS while a user has to wait. A wait begun by a clock that was ahead begins again now. */
export function refuseVerificationTooSoon(db: Db, user: UserId, now: number): void {
  const before = verificationAttempts(db, user)
  if (waitMs(before, now) > 0 && isAhead(before, now)) {
    transact(db, () =>
      run(db, 'UPDATE attempt SET last_at = ? WHERE actor = ?', new Date(now).toISOString(), idBlob(user)),
    )
  }
  refuseTooSoon(before, now)
}

/** Counts one inside the caller's transaction. Throws TOO_MANY_ATTEMPTS when it is too soon. */
export function countVerificationAttempt(db: Db, user: UserId, now: number): void {
  const before = verificationAttempts(db, user)
  refuseTooSoon(before, now)
  run(
    db,
    `INSERT INTO attempt (actor, failed, last_at) VALUES (?, ?, ?)
     ON CONFLICT (actor) DO UPDATE SET failed = excluded.failed, last_at = excluded.last_at`,
    idBlob(user),
    before.failed + 1,
    new Date(now).toISOString(),
  )
}

/** Forgets them after a success, inside the caller's transaction. */
export const clearVerificationAttempts = (db: Db, user: UserId): void => {
  run(db, 'DELETE FROM attempt WHERE actor = ?', idBlob(user))
}
