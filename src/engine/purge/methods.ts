import {
  changed,
  changedPeople,
  companyOf,
  type Context,
  holding,
  type Methods,
  requirePerson,
  sessionOf,
} from '../context.ts'
import { today } from '../env.ts'
import type { OpenCompany } from '../office/session.ts'
import { basesOf } from '../people/bases.ts'
import { dueMonths, peopleDue, type Person, personRow } from '../people/table.ts'
import { dueOf } from '../retention/due.ts'
import { confirmPurge, listProposals, proposePurge } from './purge.ts'

/** Why a person's number is due, from the bases as they stand. */
const becauseOf = (opened: OpenCompany, person: Person) =>
  dueOf({ role: opened.company.role, bases: basesOf(opened.db, person.id) }).because

type Names = 'purge.due' | 'purge.propose' | 'purge.list' | 'purge.confirm'

/** The purge's part of the method table. */
export const purgeMethods = (context: Context): Methods<Names> => ({
  'purge.due': ({ company, on }) => {
    const opened = companyOf(context, company)
    const date = on ?? today(context.env)
    return {
      on: date,
      due: peopleDue(opened.db, date).flatMap((person) =>
        person.due === null
          ? []
          : [{ person: personRow(person), due: person.due, because: becauseOf(opened, person) }],
      ),
      months: dueMonths(opened.db),
    }
  },
  'purge.propose': ({ company, people: ids, reason }) => {
    const opened = companyOf(context, company)
    const on = today(context.env)
    const people =
      ids === null ? peopleDue(opened.db, on) : [...new Set(ids)].map((id) => requirePerson(opened, id))
    const proposal = proposePurge(sessionOf(context), opened, people, on, reason)
    changed(context, company)
    return proposal
  },
  'purge.list': ({ company }) => {
    const opened = companyOf(context, company)
    return { proposals: listProposals(sessionOf(context), opened.db) }
  },
  'purge.confirm': ({ company, proposal, soleReason }) => {
    const opened = companyOf(context, company)
    // Also after a failure: the numbers are gone once the transaction is, whatever becomes of the file after it.
    return holding(context, () => confirmPurge(sessionOf(context), opened, proposal, soleReason)).finally(
      () => changedPeople(context, company),
    )
  },
})
