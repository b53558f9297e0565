import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { VaultError } from '../../shared/errors.ts'
import type { OfficeId, UserId } from '../../shared/ids.ts'

/**
 * Counts wrong secrets before the key is derived. Five are free, then 30 s doubling to an hour. This slows a person at the
 * keyboard; what slows a thief of the file is Argon2id. A counter that is gone or cannot be read counts as five: the next
 * try is free, the one after it waits. Nothing here ever locks anybody out.
 */
export const ATTEMPT_POLICY = { free: 5, firstWaitMs: 30_000, longestWaitMs: 3_600_000 } as const

export interface Attempts {
  readonly failed: number
  readonly lastAt: number
}

/** As counted beside the anchor. `lost`: the counter of an office that must have one was gone or unreadable. */
export interface UnlockAttempts extends Attempts {
  readonly lost: boolean
}

/**
 * Milliseconds still to wait before another attempt; 0 when one may be made. A clock set back does not shorten the wait: the
 * caller then writes the attempt's time anew ({@link isAhead}), so that it ends.
 */
export function waitMs(attempts: Attempts, now: number): number {
  const over = attempts.failed - ATTEMPT_POLICY.free
  if (over < 0) return 0
  const wait = Math.min(ATTEMPT_POLICY.firstWaitMs * 2 ** Math.min(over, 10), ATTEMPT_POLICY.longestWaitMs)
  const since = now - attempts.lastAt
  return since < 0 ? wait : Math.max(0, wait - since)
}

/** Whether an attempt was counted by a clock that was ahead of today's. */
export const isAhead = (attempts: Attempts, now: number): boolean => attempts.lastAt > now

/** Throws TOO_MANY_ATTEMPTS with the seconds left when an attempt may not be made yet. */
export function refuseTooSoon(attempts: Attempts, now: number): void {
  const left = waitMs(attempts, now)
  if (left > 0) throw new VaultError('TOO_MANY_ATTEMPTS', { seconds: Math.ceil(left / 1000) })
}

const Stored = z.record(z.string(), z.object({ failed: z.number().int().min(0), lastAt: z.number() }))
type Stored = z.infer<typeof Stored>

const pathOf = (stateDir: string, officeId: OfficeId): string =>
  join(stateDir, 'attempts', `${officeId}.json`)

function read(path: string): { stored: Stored; lost: boolean } {
  try {
    return { stored: Stored.parse(JSON.parse(readFileSync(path, 'utf8'))), lost: false }
  } catch {
    return { stored: {}, lost: true }
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

/** Starts the counter of an office that was made on this machine, so that a missing one is noticed. Throws NOT_WRITABLE. */
export const startUnlockAttempts = (stateDir: string, officeId: OfficeId): void => {
  write(pathOf(stateDir, officeId), {})
}

/** Failed attempts of a user at unlocking on this machine. */
export function unlockAttempts(stateDir: string, officeId: OfficeId, user: UserId): UnlockAttempts {
  const { stored, lost } = read(pathOf(stateDir, officeId))
  return { failed: lost ? ATTEMPT_POLICY.free : 0, lastAt: 0, ...stored[user], lost }
}

/** Throws TOO_MANY_ATTEMPTS while a user has to wait. A wait begun by a clock that was ahead begins again now. */
export function refuseUnlockTooSoon(stateDir: string, officeId: OfficeId, user: UserId, now: number): void {
  const before = unlockAttempts(stateDir, officeId, user)
  if (waitMs(before, now) > 0 && isAhead(before, now)) {
    const path = pathOf(stateDir, officeId)
    write(path, { ...read(path).stored, [user]: { failed: before.failed, lastAt: now } })
  }
  refuseTooSoon(before, now)
}

/** Counts one, durably, before the derivation. Throws TOO_MANY_ATTEMPTS when it is too soon. */
export function countUnlockAttempt(stateDir: string, officeId: OfficeId, user: UserId, now: number): void {
  const path = pathOf(stateDir, officeId)
  refuseUnlockTooSoon(stateDir, officeId, user, now)
  const { failed } = unlockAttempts(stateDir, officeId, user)
  write(path, { ...read(path).stored, [user]: { failed: failed + 1, lastAt: now } })
}

/** Forgets the failures of a user after a success. */
export function clearUnlockAttempts(stateDir: string, officeId: OfficeId, user: UserId): void {
  const path = pathOf(stateDir, officeId)
  const { [user]: _, ...rest } = read(path).stored
  write(path, rest)
}
