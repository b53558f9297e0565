import { toBase64 } from '../../crypto/bytes.ts'
import type { CompanyId, IsoDate, PersonId, UserId } from '../../shared/ids.ts'
import { type Db, each, one } from '../store/db.ts'
import { idOf } from '../store/ids.ts'
import { type LogLine, parseLine } from './line.ts'
import type { HeadSignature } from './verify.ts'

/** All lines in order, one after another. */
export const logLines = (db: Db): IterableIterator<{ seq: number; line: string }> =>
  each(db, 'SELECT seq, line FROM log ORDER BY seq')

/** All head signatures in order, one after another. */
export function* logSignatures(db: Db): Generator<HeadSignature> {
  const rows = each<{ seq: number; head: Uint8Array; actor: Uint8Array; signature: Uint8Array }>(
    db,
    'SELECT seq, head, actor, signature FROM log_signature ORDER BY seq',
  )
  for (const row of rows) yield { ...row, actor: idOf<UserId>(row.actor) }
}

export interface LogFilter {
  readonly person: PersonId | null
  readonly actor: UserId | null
  readonly action: string | null
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

/** Lines that pass a filter, newest first, and how many there are. Days are of the instant in UTC+9 (Japan, no summer time). */
export function queryLog(
  db: Db,
  filter: LogFilter,
  page: { offset: number; limit: number },
): { total: number; lines: LogLine[]; days: Map<string, number> } {
  const lines: LogLine[] = []
  const days = new Map<string, number>()
  let total = 0
  const rows = filter.person
    ? each<{ line: string }>(
        db,
        'SELECT line FROM log WHERE instr(line, ?) > 0 ORDER BY seq DESC',
        filter.person,
      )
    : each<{ line: string }>(db, 'SELECT line FROM log ORDER BY seq DESC')
  for (const { line } of rows) {
    const parsed = parseLine(line)
    if (!parsed || !passes(parsed, filter)) continue
    total += 1
    const day = dayInJapan(parsed.at)
    days.set(day, (days.get(day) ?? 0) + 1)
    if (total > page.offset && lines.length < page.limit) lines.push(parsed)
  }
  return { total, lines, days }
}

function passes(line: LogLine, filter: LogFilter): boolean {
  if (filter.person && !line.people.includes(filter.person)) return false
  if (filter.actor && line.actor !== filter.actor) return false
  if (filter.action && line.action !== filter.action) return false
  if (!filter.from && !filter.to) return true
  const day = dayInJapan(line.at)
  return (!filter.from || day >= filter.from) && (!filter.to || day <= filter.to)
}

const JAPAN_OFFSET_MS = 9 * 3_600_000

/** Calendar day in Japan of an instant. */
export const dayInJapan = (at: string): IsoDate =>
  new Date(Date.parse(at) + JAPAN_OFFSET_MS).toISOString().slice(0, 10) as IsoDate

/** How many lines a log has. */
export const logLength = (db: Db): number => one<{ n: number }>(db, 'SELECT count(*) AS n FROM log')?.n ?? 0

export interface ExportedLog {
  readonly format: 'mamorigura-log'
  readonly version: 1
  readonly office: string
  readonly log: CompanyId | string
  readonly lines: readonly string[]
  readonly signatures: readonly { seq: number; head: string; actor: string; signature: string }[]
  readonly certificates: readonly Record<string, unknown>[]
  readonly rootPk: string
}

/** The parts of an export that come from the database; the office adds certificates and root. */
export const exportLines = (db: Db): Pick<ExportedLog, 'lines' | 'signatures'> => ({
  lines: [...logLines(db)].map((row) => row.line),
  signatures: [...logSignatures(db)].map((row) => ({
    seq: row.seq,
    head: toBase64(row.head),
    actor: row.actor,
    signature: toBase64(row.signature),
  })),
})
