import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { VaultError } from '../../shared/errors.ts'
import type { OfficeId, UserId } from '../../shared/ids.ts'

/**
 * Counts wrong secrets before the key is derived. Five are free, then 30 s doubling to an hour. This slows a person at the
 * keyboard; what slows a thief of the file is Argon2id. A counter that cannot be read counts as five, never as a lock-out.
 */
export const ATTEMPT_POLICY = { free: 5, firstWaitMs: 30_000, longestWaitMs: 3_600_000 } as const

export interface Attempts {
  readonly failed: number
  readonly lastAt: number
}

/** Milliseconds still to wait before another attempt; 0 when one may be made. A clock set back does not shorten the wait. */
export function waitMs(attempts: Attempts, now: number): number {
  const over = attempts.failed - ATTEMPT_POLICY.free
  if (over < 0) return 0
  const wait = Math.min(ATTEMPT_POLICY.firstWaitMs * 2 ** Math.min(over, 10), ATTEMPT_POLICY.longestWaitMs)
  const since = now - attempts.lastAt
  return since < 0 ? wait : Math.max(0, wait - since)
}

/** Throws TOO_MANY_ATTEMPTS with the seconds left when an attempt may not be made yet. */
export function refuseTooSoon(attempts: Attempts, now: number): void {
  const left = waitMs(attempts, now)
  if (left > 0) throw new VaultError('TOO_MANY_ATTEMPTS', { seconds: Math.ceil(left / 1000) })
}

const Stored = z.record(z.string(), z.object({ failed: z.number().int().min(0), lastAt: z.number() }))
type Stored = z.infer<typeof Stored>

const pathOf = (stateDir: string, officeId: OfficeId): string =>
  join(stateDir, 'attempts', `${officeId}.json`)

function read(path: string, now: number): { stored: Stored; slow: boolean } {
  try {
    return { stored: Stored.parse(JSON.parse(readFileSync(path, 'utf8'))), slow: false }
  } catch (error) {
    return { stored: {}, slow: (error as NodeJS.ErrnoException).code !== 'ENOENT' && now > 0 }
  }
}

function write(path: string, stored: Stored): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const next = `${path}.new`
    const fd = openSync(next, 'w', 0o600)
    writeFileSync(fd, JSON.stringify(stored))
    fsyncSync(fd)
    closeSync(fd)
    renameSync(next, path)
  } catch {
    throw new VaultError('NOT_WRITABLE', { part: 'attempts' })
  }
}

/** Failed attempts of a user at unlocking on this machine. */
export function unlockAttempts(stateDir: string, officeId: OfficeId, user: UserId, now: number): Attempts {
  const { stored, slow } = read(pathOf(stateDir, officeId), now)
  return stored[user] ?? { failed: slow ? ATTEMPT_POLICY.free : 0, lastAt: slow ? now : 0 }
}

/** Counts one, durably, before the derivation. Throws TOO_MANY_ATTEMPTS when it is too soon. */
export function countUnlockAttempt(stateDir: string, officeId: OfficeId, user: UserId, now: number): void {
  const path = pathOf(stateDir, officeId)
  const before = unlockAttempts(stateDir, officeId, user, now)
  refuseTooSoon(before, now)
  const { stored } = read(path, now)
  write(path, { ...stored, [user]: { failed: before.failed + 1, lastAt: now } })
}

/** Forgets the failures of a user after a success. */
export function clearUnlockAttempts(stateDir: string, officeId: OfficeId, user: UserId, now: number): void {
  const path = pathOf(stateDir, officeId)
  const { stored } = read(path, now)
  const { [user]: _, ...rest } = stored
  write(path, rest)
}
