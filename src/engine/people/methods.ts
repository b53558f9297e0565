import { VaultError } from '../../shared/errors.ts'
import type { IsoDate, PersonId } from '../../shared/ids.ts'
import type { BasisView, LogRow, PersonDetail } from '../../shared/model.ts'
import { containsTwelveDigits } from '../../shared/my-number.ts'
import { changedPerson, companyOf, type Context, type Methods, requirePerson, sessionOf } from '../context.ts'
import { today } from '../env.ts'
import { instant } from '../log/log.ts'
import { logRow } from '../log/methods.ts'
import { queryLog } from '../log/queries.ts'
import { numberFacts } from '../number/table.ts'
import { refusalFor } from '../number/usable.ts'
import { noticeInForce, verificationsOf } from '../number/verifications.ts'
import { type OpenCompany, rolesOf, type Session, userName } from '../office/session.ts'
import { type Basis, defaultLastFiling, dueOf } from '../retention/due.ts'
import { periodOfDocument, RULES } from '../retention/rules.ts'
import { TASKS } from '../retention/tasks.ts'
import { mayCall } from '../roles.ts'
import type { Db } from '../store/db.ts'
import { newId } from '../store/ids.ts'
import { basesOf, insertEmployment, refreshDue, updateEmployment } from './bases.ts'
import { datesFit } from './dates.ts'
import { buildSearchIndex, type Facts, type SearchIndex } from './search-index.ts'
import {
  eachSearchable,
  insertPerson,
  passesFilter,
  peopleCount,
  peoplePage,
  type Person,
  personByCode,
  personById,
  personRow,
  updatePerson,
} from './table.ts'

const LOG_LINES_SHOWN = 50

/** The open company's search keys, built at the first search and kept up to date from then. */
function searchIndex(context: Context, opened: OpenCompany): SearchIndex {
  if (context.search?.company !== opened.company.id) {
    context.search = { company: opened.company.id, index: buildSearchIndex(eachSearchable(opened.db)) }
  }
  return context.search.index
}

function basisView(basis: Basis): BasisView {
  const rule = RULES.find((entry) => entry.id === basis.rule)
  return {
    rule: basis.rule,
    document: rule?.document ?? { ja: basis.rule, en: basis.rule },
    article: rule?.basis ?? '',
    startedOn: basis.kind === 'relation' ? basis.startedOn : null,
    endedOn: basis.kind === 'relation' ? basis.endedOn : null,
    lastFilingOn: basis.kind === 'relation' ? basis.lastFilingOn : basis.deadline,
    keepThrough:
      rule && basis.kind === 'form' ? (periodOfDocument(rule, basis.deadline)?.keepThrough ?? null) : null,
  }
}

/** Everything about one person on one page, without the number. */
export function personDetail(session: Session, opened: OpenCompany, person: Person): PersonDetail {
  const { db, company } = opened
  const facts = person.version > 0 ? numberFacts(db, person.id, person.version) : null
  const bases = basesOf(db, person.id)
  const notice = noticeInForce(db)
  return {
    person: personRow(person),
    bases: bases.map(basisView),
    due: dueOf({ role: company.role, bases }),
    verifications: verificationsOf(db, person.id, person.version, facts?.batch ?? null).map((v) => ({
      route: v.route,
      tasks: [...v.tasks],
      on: v.on,
      by: userName(session.roster, v.by),
      numberDoc: v.numberDoc,
      identityDocs: [...v.identityDocs],
      source: v.source,
    })),
    tasks: TASKS.filter((task) => notice.tasks.includes(task.id)).map((task) => {
      const refusal = refusalFor(db, person, { task: task.id, rule: null })
      return { task: task.id, name: { ja: task.ja, en: task.en }, usable: refusal === null, refusal }
    }),
    numberRecordedAt: facts?.recordedAt ?? null,
    numberSource: facts?.source ?? null,
    purgedAt: facts?.state === 'purged' ? facts.endedAt : null,
    // Who may not read the log does not read it here either.
    log: mayCall('log.list', rolesOf(session)) ? newestLines(session, db, person) : [],
  }
}

function newestLines(session: Session, db: Db, person: Person): LogRow[] {
  const filter = { person: person.id, actor: null, action: null, from: null, to: null }
  const { lines } = queryLog(db, filter, { offset: 0, limit: LOG_LINES_SHOWN })
  return lines.map((line) => logRow(session.roster, db, line))
}

