import { z } from 'zod'
import { BatchId, CompanyId, IsoInstant, OfficeId, PersonId, UserId } from './ids.ts'
import { Encoding, Mapping, Role, RowProblem, Text2 } from './model.ts'
import { Bytes } from './secure-screen.ts'

/**
 * The engine's calls to a number worker, and the worker's calls back. One worker does one job and is killed. The worker has
 * keys and no database; the engine has sealed records and no key that opens them.
 */

const job = <P extends z.ZodType, R extends z.ZodType>(params: P, result: R) => ({ params, result })

/** Argon2id cost. `passes` at 1 lane; memory in KiB. Limits are checked before any work: see crypto/kdf.ts. */
export const KdfParams = z.strictObject({
  alg: z.literal('argon2id13'),
  memKiB: z.number().int(),
  passes: z.number().int(),
  lanes: z.number().int(),
  salt: Bytes,
})
export type KdfParams = z.infer<typeof KdfParams>

/** A key wrapped under a secret; `digest` tells damage from a wrong secret. */
export const Slot = z.strictObject({ kdf: KdfParams, nonce: Bytes, box: Bytes, digest: Bytes })
export type Slot = z.infer<typeof Slot>

export const Certificate = z.strictObject({
  officeId: OfficeId,
  userId: UserId,
  name: z.string(),
  roles: z.array(Role),
  sessionPk: Bytes,
  signPk: Bytes,
  verifyPk: Bytes,
  issuer: z.union([UserId, z.literal('root')]),
  issuedAt: IsoInstant,
  serial: z.number().int(),
  signature: Bytes,
})
export type Certificate = z.infer<typeof Certificate>

/** A sealed number as the engine hands it over: 16 plaintext bytes under the batch key. */
export const SealedRecord = z.strictObject({
  person: PersonId,
  version: z.number().int(),
  batch: BatchId,
  index: z.number().int(),
  box: Bytes,
})
export type SealedRecord = z.infer<typeof SealedRecord>
export const SealedBatch = z.strictObject({ batch: BatchId, generation: z.number().int(), sealedKey: Bytes })
export type SealedBatch = z.infer<typeof SealedBatch>

/** Who a key is sealed to: a user, or the recovery kit. */
const Holder = z.union([UserId, z.literal('kit')])
const Who = z.strictObject({ code: z.string(), name: z.string() })
const SealTarget = z.strictObject({
  officeId: OfficeId,
  companyId: CompanyId,
  batch: BatchId,
  generation: z.number().int(),
  nPub: Bytes,
})
export type SealTarget = z.infer<typeof SealTarget>

/** A person row of a file as the worker passes it on: everything but the number. */
export const FileRow = z.object({
  row: z.number().int(),
  code: z.string(),
  name: z.string(),
  kana: z.string().nullable(),
  birth: z.string().nullable(),
  joined: z.string().nullable(),
  left: z.string().nullable(),
  number: z.enum(['ok', 'none', 'refused']),
})
export type FileRow = z.infer<typeof FileRow>

