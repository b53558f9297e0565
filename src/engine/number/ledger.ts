import type { PersonId } from '../../shared/ids.ts'
import { type LogLine, parseLine } from '../log/line.ts'
import { type Db, each, one } from '../store/db.ts'

/**
 * Which numbers the log says are gone. The rows that say `held` are only as good as whoever last wrote the file: somebody with
 * the page key can put back an old row of `sealed` with all that belongs to it. The lines of purges and changes are signed.
 */

/** What was read of a log, up to a line. Nobody else writes while the database is open, so what was read stays true. */
interface Ledger {
  seq: number
  readonly ended: Map<PersonId, number>
}
const ledgers = new WeakMap<Db, Ledger>()

/**
 * The newest version of each person's number that a purge or a change has ended, by the log's lines. Reads only the lines
 * since the last call on the same open database: 100,000 take 0.3 s, which nobody shall wait for with a number in the air.
 */
export function endedVersions(db: Db): ReadonlyMap<PersonId, number> {
  const ledger: Ledger = ledgers.get(db) ?? { seq: 0, ended: new Map() }
  const last = one<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM log')?.seq ?? 0
  const rows = each<{ line: string }>(
    db,
    `SELECT line FROM log WHERE seq > ? AND seq <= ?
     AND (instr(line, '"purge.confirm"') > 0 OR instr(line, '"number.set"') > 0)`,
    ledger.seq,
    last,
  )
  for (const { line } of rows) take(ledger.ended, parseLine(line))
  ledger.seq = last
  ledgers.set(db, ledger)
  return ledger.ended
}

function take(ended: Map<PersonId, number>, line: LogLine | null): void {
  const end = (person: PersonId, version: number): void => {
    ended.set(person, Math.max(version, ended.get(person) ?? 0))
  }
  if (line?.action === 'purge.confirm') {
    const versions = versionsOf(line)
    line.people.forEach((person, index) => end(person, versions[index] ?? 0))
  }
  if (line?.action === 'number.set') {
    for (const person of line.people) end(person, Number(line.detail['version'] ?? 0) - 1)
  }
}

/** The versions that a purge's line names, beside its people. */
export const versionsText = (people: readonly { version: number }[]): string =>
  people.map(({ version }) => version).join(' ')

const versionsOf = (line: LogLine): number[] =>
  String(line.detail['versions'] ?? '')
    .split(' ')
    .map(Number)
