import type { OfficeId, UserId } from '../shared/ids.ts'
import { idBytes, u32be } from './bytes.ts'
import { canonical, encodable, sha256 } from './canonical.ts'
import { sign, signatureFits, type SignSk } from './keys.ts'

/**
 * The log's chain: `h_0 = SHA-256(genesis)`, `h_i = SHA-256(h_{i-1} ‖ SHA-256(line_i))`, where a line is hashed as the
 * bytes that are stored. Only SHA-256 and Ed25519, so that an outsider can check it with common tools.
 */

/** The head before the first line. `logId` is the company's id, or the office's for the office's own log. */
export const genesis = (officeId: OfficeId, logId: string): Uint8Array =>
  sha256(canonical('log-genesis', idBytes(officeId), idBytes(logId)))

/** The head after one more line (its UTF-8 text exactly as stored). */
export const nextHead = (head: Uint8Array, line: string): Uint8Array => sha256(head, sha256(line))

export interface HeadStatement {
  readonly officeId: OfficeId
  readonly logId: string
  readonly seq: number
  readonly head: Uint8Array
  readonly actor: UserId
}

const headBytes = (s: HeadStatement): Uint8Array =>
  canonical('log-head', idBytes(s.officeId), idBytes(s.logId), u32be(s.seq), s.head, idBytes(s.actor))

/** One signature per transaction, by its actor, over the head after its last line. */
export const signHead = (s: HeadStatement, sk: SignSk): Uint8Array => sign(headBytes(s), sk)

/** Whether the actor signed this head; false for values that no signature can cover. */
export const headFits = (s: HeadStatement, signature: Uint8Array, actorPk: Uint8Array): boolean =>
  signatureFits(
    signature,
    encodable(() => headBytes(s)),
    actorPk,
  )
