import type { PersonId } from '../../shared/ids.ts'
import { type LogLine, parseLine } from '../log/line.ts'
import { all, type Db } from '../store/db.ts'

/**
 * Which numbers the log says are gone. The rows that say `held` are only as good as whoever last wrote the file: somebody with
 * the page key can put back an old row of `sealed` with all that belongs to it. The lines of purges and changes are signed.
 */

/** The newest version of each person's number that a purge or a change has ended, by the log's lines. */
export function endedVersions(db: Db): ReadonlyMap<PersonId, number> {
  const rows = all<{ line: string }>(
    db,
    `SELECT line FROM log WHERE instr(line, '"purge.confirm"') > 0 OR instr(line, '"number.set"') > 0`,
  )
  const ended = new Map<PersonId, number>()
  const end = (person: PersonId, version: number): void => {
    ended.set(person, Math.max(version, ended.get(person) ?? 0))
  }
  for (const { line } of rows) {
    const parsed = parseLine(line)
    if (parsed?.action === 'purge.confirm') {
      const versions = versionsOf(parsed)
      parsed.people.forEach((person, index) => end(person, versions[index] ?? 0))
    }
    if (parsed?.action === 'number.set') {
      for (const person of parsed.people) end(person, Number(parsed.detail['version'] ?? 0) - 1)
    }
  }
  return ended
}

/** The versions that a purge's line names, beside its people. */
export const versionsText = (people: readonly { version: number }[]): string =>
  people.map(({ version }) => version).join(' ')

const versionsOf = (line: LogLine): number[] =>
  String(line.detail['versions'] ?? '')
    .split(' ')
    .map(Number)
