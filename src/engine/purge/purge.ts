import { VaultError } from '../../shared/errors.ts'
import type { IsoDate, IsoInstant, PersonId, ProposalId, UserId } from '../../shared/ids.ts'
import type { Proposal } from '../../shared/model.ts'
import { today } from '../env.ts'
import { verifyOperator } from '../grant.ts'
import { instant } from '../log/log.ts'
import { versionsText } from '../number/ledger.ts'
import { destroyNumber } from '../number/table.ts'
import { officeFiles } from '../office/files.ts'
import { type OpenCompany, type Session, userIdOf, userName } from '../office/session.ts'
import { type Person, personById, setDue, setNumberState } from '../people/table.ts'
import { all, type Db, one, run } from '../store/db.ts'
import { idBlob, idOf, newId } from '../store/ids.ts'
import { finishPurges, markErase } from './finish.ts'

/** Purge (廃棄) in two steps: one person proposes, another confirms. The tables `proposal` and `proposal_item`. */

interface Row {
  id: Uint8Array
  proposed_at: string
  proposed_by: Uint8Array
  reason: string
  confirmed_at: string | null
  confirmed_by: Uint8Array | null
  sole_reason: string | null
  done_at: string | null
}

interface ItemRow {
  id: Uint8Array
  code: string
  name: string
  version: number
  due: string | null
}

const itemsOf = (db: Db, id: ProposalId): ItemRow[] =>
  all(
    db,
    `SELECT person.id, person.code, person.name, proposal_item.version, proposal_item.due FROM proposal_item
     JOIN person ON person.id = proposal_item.person WHERE proposal = ? ORDER BY person.code`,
    idBlob(id),
  )

function proposalOf(session: Session, db: Db, row: Row): Proposal {
  const id = idOf<ProposalId>(row.id)
  return {
    id,
    state: row.done_at ? 'done' : row.confirmed_at ? 'confirmed' : 'proposed',
    proposedAt: row.proposed_at as IsoInstant,
    proposedBy: userName(session.roster, idOf<UserId>(row.proposed_by)),
    reason: row.reason,
    confirmedAt: row.confirmed_at as IsoInstant | null,
    confirmedBy: row.confirmed_by ? userName(session.roster, idOf<UserId>(row.confirmed_by)) : null,
    doneAt: row.done_at as IsoInstant | null,
    soleReason: row.sole_reason,
    people: itemsOf(db, id).map((item) => ({
      id: idOf<PersonId>(item.id),
      code: item.code,
      name: item.name,
      due: item.due as IsoDate | null,
    })),
  }
}

/** All proposals, newest first. */
export const listProposals = (session: Session, db: Db): Proposal[] =>
  all<Row>(db, 'SELECT * FROM proposal ORDER BY proposed_at DESC, id').map((row) =>
    proposalOf(session, db, row),
  )

/** One proposal; throws UNKNOWN_PROPOSAL. */
export function proposalById(session: Session, db: Db, id: ProposalId): Proposal {
  const row = one<Row>(db, 'SELECT * FROM proposal WHERE id = ?', idBlob(id))
  if (!row) throw new VaultError('UNKNOWN_PROPOSAL')
  return proposalOf(session, db, row)
}

const isHeld = (person: Person): boolean => person.number === 'held' || person.number === 'verified'

/**
 * Proposes a purge of these people. Everybody must hold a number whose due date has come on `on`. Nothing is destroyed.
 * Throws LIST_EMPTY, NUMBER_NOT_HELD, or STILL_NEEDED (open relation) / NOT_DUE (with the date) naming the first person.
 */
