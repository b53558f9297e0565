import * as nodeCrypto from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex, utf8 } from '../../../src/crypto/bytes.ts'
import { calibrate, checkKdf, derive, KDF_FLOOR, KDF_LIMITS, newKdf } from '../../../src/crypto/kdf.ts'
import type { KdfParams } from '../../../src/shared/jobs.ts'
import { fixedBytes, fixedRandom } from '../../vectors/fixed.ts'
import { codeOf } from './helpers.ts'

const MIB = 1024
const params = (changed: Partial<KdfParams> = {}): KdfParams => ({
  alg: 'argon2id13',
  memKiB: 64 * MIB,
  passes: 1,
  lanes: 1,
  salt: fixedBytes('kdf salt', 16),
  ...changed,
})

/** Node's own Argon2 (24.7 and later), which its type package does not know yet. */
type Argon2Sync = (
  kind: 'argon2id',
  options: {
    message: Uint8Array
    nonce: Uint8Array
    parallelism: number
    tagLength: number
    memory: number
    passes: number
  },
) => Buffer
const isArgon2 = (value: unknown): value is Argon2Sync => typeof value === 'function'
const found: unknown = Reflect.get(nodeCrypto, 'argon2Sync')
const argon2Sync = isArgon2(found) ? found : null

const EDGES = [0, -1, 0.5, 2 ** 31, -(2 ** 31), 2 ** 32, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]

describe('the caps of a slot', () => {
  it('are the numbers that the format promises', () => {
    expect(KDF_LIMITS).toEqual({
      memKiB: { min: 65_536, max: 1_048_576 },
      passes: { min: 1, max: 10 },
      lanes: 1,
      saltBytes: 16,
    })
  })

  it.each([
    ['least memory', { memKiB: 64 * MIB }],
    ['most memory', { memKiB: 1024 * MIB }],
    ['fewest passes', { passes: 1 }],
    ['most passes', { passes: 10 }],
  ])('let %s through', (_name, changed) => {
    expect(checkKdf(params(changed))).toEqual(params(changed))
  })

  it.each([64 * MIB - 1, 1024 * MIB + 1, 64 * MIB + 0.5, ...EDGES])('refuse %d KiB of memory', (memKiB) => {
    expect(codeOf(() => checkKdf(params({ memKiB })))).toBe('KDF_LIMITS')
  })

  it.each([11, 1.5, ...EDGES])('refuse %d passes', (passes) => {
    expect(codeOf(() => checkKdf(params({ passes })))).toBe('KDF_LIMITS')
  })

  it.each([2, 4, ...EDGES])('refuse %d lanes', (lanes) => {
    expect(codeOf(() => checkKdf(params({ lanes })))).toBe('KDF_LIMITS')
  })

  it.each([0, 8, 15, 17, 32])('refuse a salt of %d bytes', (length) => {
    expect(codeOf(() => checkKdf(params({ salt: new Uint8Array(length) })))).toBe('KDF_LIMITS')
  })

  it.each(['argon2i13', 'argon2d', '', '__proto__'])('refuse the algorithm %j', (alg) => {
    const damaged = { ...params(), alg }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a damaged file holds
    expect(codeOf(() => checkKdf(damaged as KdfParams))).toBe('KDF_LIMITS')
  })

  it('stop a derivation before it starts', () => {
    const start = performance.now()
    expect(codeOf(() => derive(utf8('x'), params({ memKiB: 2 ** 31 })))).toBe('KDF_LIMITS')
    expect(performance.now() - start).toBeLessThan(20)
  })
})

describe('new parameters', () => {
  it('may have the floor', () => {
    expect(newKdf(KDF_FLOOR, fixedRandom('salt'))).toMatchObject({ memKiB: 65_536, passes: 3, lanes: 1 })
  })

  it('have a fresh salt each', () => {
    expect(toHex(newKdf(KDF_FLOOR).salt)).not.toBe(toHex(newKdf(KDF_FLOOR).salt))
  })

  it.each([
    { memKiB: 64 * MIB - 1, passes: 3 },
    { memKiB: 256 * MIB, passes: 2 },
    { memKiB: 64 * MIB, passes: 11 },
    { memKiB: 1024 * MIB + 1, passes: 3 },
    { memKiB: Number.NaN, passes: 3 },
    { memKiB: 64 * MIB, passes: Number.NaN },
  ])('are refused for $memKiB KiB and $passes passes', (cost) => {
    expect(codeOf(() => newKdf(cost))).toBe('KDF_LIMITS')
  })
})

describe('derive', () => {
  it.skipIf(argon2Sync === null).each([
    ['an empty secret', new Uint8Array(0), 1],
    ['a short secret', utf8('p'), 1],
    ['a Japanese passphrase', utf8('ひらけ、ごま。'), 2],
    ['a long secret of any bytes', fixedBytes('long secret', 300), 3],
  ])('gives what Node gives for %s', (name, secret, passes) => {
    const salt = fixedBytes(`salt of ${name}`, 16)
    const expected = argon2Sync?.('argon2id', {
      message: secret,
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 64 * MIB,
      passes,
    })
    expect(toHex(derive(secret, params({ salt, passes })))).toBe(expected?.toString('hex'))
  })

  it('leaves the secret as it was, for another try', () => {
    const secret = utf8('passphrase')
    derive(secret, params())
    expect(secret).toEqual(utf8('passphrase'))
  })
})

/** Milliseconds of a pass on an ordinary machine. */
const ordinary = (memKiB: number): number => (memKiB / (256 * MIB)) * 250
const inRange = (cost: { memKiB: number; passes: number }): boolean =>
  cost.memKiB >= KDF_FLOOR.memKiB &&
  cost.memKiB <= KDF_LIMITS.memKiB.max &&
  cost.passes >= KDF_FLOOR.passes &&
  cost.passes <= KDF_LIMITS.passes.max &&
  Number.isInteger(cost.passes)

describe('calibrate', () => {
  it('takes 256 MiB and about a second on an ordinary machine', () => {
    expect(calibrate(ordinary)).toEqual({ memKiB: 256 * MIB, passes: 4 })
  })

  it('takes the floor on a machine a hundred times slower', () => {
    expect(calibrate((memKiB) => ordinary(memKiB) * 100)).toEqual(KDF_FLOOR)
  })

  it('takes the most passes on a machine a hundred times faster', () => {
    expect(calibrate((memKiB) => ordinary(memKiB) / 100)).toEqual({ memKiB: 256 * MIB, passes: 10 })
  })

  it('takes less memory before it takes longer than 1.2 s', () => {
    expect(calibrate((memKiB) => ordinary(memKiB) * 2)).toEqual({ memKiB: 128 * MIB, passes: 4 })
  })

  it('takes 0.7 to 1.2 s wherever 256 MiB can', () => {
    fc.assert(
      fc.property(fc.double({ min: 95, max: 400, noNaN: true }), (each) => {
        const { passes } = calibrate(() => each)
        expect(passes * each).toBeGreaterThanOrEqual(700)
        expect(passes * each).toBeLessThanOrEqual(1200)
      }),
    )
  })

  it('never leaves floor and cap, whatever the timer says', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 3, maxLength: 3 }), (times) => {
        let call = 0
        expect(inRange(calibrate(() => times[call++] ?? 0))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MIN_VALUE])(
    'never leaves floor and cap when every pass takes %d ms',
    (each) => {
      expect(inRange(calibrate(() => each))).toBe(true)
    },
  )

  it('measures this machine', () => {
    expect(inRange(calibrate())).toBe(true)
  })
})
