import { sameBytes, toBase64 } from '../../crypto/bytes.ts'
import type { RandomSource } from '../../crypto/canonical.ts'
import type { SignPk, SignSk } from '../../crypto/keys.ts'
import { genesis, headFits, nextHead, signHead } from '../../crypto/log-chain.ts'
import { VaultError } from '../../shared/errors.ts'
import type { IsoInstant, OfficeId, UserId } from '../../shared/ids.ts'
import type { AnchorState } from '../../shared/model.ts'
import { type Db, one, run, transact } from '../store/db.ts'
import { idBlob, idOf } from '../store/ids.ts'
import { type AnchorKey, type AnchorPoint, type AnchorWriter, openAnchor, readAnchor } from './anchor.ts'
import { type Entry, lineText } from './line.ts'
import { logLines, logSignatures } from './queries.ts'
import { verifyLog } from './verify.ts'

/** Who writes, where and with what; fixed while the office is open. */
export interface Writer {
  readonly officeId: OfficeId
  readonly incarnation: string
  readonly actor: UserId
  readonly signSk: SignSk
  readonly device: string
  readonly stateDir: string
  readonly clock: () => number
  readonly random: RandomSource
  /** The certified signing key of a user, also of one who has left; null when the roster does not know the user. */
  readonly signerPk: (user: UserId) => SignPk | null
}

/** An open log: one database, its head, and its anchor on this machine. */
export interface Log {
  readonly db: Db
  readonly logId: string
  readonly writer: Writer
  /** Sequence and head after the last committed line. */
  readonly position: () => { seq: number; head: Uint8Array }
  readonly anchor: () => AnchorState
  /** Runs a change and its lines as one transaction, signs the head, commits, then makes the anchor durable. */
  readonly act: <T>(change: (add: (entry: Entry) => void) => T) => T
  /**
   * Throws LOG_BROKEN with the first bad line unless the whole chain holds up to the signed head, once for as long as the log is
   * open: what rests on old lines, such as which numbers were purged, must not rest on edited ones.
   */
  readonly requireIntact: () => void
  /** Starts an anchor where there was none; the caller has written the declaration's line. */
  readonly declareAnchor: () => void
  readonly close: () => void
}

/** The instant of a clock in ms, as the log writes it. */
export const instant = (ms: number): IsoInstant => new Date(ms).toISOString() as IsoInstant

interface SignatureRow {
  seq: number
  head: Uint8Array
  actor: Uint8Array
  signature: Uint8Array
}

/**
 * Opens a log: its last signature must be by a certified user over the last line, and the anchor of this machine, if there
 * is one, must lie on it. Throws OFFICE_TAMPERED (signature, chain or anchor). Writes nothing.
 */
export function openLog(db: Db, logId: string, writer: Writer, options: { fresh: boolean }): Log {
  const last = one<SignatureRow>(db, 'SELECT * FROM log_signature ORDER BY seq DESC LIMIT 1')
  let seq = last?.seq ?? 0
  let head = last ? new Uint8Array(last.head) : genesis(writer.officeId, logId)
  // Every log begins with the act that created its database: an empty one was planted.
  if (!last && !options.fresh) throw new VaultError('OFFICE_TAMPERED', { part: 'log' })
  if (last) checkLastSignature(last, logId, writer)
  const tail = one<{ seq: number }>(db, 'SELECT seq FROM log ORDER BY seq DESC LIMIT 1')?.seq ?? 0
  if (tail !== seq) throw new VaultError('OFFICE_TAMPERED', { part: 'log' })

  const key: AnchorKey = {
    stateDir: writer.stateDir,
    officeId: writer.officeId,
    incarnation: writer.incarnation,
    logId,
  }
  const known = readAnchor(key)
  if (known) checkAnchor(db, known, writer.officeId, logId)
  let anchorFile: AnchorWriter | null = known || options.fresh ? openAnchor(key) : null
  let anchored: AnchorState = { state: anchorFile ? 'held' : 'missing', lastAnchoredAt: known?.at ?? null }

  /** The open file is ours alone (EXCLUSIVE), so what held once holds until it is closed. */
  let intact = false

  const writeAnchor = (at: IsoInstant): void => {
    if (!anchorFile) return
    anchorFile.write({ seq, head, at })
    anchored = { state: anchored.state, lastAnchoredAt: at }
  }

  return {
    db,
    logId,
    writer,
    position: () => ({ seq, head }),
    anchor: () => anchored,
    act: (change) => {
      const at = instant(writer.clock())
      let nextSeq = seq
      let newHead = head
      const add = (entry: Entry): void => {
        nextSeq += 1
        const line = lineText(
          {
            seq: nextSeq,
            at,
            actor: writer.actor,
            device: writer.device,
            action: entry.action,
            people: entry.people ?? [],
            task: entry.task ?? null,
            rule: entry.rule ?? null,
            outcome: entry.outcome ?? 'done',
            detail: entry.detail ?? {},
          },
          toBase64(writer.random(16)),
        )
        run(db, 'INSERT INTO log (seq, line) VALUES (?, ?)', nextSeq, line)
        newHead = nextHead(newHead, line)
      }
      const value = transact(db, () => {
        const result = change(add)
        if (nextSeq === seq) throw new VaultError('UNEXPECTED')
        const statement = {
          officeId: writer.officeId,
          logId,
          seq: nextSeq,
          head: newHead,
          actor: writer.actor,
        }
        run(
          db,
          'INSERT INTO log_signature (seq, head, actor, signature) VALUES (?, ?, ?, ?)',
          nextSeq,
          newHead,
          idBlob(writer.actor),
          signHead(statement, writer.signSk),
        )
        return result
      })
      seq = nextSeq
      head = newHead
      writeAnchor(at)
      return value
    },
    requireIntact: () => {
      if (intact) return
      const { officeId, signerPk } = writer
      const [lines, signatures] = [logLines(db), logSignatures(db)]
      const anchorPoint = readAnchor(key)
      const source = { officeId, logId, lines, signatures, signerPk, anchor: anchorPoint, signerPinned: true }
      const { ok, problem, badLine } = verifyLog(source, false)
      if (!ok) throw new VaultError('LOG_BROKEN', { problem: problem ?? '', line: badLine ?? 0 })
      intact = true
    },
    declareAnchor: () => {
      anchorFile ??= openAnchor(key)
      anchored = { state: 'declared', lastAnchoredAt: anchored.lastAnchoredAt }
      writeAnchor(instant(writer.clock()))
    },
    close: () => anchorFile?.close(),
  }
}

function checkLastSignature(last: SignatureRow, logId: string, writer: Writer): void {
  const actor = idOf<UserId>(last.actor)
  const pk = writer.signerPk(actor)
  const statement = {
    officeId: writer.officeId,
    logId,
    seq: last.seq,
    head: new Uint8Array(last.head),
    actor,
  }
  if (!pk || !headFits(statement, new Uint8Array(last.signature), pk)) {
    throw new VaultError('OFFICE_TAMPERED', { part: 'log signature', line: last.seq })
  }
}

function checkAnchor(db: Db, known: AnchorPoint, officeId: OfficeId, logId: string): void {
  const stored =
    known.seq === 0
      ? genesis(officeId, logId)
      : one<{ head: Uint8Array }>(db, 'SELECT head FROM log_signature WHERE seq = ?', known.seq)?.head
  if (!stored || !sameBytes(new Uint8Array(stored), known.head)) {
    throw new VaultError('OFFICE_TAMPERED', { part: 'anchor', line: known.seq, at: known.at })
  }
}
