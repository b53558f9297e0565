import { foldQuery, nameKeys } from '../../exchange/names.ts'
import { parseDate } from '../../shared/dates.ts'
import { ID_BYTES, type PersonId } from '../../shared/ids.ts'
import { idOf } from '../store/ids.ts'
import type { Person, Searchable } from './table.ts'

/** What the list's filters ask of a person. */
export type Facts = Pick<Person, 'number' | 'left' | 'due'>

/**
 * Search over the open company's people: normalised keys in memory, one long text for all rows, because two-character names
 * defeat any trigram index. A search is one pass of `indexOf` for each form of the query, which the engine runs at memory
 * speed; adding a person appends, so it costs the same at every size.
 *
 * Text and ids are bytes, one string of one character a byte each, and equal facts are one object: 100,000 people of objects
 * and strings would take 100 MB more. (A Buffer finds as fast, but each call costs 0.1 µs, and a query of one digit needs
 * 300,000 of them.)
 */
export interface SearchIndex {
  /**
   * People whose code, name, reading or birth date holds the query and who pass: those where one begins with it first, then
   * by code. `total` counts all, `ids` are of the page.
   */
  find(
    query: string,
    pass: (facts: Facts) => boolean,
    page: { offset: number; limit: number },
  ): { total: number; ids: PersonId[] }
  /** Adds a person (behind the others until the index is built again), or takes over what the filters ask of one. */
  put(person: Searchable): void
}

/** Separate rows and fields; no key can hold them because keys drop control characters. */
const ROW = '\n'
const FIELD = '\t'

/** How a row answers a query. */
const HOLDS = 1
const BEGINS = 2

const rowText = (person: Searchable): string => {
  const bareCode = person.code.replace(/^0+/, '')
  const { k1, k2, kk } = nameKeys(person.name, person.kana)
  const fields = [person.code.toLowerCase(), bareCode, k1, kk ?? '', person.birth?.replaceAll('-', '') ?? '']
  return FIELD + (k2 === k1 ? fields : [...fields, k2]).join(FIELD) + ROW
}

/** Bytes as a string of one character each. */
const binary = (value: string, encoding: 'utf8' | 'hex'): string =>
  Buffer.from(value, encoding).toString('latin1')

/** Gathers such a string in a buffer: strings that wait to be joined would grow V8's heap, which does not shrink again. */
function gather(encoding: 'utf8' | 'hex') {
  let bytes = Buffer.alloc(64 * 1024)
  let length = 0
  return {
    /** Appends, and answers where it begins. */
    add: (value: string): number => {
      const start = length
      length += Buffer.byteLength(value, encoding)
      if (length > bytes.length) bytes = Buffer.concat([bytes.subarray(0, start)], 2 * length)
      bytes.write(value, start, encoding)
      return start
    },
    all: (): string => bytes.toString('latin1', 0, length),
  }
}

/** Builds the index from all people of a company, in any order. */
export function buildSearchIndex(people: Iterable<Searchable>): SearchIndex {
  /** Where each row begins in the text, and what the filters ask of it. */
  const starts: number[] = []
  const facts: Facts[] = []
  const known = new Map<string, Facts>()

  const factsOf = ({ number, left, due }: Facts): Facts => {
    const key = `${number} ${left} ${due}`
    const same = known.get(key) ?? { number, left, due }
    known.set(key, same)
    return same
  }
  const [texts, idBytes, codes] = [gather('utf8'), gather('hex'), [] as string[]]
  for (const person of people) {
    starts.push(texts.add(rowText(person)))
    facts.push(factsOf(person))
    idBytes.add(person.id)
    codes.push(person.code)
  }
  let [text, ids] = [texts.all(), idBytes.all()]
  const order = codes.map((_, row) => row).toSorted((a, b) => ((codes[a] ?? '') < (codes[b] ?? '') ? -1 : 1))
  codes.length = 0

  const mark = (answers: Uint8Array, needle: string): void => {
    const endOf = (row: number): number => starts[row + 1] ?? text.length
    let row = 0
    let at = text.indexOf(needle)
    while (at >= 0) {
      while (endOf(row) <= at) row += 1
      const begins = text[at - 1] === FIELD
      if (begins || answers[row] === 0) answers[row] = begins ? BEGINS : HOLDS
      // Behind the beginning of a field nothing better can follow in this row.
      at = text.indexOf(needle, begins ? endOf(row) : at + 1)
    }
  }

  const rowOf = (id: PersonId): number => {
    const wanted = binary(id, 'hex')
    let at = ids.indexOf(wanted)
    while (at >= 0 && at % ID_BYTES !== 0) at = ids.indexOf(wanted, at + 1)
    return at < 0 ? -1 : at / ID_BYTES
  }
  const idAt = (row: number): PersonId =>
    idOf(Buffer.from(ids.slice(row * ID_BYTES, (row + 1) * ID_BYTES), 'latin1'))

  return {
    find: (query, pass, { offset, limit }) => {
      const answers = new Uint8Array(starts.length)
      for (const needle of needlesOf(query)) mark(answers, binary(needle, 'utf8'))
      const found: PersonId[] = []
      let total = 0
      for (const wanted of [BEGINS, HOLDS]) {
        for (const row of order) {
          const of = answers[row] === wanted ? facts[row] : undefined
          if (!of || !pass(of)) continue
          if (total >= offset && found.length < limit) found.push(idAt(row))
          total += 1
        }
      }
      return { total, ids: found }
    },
    put: (person) => {
      const row = rowOf(person.id)
      if (row >= 0) facts[row] = factsOf(person)
      else {
        order.push(starts.length)
        starts.push(text.length)
        facts.push(factsOf(person))
        ids += binary(person.id, 'hex')
        text += binary(rowText(person), 'utf8')
      }
    },
  }
}

/** What a query is compared with: as a code, as a name and its variants, as a reading, as a birth date in any form. */
function needlesOf(query: string): string[] {
  const { code, k1, k2, kk } = foldQuery(query)
  const date = parseDate(query)?.replaceAll('-', '') ?? ''
  return [...new Set([code, k1, k2, kk ?? '', date])].filter((needle) => needle !== '')
}
