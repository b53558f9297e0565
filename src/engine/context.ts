import type { CheckedParams, EngineEvent, MethodName, Result } from '../shared/api.ts'
import { VaultError } from '../shared/errors.ts'
import type { CompanyId, IsoInstant, PersonId } from '../shared/ids.ts'
import type { Env } from './env.ts'
import type { PendingImport } from './import/import.ts'
import { openCompany } from './office/companies.ts'
import type { OpenCompany, Selected, Session } from './office/session.ts'
import { type Person, personById, type Searchable } from './people/table.ts'
import type { SearchIndex } from './people/search-index.ts'

/** What the engine holds between calls. One office, one user, at most one open company and one pending import. */
export interface Context {
  readonly env: Env
  readonly emit: (event: EngineEvent) => void
  readonly onLock: () => void
  selected: Selected | null
  session: Session | null
  pending: PendingImport | null
  search: { company: CompanyId; index: SearchIndex } | null
  /** What the last verification of each log found, by log id; forgotten at lock. */
  readonly verdicts: Map<string, { ok: boolean; at: IsoInstant }>
  /** Acts that hold the open company over a wait (a shown list, a sealing); another company may not be opened meanwhile. */
  holds: number
}

/** A domain's part of the method table. */
export type Methods<M extends MethodName> = {
  readonly [K in M]: (params: CheckedParams<K>) => Result<K> | Promise<Result<K>>
}

/** The unlocked session. Throws OFFICE_LOCKED. */
export function sessionOf(context: Context): Session {
  if (!context.session) throw new VaultError('OFFICE_LOCKED')
  return context.session
}

/** The company that a call names, opened if need be. Throws OFFICE_LOCKED or UNKNOWN_COMPANY. */
export function companyOf(context: Context, id: CompanyId): OpenCompany {
  const session = sessionOf(context)
  if (session.open && session.open.company.id !== id) {
    if (context.holds > 0) throw new VaultError('OFFICE_LOCKED', { part: 'busy' })
    dropPending(context)
    context.search = null
  }
  return openCompany(session, id)
}

/** A person of a company. Throws UNKNOWN_PERSON. */
export function requirePerson(opened: OpenCompany, id: PersonId): Person {
  const person = personById(opened.db, id)
  if (!person) throw new VaultError('UNKNOWN_PERSON')
  return person
}

/** Runs an act that waits (for an operator or a worker) with its company held open. */
export async function holding<T>(context: Context, act: () => Promise<T>): Promise<T> {
  context.holds += 1
  try {
    return await act()
  } finally {
    context.holds -= 1
  }
}

/** Kills the worker that holds a file's numbers, if there is one. */
export function dropPending(context: Context): void {
  context.pending?.worker.kill()
  context.pending = null
}

/** Tells listeners that a company's data changed, but nobody's row in the list: see `changedPerson` and `changedPeople`. */
export function changed(context: Context, company: CompanyId | null): void {
  context.emit({ event: 'changed', company })
}

/** Tells that one person was added or changed; searches go by it from now on. */
export function changedPerson(context: Context, company: CompanyId, person: Searchable): void {
  if (context.search?.company === company) context.search.index.put(person)
  changed(context, company)
}

/** Tells that any number of people may have changed; the next search reads them again. */
export function changedPeople(context: Context, company: CompanyId): void {
  context.search = null
  changed(context, company)
}