export const JOBS = {
  'office.create': job(
    z.strictObject({
      officeId: OfficeId,
      officeName: z.string(),
      userId: UserId,
      userName: z.string(),
      issuedAt: IsoInstant,
      kitPath: z.string(),
      /** null: calibrated on this machine. Tests give the floor. */
      cost: z.strictObject({ memKiB: z.number().int(), passes: z.number().int() }).nullable(),
    }),
    z.object({
      rootPk: Bytes,
      kitPk: Bytes,
      certificate: Certificate,
      slot: Slot,
      verifySlot: Slot,
      session: z.object({ sessionSk: Bytes, signSk: Bytes }),
      officeKey: Bytes,
      officeKeyWrap: Bytes,
      officeKeyKitWrap: Bytes,
    }),
  ),
  unlock: job(
    z.strictObject({
      officeId: OfficeId,
      officeName: z.string(),
      userId: UserId,
      userName: z.string(),
      failedAttempts: z.number().int(),
      certificateHash: Bytes,
      slot: Slot,
    }),
    z.object({ sessionSk: Bytes, signSk: Bytes, rootPk: Bytes }),
  ),
  'company.keys': job(
    z.strictObject({
      officeId: OfficeId,
      companyId: CompanyId,
      generation: z.number().int(),
      sessionHolders: z.array(z.strictObject({ user: UserId, pk: Bytes })),
      verifyHolders: z.array(z.strictObject({ user: UserId, pk: Bytes })),
      kitPk: Bytes,
    }),
    z.object({
      companyKey: Bytes,
      companyWraps: z.array(z.object({ holder: Holder, sealed: Bytes })),
      nPub: Bytes,
      numberWraps: z.array(z.object({ holder: Holder, sealed: Bytes })),
    }),
  ),
  'import.read': job(
    z.strictObject({ path: z.string(), encoding: Encoding, mapping: Mapping.nullable() }),
    z.object({
      fileName: z.string(),
      encoding: z.string(),
      headings: z.array(z.string()),
      mapping: Mapping,
      rows: z.array(FileRow),
      refused: z.array(RowProblem),
      warnings: z.array(RowProblem),
    }),
  ),
  /** Seals the numbers of the rows named, in that order: `boxes` is 32 bytes a row, `index` = position. */
  'import.seal': job(
    z.strictObject({
      target: SealTarget,
      rows: z.array(z.strictObject({ row: z.number().int(), person: PersonId, version: z.number().int() })),
    }),
    z.object({ sealedKey: Bytes, boxes: Bytes }),
  ),
  /** Form and check digit of each line of a file, without any vault. No line of it leaves the worker. */
  'number.check': job(
    z.strictObject({ path: z.string() }),
    z.object({
      lines: z.array(
        z.object({ line: z.number().int(), reason: z.string().nullable(), testData: z.boolean() }),
      ),
      /** Others than the owner may read the file. */
      open: z.boolean(),
    }),
  ),
  'number.enter': job(
    z.strictObject({
      target: SealTarget,
      person: PersonId,
      version: z.number().int(),
      company: z.string(),
      who: Who,
    }),
    z.object({ sealedKey: Bytes, box: Bytes }),
  ),
  /** Operator verification. Calls `attempt` back before every derivation. Proof: a digest of each opened challenge. */
  'verify.open': job(
    z.strictObject({
      officeId: OfficeId,
      companyId: CompanyId,
      userId: UserId,
      sessionSk: Bytes,
      certificateHash: Bytes,
      verifySlot: Slot,
      keys: z
        .array(z.strictObject({ generation: z.number().int(), nPub: Bytes, sealed: Bytes, challenge: Bytes }))
        .max(64),
      screen: z.strictObject({
        act: z.enum(['reveal', 'match', 'purge']),
        company: z.string(),
        task: Text2,
        rule: z.string().nullable(),
        people: z.array(Who),
      }),
    }),
    z.object({ answers: z.array(Bytes) }),
  ),
  /** Re-seals each record under a key of its own; the keys go sealed to the list worker, the boxes back to the engine. */
  'verify.reseal': job(
    z.strictObject({ batches: z.array(SealedBatch), records: z.array(SealedRecord), listPk: Bytes }),
    z.object({ sealedKeys: Bytes, boxes: z.array(Bytes) }),
  ),
  'verify.match': job(
    z.strictObject({ batches: z.array(SealedBatch), record: SealedRecord, company: z.string(), who: Who }),
    z.object({ match: z.boolean() }),
  ),
  'list.prepare': job(z.strictObject({}), z.object({ listPk: Bytes })),
  /** Runs until the operator ends it, idle or time is up. Calls `list.shown` back before each number is opened. */
  'list.run': job(
    z.strictObject({
      sealedKeys: Bytes,
      company: z.string(),
      task: Text2,
      people: z.array(Who),
      secondsEach: z.number().int(),
      listMs: z.number().int(),
      idleMs: z.number().int(),
    }),
    z.object({ end: z.enum(['done', 'ended', 'idle', 'time']) }),
  ),
} as const

export type JobName = keyof typeof JOBS
export type JobParams<J extends JobName> = z.output<(typeof JOBS)[J]['params']>
export type JobResult<J extends JobName> = z.output<(typeof JOBS)[J]['result']>

/** Calls that a worker makes to the engine. */
export const CALLBACKS = {
  /** Counts an attempt durably before the key is derived. Throws TOO_MANY_ATTEMPTS with `seconds`. */
  attempt: job(z.strictObject({}), z.object({})),
  /** Commits the line for this position, anchors it, and only then answers with the re-sealed number. */
  'list.shown': job(z.strictObject({ index: z.number().int().min(0) }), z.object({ box: Bytes })),
} as const

/** How a worker is wanted: main (or the CLI) forks it, brokers its ports and kills it at the limit. */
export interface WorkerSpec {
  readonly kind: 'create' | 'unlock' | 'keys' | 'import' | 'enter' | 'verify' | 'list' | 'check'
  /** Whether the operator is needed; workers of one `session` share one secure window, in turn. */
  readonly session: string | null
  /** Milliseconds until the host kills it, whatever it does. */
  readonly limitMs: number
}
