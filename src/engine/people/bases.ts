import type { IsoDate, PersonId } from '../../shared/ids.ts'
import type { VaultRole } from '../../shared/model.ts'
import { type Basis, dueOf } from '../retention/due.ts'
import { all, type Db, run } from '../store/db.ts'
import { idBlob } from '../store/ids.ts'
import { setDue } from './table.ts'

/** The table `basis`: a person's reasons for keeping (保管の理由). */

/** The rule that employment itself rests on: every employee appears on the wage statement (T12). */
export const EMPLOYMENT_RULE = 'T12'

interface Row {
  rule: string
  kind: 'relation' | 'form'
  started_on: string | null
  ended_on: string | null
  last_filing_on: string | null
  deadline: string | null
}

const basisOf = (row: Row): Basis =>
  row.kind === 'relation'
    ? {
        kind: 'relation',
        rule: row.rule,
        startedOn: row.started_on as IsoDate | null,
        endedOn: row.ended_on as IsoDate | null,
        lastFilingOn: row.last_filing_on as IsoDate | null,
      }
    : { kind: 'form', rule: row.rule, deadline: row.deadline as IsoDate }

export const basesOf = (db: Db, person: PersonId): Basis[] =>
  all<Row>(
    db,
    'SELECT rule, kind, started_on, ended_on, last_filing_on, deadline FROM basis WHERE person = ? ORDER BY id',
    idBlob(person),
  ).map(basisOf)

/** Opens the employment relation of a person who was added. */
export const insertEmployment = (db: Db, person: PersonId, startedOn: string | null): void => {
  run(
    db,
    `INSERT INTO basis (person, rule, kind, started_on) VALUES (?, '${EMPLOYMENT_RULE}', 'relation', ?)`,
    idBlob(person),
    startedOn,
  )
}

/** Sets the start, end and last filing of the employment; null end = open. */
export const updateEmployment = (
  db: Db,
  person: PersonId,
  dates: { startedOn: string | null; endedOn: string | null; lastFilingOn: string | null },
): void => {
  run(
    db,
    `UPDATE basis SET started_on = ?, ended_on = ?, last_filing_on = ? WHERE person = ? AND rule = '${EMPLOYMENT_RULE}' AND kind = 'relation'`,
    dates.startedOn,
    dates.endedOn,
    dates.lastFilingOn,
    idBlob(person),
  )
}

/** Corrects the start of the employment; its end stays. */
export const setEmploymentStart = (db: Db, person: PersonId, startedOn: string | null): void => {
  run(
    db,
    `UPDATE basis SET started_on = ? WHERE person = ? AND rule = '${EMPLOYMENT_RULE}' AND kind = 'relation'`,
    startedOn,
    idBlob(person),
  )
}

/** Computes the due date from all bases and keeps it beside the person. */
export function refreshDue(db: Db, person: PersonId, role: VaultRole): IsoDate | null {
  const { due } = dueOf({ role, bases: basesOf(db, person) })
  setDue(db, person, due)
  return due
}
