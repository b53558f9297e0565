import type { IsoDate, IsoInstant, PersonId } from '../../shared/ids.ts'
import type { NumberState, PersonRow } from '../../shared/model.ts'
import { all, type Db, each, one, run } from '../store/db.ts'
import { idBlob, idOf } from '../store/ids.ts'

/** The table `person`. Never a number: `number_state` says only whether one is held and usable. */

interface Row {
  id: Uint8Array
  code: string
  kind: 'employee' | 'family' | 'payee'
  name: string
  kana: string | null
  birth: string | null
  joined: string | null
  left_on: string | null
  number_state: NumberState
  version: number
  due: string | null
}

/** A person as the engine uses it: what is shown, the kind, and the newest number's version (0 = never had one). */
export interface Person extends PersonRow {
  readonly kind: Row['kind']
  readonly version: number
}

const COLUMNS = 'id, code, kind, name, kana, birth, joined, left_on, number_state, version, due'

const personOf = (row: Row): Person => ({
  id: idOf<PersonId>(row.id),
  code: row.code,
  kind: row.kind,
  name: row.name,
  kana: row.kana,
  birth: row.birth as IsoDate | null,
  joined: row.joined as IsoDate | null,
  left: row.left_on as IsoDate | null,
  number: row.number_state,
  version: row.version,
  due: row.due as IsoDate | null,
})

/** What a window may see of a person. */
export const personRow = ({ kind: _kind, version: _version, ...row }: Person): PersonRow => row

export const personById = (db: Db, id: PersonId): Person | null => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM person WHERE id = ?`, idBlob(id))
  return row ? personOf(row) : null
}

/** Exact code, leading zeros included. */
export const personByCode = (db: Db, code: string): Person | null => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM person WHERE code = ?`, code)
  return row ? personOf(row) : null
}

/** What searches and filters look at. */
export type Searchable = Pick<Person, 'id' | 'code' | 'name' | 'kana' | 'birth' | 'number' | 'left' | 'due'>

/** Everybody, in the order of the table: by code every person would be a page of their own to decrypt. */
export const eachSearchable = (db: Db): IterableIterator<Searchable> =>
  each(
    db,
    `SELECT lower(hex(id)) AS id, code, name, kana, birth, number_state AS number, left_on AS "left", due FROM person`,
  )

/** The `+` keeps SQLite from finding those with a number first, nearly everybody: the few who are due have an index. */
const HELD = `+number_state IN ('held', 'verified')`

const FILTERS = {
  all: '1',
  missing: `number_state = 'none' AND left_on IS NULL`,
  unverified: `number_state = 'held'`,
  due: `${HELD} AND due IS NOT NULL AND due <= :today`,
  left: 'left_on IS NOT NULL',
} as const
export type PeopleFilter = keyof typeof FILTERS

const where = (filter: PeopleFilter, today: IsoDate): string =>
  FILTERS[filter].replace(':today', `'${today}'`)

/** One page of a filter, by code. `today` is an IsoDate, which holds digits and hyphens only. */
export const peoplePage = (
  db: Db,
  filter: PeopleFilter,
  today: IsoDate,
  offset: number,
  limit: number,
): Person[] =>
  all<Row>(
    db,
    `SELECT ${COLUMNS} FROM person WHERE ${where(filter, today)} ORDER BY code LIMIT ? OFFSET ?`,
    limit,
    offset,
  ).map(personOf)

export const peopleCount = (db: Db, filter: PeopleFilter, today: IsoDate): number =>
  one<{ n: number }>(db, `SELECT count(*) AS n FROM person WHERE ${where(filter, today)}`)?.n ?? 0

/** Whether a person passes a filter, for rows that a search already found. */
export function passesFilter(
  person: Pick<Person, 'number' | 'left' | 'due'>,
  filter: PeopleFilter,
  today: IsoDate,
): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'missing':
      return person.number === 'none' && person.left === null
    case 'unverified':
      return person.number === 'held'
    case 'due':
      return (
        (person.number === 'held' || person.number === 'verified') &&
        person.due !== null &&
        person.due <= today
      )
    case 'left':
      return person.left !== null
  }
}

/** People with a number whose due date has come, earliest first. */
export const peopleDue = (db: Db, on: IsoDate): Person[] =>
  all<Row>(
    db,
    `SELECT ${COLUMNS} FROM person WHERE due IS NOT NULL AND due <= ? AND ${HELD} ORDER BY due, code`,
    on,
  ).map(personOf)

/** How many held numbers fall due in each month (`YYYY-MM`). */
export const dueMonths = (db: Db): { month: string; count: number }[] =>
  all(
    db,
    `SELECT substr(due, 1, 7) AS month, count(*) AS count FROM person
     WHERE due IS NOT NULL AND ${HELD} GROUP BY 1 ORDER BY 1`,
  )

export const countByState = (db: Db): Map<NumberState, number> =>
  new Map(
    all<{ number_state: NumberState; n: number }>(
      db,
      'SELECT number_state, count(*) AS n FROM person GROUP BY number_state',
    ).map((row) => [row.number_state, row.n]),
  )

export interface PersonFields {
  readonly code: string
  readonly name: string
  readonly kana: string | null
  readonly birth: string | null
  readonly joined: string | null
  readonly left: string | null
}

export const insertPerson = (db: Db, id: PersonId, fields: PersonFields, at: IsoInstant): void => {
  run(
    db,
    `INSERT INTO person (id, code, kind, name, kana, birth, joined, left_on, number_state, version, created_at)
     VALUES (?, ?, 'employee', ?, ?, ?, ?, ?, 'none', 0, ?)`,
    idBlob(id),
    fields.code,
    fields.name,
    fields.kana,
    fields.birth,
    fields.joined,
    fields.left,
    at,
  )
}

export const updatePerson = (db: Db, id: PersonId, fields: Omit<PersonFields, 'code'>): void => {
  run(
    db,
    'UPDATE person SET name = ?, kana = ?, birth = ?, joined = ?, left_on = ? WHERE id = ?',
    fields.name,
    fields.kana,
    fields.birth,
    fields.joined,
    fields.left,
    idBlob(id),
  )
}

export const setNumberState = (db: Db, id: PersonId, state: NumberState, version: number): void => {
  run(db, 'UPDATE person SET number_state = ?, version = ? WHERE id = ?', state, version, idBlob(id))
}

export const setDue = (db: Db, id: PersonId, due: IsoDate | null): void => {
  run(db, 'UPDATE person SET due = ? WHERE id = ?', due, idBlob(id))
}
