import { sameBytes, toHex } from '../../crypto/bytes.ts'
import type { SignPk } from '../../crypto/keys.ts'
import { genesis, headFits, nextHead } from '../../crypto/log-chain.ts'
import type { OfficeId, UserId } from '../../shared/ids.ts'
import type { LogVerdict } from '../../shared/model.ts'
import type { AnchorPoint } from './anchor.ts'
import { parseLine } from './line.ts'

/** One transaction's signature, over the head after its last line. */
export interface HeadSignature {
  readonly seq: number
  readonly head: Uint8Array
  readonly actor: UserId
  readonly signature: Uint8Array
}

/** A log as a reader sees it: from a database or from an export. Read once and in order, so that no log is too long to hold. */
export interface LogSource {
  readonly officeId: OfficeId
  readonly logId: string
  readonly lines: Iterable<{ seq: number; line: string }>
  /** In the order of their lines. */
  readonly signatures: Iterable<HeadSignature>
  readonly signerPk: (user: UserId) => SignPk | null
  readonly anchor: AnchorPoint | null | 'not-used'
  readonly signerPinned: boolean
}

/**
 * Verifies a whole log: the chain over the lines as stored, every signature (`full`) or the last of each run of one actor,
 * that the last line is signed, and the anchor. Names the first bad line. Never throws for a bad log; a missing anchor is
 * told as missing and never as right.
 */
export function verifyLog(source: LogSource, full: boolean): LogVerdict {
  const signatures = cursorOf(source.signatures)
  let head = genesis(source.officeId, source.logId)
  let seq = 0
  let checked = 0
  let signedThrough = 0
  let anchorSeen =
    source.anchor !== 'not-used' && source.anchor?.seq === 0 && sameBytes(source.anchor.head, head)
  let problem: { code: string; line: number } | null = null

  try {
    for (const { seq: stored, line } of source.lines) {
      seq += 1
      const parsed = parseLine(line)
      if (stored !== seq || parsed?.seq !== seq) {
        problem = { code: stored > seq ? 'line-missing' : 'line-malformed', line: seq }
        break
      }
      head = nextHead(head, line)
      const signature = signatures.first()
      if (signature?.seq === seq) {
        signatures.pass()
        if (!sameBytes(signature.head, head)) {
          // Anything from behind the signature before may be the altered one.
          problem = { code: 'line-altered', line: signedThrough + 1 }
          break
        }
        signedThrough = seq
        const endsRun = signatures.first()?.actor !== signature.actor
        if (full || endsRun) {
          checked += 1
          if (!isSigned(source, { ...signature, head })) {
            problem = { code: 'signature-bad', line: seq }
            break
          }
        }
        if (parsed.actor !== signature.actor) {
          problem = { code: 'actor-differs', line: seq }
          break
        }
      }
      if (source.anchor !== 'not-used' && source.anchor?.seq === seq) {
        anchorSeen = sameBytes(source.anchor.head, head)
      }
    }
    if (!problem && signatures.first()) problem = { code: 'line-missing', line: seq + 1 }
  } finally {
    signatures.close()
  }
  if (!problem && signedThrough !== seq) problem = { code: 'line-unsigned', line: signedThrough + 1 }

  const point = source.anchor === 'not-used' ? null : source.anchor
  const anchor = anchorWord(source.anchor, anchorSeen, seq)
  if (!problem && anchor === 'conflict')
    problem = { code: 'rolled-back', line: Math.min(seq + 1, point?.seq ?? 0) }
  return {
    ok: problem === null,
    lines: seq,
    signatures: checked,
    anchor,
    anchoredAt: point?.at ?? null,
    anchoredSeq: point?.seq ?? null,
    signer: source.signerPinned ? 'pinned' : 'not-pinned',
    problem: problem?.code ?? null,
    badLine: problem?.line ?? null,
    head: toHex(head),
  }
}

function isSigned(source: LogSource, { signature, ...head }: HeadSignature): boolean {
  const pk = source.signerPk(head.actor)
  return pk !== null && headFits({ officeId: source.officeId, logId: source.logId, ...head }, signature, pk)
}

/** Walks through signatures with the first that no line has reached yet in sight. Must be closed: it may be a query. */
function cursorOf(signatures: Iterable<HeadSignature>) {
  const iterator = signatures[Symbol.iterator]()
  const read = (): HeadSignature | null => {
    const result: IteratorResult<HeadSignature, unknown> = iterator.next()
    return result.done === true ? null : result.value
  }
  let first = read()
  return {
    first: () => first,
    pass: () => {
      first = read()
    },
    close: () => {
      iterator.return?.()
    },
  }
}

function anchorWord(anchor: LogSource['anchor'], seen: boolean, seq: number): LogVerdict['anchor'] {
  if (anchor === 'not-used') return 'not-used'
  if (anchor === null) return 'missing'
  if (!seen) return 'conflict'
  return anchor.seq === seq ? 'matches' : 'older'
}
