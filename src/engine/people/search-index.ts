import { foldQuery, nameKeys } from '../../exchange/names.ts'
import { parseDate } from '../../shared/dates.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Person } from './table.ts'

/**
 * Search over the open company's people: normalised keys in memory, one long text for all rows, because two-character names
 * defeat any trigram index. A search is one pass of `indexOf`, which the engine runs at memory speed; adding a person
 * appends, so it costs the same at every size.
 */
export interface SearchIndex {
  /** Ids of people whose code, name, reading or birth date holds the query, codes that start with it first. */
  find(query: string): PersonId[]
  add(person: Person): void
}

/** Separates rows; no key can hold it because keys drop control characters. */
const ROW = '\n'
const FIELD = '\t'

const rowText = (person: Person): string => {
  const bareCode = person.code.replace(/^0+/, '')
  const { k1, k2, kk } = nameKeys(person.name, person.kana)
  const fields = [person.code.toLowerCase(), bareCode, k1, kk ?? '', person.birth?.replaceAll('-', '') ?? '']
  return (k2 === k1 ? fields : [...fields, k2]).join(FIELD)
}

/** Builds the index from all people of a company. */
export function buildSearchIndex(people: Iterable<Person>): SearchIndex {
  const ids: PersonId[] = []
  const starts: number[] = []
  let text = ''
  const parts: string[] = []
  let length = 0

  const add = (person: Person): void => {
    const row = FIELD + rowText(person) + ROW
    ids.push(person.id)
    starts.push(length)
    parts.push(row)
    length += row.length
  }
  for (const person of people) add(person)

  /** Row that holds a position of the text, by binary search. */
  const rowAt = (position: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  const rowsWith = (needle: string): Set<number> => {
    const rows = new Set<number>()
    let at = text.indexOf(needle)
    while (at >= 0) {
      const row = rowAt(at)
      rows.add(row)
      // One hit a row is enough: go on behind it.
      at = text.indexOf(needle, starts[row + 1] ?? text.length)
    }
    return rows
  }

  return {
    add,
    find: (query) => {
      if (parts.length > 0) {
        text += parts.join('')
        parts.length = 0
      }
      const needles = needlesOf(query)
      const rows = new Set<number>()
      for (const needle of needles) for (const row of rowsWith(FIELD + needle)) rows.add(row)
      for (const needle of needles) for (const row of rowsWith(needle)) rows.add(row)
      return [...rows].flatMap((row) => ids[row] ?? [])
    },
  }
}

/** What a query is compared with: as a code, as a name and its variants, as a reading, as a birth date in any form. */
function needlesOf(query: string): string[] {
  const { code, k1, k2, kk } = foldQuery(query)
  const date = parseDate(query)?.replaceAll('-', '') ?? ''
  return [...new Set([code, k1, k2, kk ?? '', date])].filter((needle) => needle !== '')
}
