import { VaultError } from '../shared/errors.ts'
import type { KdfParams } from '../shared/jobs.ts'
import { type RandomSource, systemRandom } from './canonical.ts'
import { sodium } from './sodium.ts'

/**
 * Argon2id (RFC 9106) for both secrets. The limits are checked before any memory is touched, because a vault file can
 * demand anything. libsodium's own maxima wrap to negative numbers in JavaScript, so ours are written here.
 */
export const KDF_LIMITS = {
  memKiB: { min: 64 * 1024, max: 1024 * 1024 },
  passes: { min: 1, max: 10 },
  lanes: 1,
  saltBytes: 16,
} as const

/** The least cost that a new slot may have: 64 MiB × 3 (OWASP's floor is 46 MiB × 1). */
export const KDF_FLOOR = { memKiB: 64 * 1024, passes: 3 } as const

export interface KdfCost {
  readonly memKiB: number
  readonly passes: number
}

const within = (value: number, { min, max }: { min: number; max: number }): boolean =>
  Number.isSafeInteger(value) && value >= min && value <= max

/** Throws KDF_LIMITS when parameters are outside the caps or of another algorithm; returns them otherwise. */
export function checkKdf(params: KdfParams): KdfParams {
  const good =
    params.alg === 'argon2id13' &&
    params.lanes === KDF_LIMITS.lanes &&
    params.salt.length === KDF_LIMITS.saltBytes &&
    within(params.memKiB, KDF_LIMITS.memKiB) &&
    within(params.passes, KDF_LIMITS.passes)
  if (!good) throw new VaultError('KDF_LIMITS')
  return params
}

/** 32 bytes from a secret. Blocks for the whole derivation (0.2–1.2 s), so it runs in the number worker only. */
export function derive(secret: Uint8Array, params: KdfParams): Uint8Array {
  const { memKiB, passes, salt } = checkKdf(params)
  const key = sodium.crypto_pwhash(
    32,
    secret,
    salt,
    passes,
    memKiB * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  )
  // A host that could not grow its memory once gave an all-zero key without an error (libsodium.js#235).
  if (key.every((byte) => byte === 0)) throw new VaultError('UNEXPECTED')
  return key
}

/** Parameters with a fresh salt. Throws KDF_LIMITS below the floor of new slots. */
export function newKdf(cost: KdfCost, random: RandomSource = systemRandom): KdfParams {
  if (cost.memKiB < KDF_FLOOR.memKiB || cost.passes < KDF_FLOOR.passes) throw new VaultError('KDF_LIMITS')
  return checkKdf({ alg: 'argon2id13', ...cost, lanes: 1, salt: random(KDF_LIMITS.saltBytes) })
}

const TARGET_MS = 950
const CEILING_MS = 1200

/** Passes that take about 0.95 s, within the floor and the cap; the floor when a pass has no time. */
function passesFor(eachMs: number): number {
  const passes = Math.round(TARGET_MS / eachMs)
  if (Number.isNaN(passes)) return KDF_FLOOR.passes
  return Math.min(KDF_LIMITS.passes.max, Math.max(KDF_FLOOR.passes, passes))
}

/**
 * Chooses the cost for this machine: 256 MiB and as many passes (3–10) as take about 0.95 s; less memory, never under the
 * floor, when three passes would take longer than 1.2 s. `measure` gives the milliseconds of one pass when warm.
 */
export function calibrate(measure: (memKiB: number) => number = measurePass): KdfCost {
  const time = (memKiB: number): number => Math.max(1, measure(memKiB))
  for (const memKiB of [256 * 1024, 128 * 1024]) {
    const each = time(memKiB)
    if (each * KDF_FLOOR.passes <= CEILING_MS) return { memKiB, passes: passesFor(each) }
  }
  return { memKiB: KDF_FLOOR.memKiB, passes: passesFor(time(KDF_FLOOR.memKiB)) }
}

function measurePass(memKiB: number): number {
  const run = (passes: number): number => {
    const start = performance.now()
    const salt = new Uint8Array(KDF_LIMITS.saltBytes)
    sodium.crypto_pwhash(
      32,
      new Uint8Array(8),
      salt,
      passes,
      memKiB * 1024,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
    )
    return performance.now() - start
  }
  // The first run pays for growing the memory (2.0 s against 0.8 s measured), so it does not count.
  run(1)
  return run(1)
}