/** As the reader of files takes it: a letter in it, at most 100 code units, nothing that hides or has no bytes. */
const isName = (text: string): boolean =>
  text.length <= 100 && /\p{L}/u.test(text) && !/[\p{Cc}\p{Cs}]/u.test(text)

/** Refuses what would hide a number in a plain field, and impossible orders of dates. */
function checkFields(fields: {
  code: string
  name: string
  kana: string | null
  birth: IsoDate | null
  joined: IsoDate | null
}): void {
  if (!/^[\p{L}\p{N}._-]{1,32}$/u.test(fields.code)) throw new VaultError('BAD_CODE')
  for (const text of [fields.name, fields.kana ?? fields.name]) {
    if (!isName(text)) throw new VaultError('BAD_NAME')
  }
  for (const [field, text] of Object.entries({
    code: fields.code,
    name: fields.name,
    kana: fields.kana ?? '',
  })) {
    if (containsTwelveDigits(text)) throw new VaultError('LOOKS_LIKE_NUMBER', { field })
  }
  if (!datesFit({ ...fields, left: null })) throw new VaultError('DATE_ORDER')
}

type Names = 'people.list' | 'people.show' | 'people.find' | 'people.add' | 'event.leave'

/** The people's part of the method table. */
export const peopleMethods = (context: Context): Methods<Names> => ({
  'people.list': ({ company, search: query, filter, offset, limit }) => {
    const opened = companyOf(context, company)
    const on = today(context.env)
    if (query.trim() === '') {
      return {
        total: peopleCount(opened.db, filter, on),
        people: peoplePage(opened.db, filter, on, offset, limit).map(personRow),
      }
    }
    // A number in the search box is refused here as well as in the window: it is neither searched nor logged.
    if (containsTwelveDigits(query)) throw new VaultError('LOOKS_LIKE_NUMBER', { field: 'search' })
    const pass = (facts: Facts): boolean => passesFilter(facts, filter, on)
    const { total, ids } = searchIndex(context, opened).find(query, pass, { offset, limit })
    return { total, people: ids.flatMap((id) => personById(opened.db, id) ?? []).map(personRow) }
  },
  'people.show': ({ company, person }) => {
    const opened = companyOf(context, company)
    return personDetail(sessionOf(context), opened, requirePerson(opened, person))
  },
  'people.find': ({ company, code }) => {
    const found = personByCode(companyOf(context, company).db, code)
    if (!found) throw new VaultError('UNKNOWN_PERSON', containsTwelveDigits(code) ? {} : { person: code })
    return personRow(found)
  },
  'people.add': ({ company, ...wanted }) => {
    const opened = companyOf(context, company)
    const fields = { ...wanted, code: wanted.code.trim(), name: wanted.name.trim() }
    checkFields(fields)
    if (personByCode(opened.db, fields.code)) throw new VaultError('CODE_TAKEN', { person: fields.code })
    const id = newId<PersonId>(context.env.random)
    opened.log.act((add) => {
      insertPerson(opened.db, id, { ...fields, left: null }, instant(context.env.clock()))
      insertEmployment(opened.db, id, fields.joined)
      add({ action: 'people.add', people: [id] })
    })
    const person = requirePerson(opened, id)
    changedPerson(context, company, person)
    return personRow(person)
  },
  'event.leave': ({ company, person: id, on, lastFiling }) => {
    const opened = companyOf(context, company)
    const person = requirePerson(opened, id)
    if (person.left !== null) throw new VaultError('PERSON_LEFT', { person: person.code, on: person.left })
    if (!datesFit({ ...person, left: on })) throw new VaultError('DATE_ORDER', { person: person.code })
    const lastFilingOn = lastFiling ?? defaultLastFiling(on)
    if (lastFilingOn < on) throw new VaultError('DATE_ORDER', { person: person.code })
    opened.log.act((add) => {
      updatePerson(opened.db, id, { ...person, left: on })
      updateEmployment(opened.db, id, { startedOn: person.joined, endedOn: on, lastFilingOn })
      const due = refreshDue(opened.db, id, opened.company.role)
      add({ action: 'event.leave', people: [id], detail: { on, lastFiling: lastFilingOn, due: due ?? '' } })
    })
    const after = requirePerson(opened, id)
    changedPerson(context, company, after)
    return personDetail(sessionOf(context), opened, after)
  },
})
