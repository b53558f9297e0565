import type { RandomSource } from '../crypto/canonical.ts'
import type { KdfCost } from '../crypto/kdf.ts'
import type { IsoDate, PlaceToken } from '../shared/ids.ts'
import { dayInJapan } from './log/queries.ts'
import type { WorkerHost } from './workers.ts'

/** The world as the engine is given it, so that tests need no mocks of modules. */
export interface Env {
  readonly workers: WorkerHost
  /** Path of a place that the operator chose. Throws BAD_REQUEST for a token nobody handed out. */
  readonly places: (token: PlaceToken) => string
  /** This machine's folder for anchors and attempt counters. */
  readonly stateDir: string
  /** Name of this workstation, for the log. */
  readonly device: string
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: RandomSource
  /** Argon2 cost of new slots; null = calibrated on this machine. */
  readonly cost: KdfCost | null
}

/** Today in Japan. */
export const today = (env: Env): IsoDate => dayInJapan(new Date(env.clock()).toISOString())