export function proposePurge(
  session: Session,
  opened: OpenCompany,
  people: readonly Person[],
  on: IsoDate,
  reason: string,
): Proposal {
  if (people.length === 0) throw new VaultError('LIST_EMPTY')
  for (const person of people) {
    if (!isHeld(person)) throw new VaultError('NUMBER_NOT_HELD', { person: person.code })
    if (person.due === null) throw new VaultError('STILL_NEEDED', { person: person.code })
    if (person.due > on) throw new VaultError('NOT_DUE', { person: person.code, due: person.due })
  }
  const id = newId<ProposalId>(session.env.random)
  opened.log.act((add) => {
    run(
      opened.db,
      'INSERT INTO proposal (id, proposed_at, proposed_by, reason) VALUES (?, ?, ?, ?)',
      idBlob(id),
      instant(session.env.clock()),
      idBlob(userIdOf(session)),
      reason,
    )
    for (const person of people) {
      run(
        opened.db,
        'INSERT INTO proposal_item (proposal, person, version, due) VALUES (?, ?, ?, ?)',
        idBlob(id),
        idBlob(person.id),
        person.version,
        person.due,
      )
    }
    add({
      action: 'purge.propose',
      people: people.map((p) => p.id),
      detail: { proposal: id, reason, numbers: people.length },
    })
  })
  return proposalById(session, opened.db, id)
}

/**
 * Confirms a proposal after the confirmer's operator verification and destroys its numbers, in one transaction with the
 * ledger and the line; then the file is rewritten. Proposer and confirmer are two people, or the one person of a one-person
 * office gives a reason that stays on record. Throws SECOND_PERSON_NEEDED, UNKNOWN_PROPOSAL, PROPOSAL_STALE or WRONG_SECRET.
 */
export async function confirmPurge(
  session: Session,
  opened: OpenCompany,
  id: ProposalId,
  soleReason: string | null,
): Promise<Proposal> {
  const { db } = opened
  const row = one<Row>(db, 'SELECT * FROM proposal WHERE id = ?', idBlob(id))
  if (!row) throw new VaultError('UNKNOWN_PROPOSAL')
  if (row.confirmed_at) throw new VaultError('PROPOSAL_STALE')
  const sole = idOf<UserId>(row.proposed_by) === userIdOf(session)
  if (sole && soleReason === null) throw new VaultError('SECOND_PERSON_NEEDED')
  const on = (): IsoDate => today(session.env)
  const people = itemsOf(db, id).map((item) => requireStill(db, item, on()))
  await verifyOperator(session, opened, people)
  opened.log.act((add) => {
    const at = instant(session.env.clock())
    for (const item of itemsOf(db, id)) destroyOne(db, requireStill(db, item, on()), at)
    run(
      db,
      'UPDATE proposal SET confirmed_at = ?, confirmed_by = ?, sole_reason = ? WHERE id = ? AND confirmed_at IS NULL',
      at,
      idBlob(userIdOf(session)),
      sole ? soleReason : null,
      idBlob(id),
    )
    markErase(opened, id)
    add({
      action: 'purge.confirm',
      people: people.map((person) => person.id),
      detail: {
        proposal: id,
        numbers: people.length,
        versions: versionsText(people),
        ...(sole && soleReason ? { soleReason } : {}),
      },
    })
  })
  finishPurges(opened, officeFiles(session.dir).company(opened.company.id))
  return proposalById(session, db, id)
}

/**
 * The person of an item, if the number proposed is still the one held and still due: a date corrected since the proposal may
 * have put it off. Throws PROPOSAL_STALE otherwise.
 */
function requireStill(db: Db, item: ItemRow, on: IsoDate): Person {
  const person = personById(db, idOf<PersonId>(item.id))
  const same = person?.version === item.version && isHeld(person)
  if (!person || !same || person.due === null || person.due > on) {
    throw new VaultError('PROPOSAL_STALE', { person: item.code })
  }
  return person
}

function destroyOne(db: Db, person: Person, at: IsoInstant): void {
  destroyNumber(db, person.id, person.version, 'purged', at)
  setNumberState(db, person.id, 'purged', person.version)
  setDue(db, person.id, null)
}
