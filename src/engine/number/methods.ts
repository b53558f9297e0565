import { VaultError } from '../../shared/errors.ts'
import type { BatchId, ImportId } from '../../shared/ids.ts'
import {
  changed,
  changedPeople,
  changedPerson,
  companyOf,
  type Context,
  holding,
  type Methods,
  requirePerson,
  sessionOf,
} from '../context.ts'
import { today } from '../env.ts'
import { match, reveal } from '../grant.ts'
import { instant } from '../log/log.ts'
import { officeFiles } from '../office/files.ts'
import { listLimit } from '../office/methods.ts'
import { type OpenCompany, type Session, userIdOf } from '../office/session.ts'
import { refreshDue } from '../people/bases.ts'
import { checkDocuments } from '../people/documents.ts'
import { personDetail } from '../people/methods.ts'
import { type Person, personRow, setNumberState } from '../people/table.ts'
import { finishPurges, markErase } from '../purge/finish.ts'
import { TASKS } from '../retention/tasks.ts'
import { one } from '../store/db.ts'
import { idBlob, idOf, newId } from '../store/ids.ts'
import { callJob, withWorker } from '../workers.ts'
import { destroyNumber, insertBatch, newBatchId } from './table.ts'
import { purposeOf, requireUsable } from './usable.ts'
import {
  insertBatchVerification,
  insertPersonVerification,
  markBatchVerified,
  noticeInForce,
  unattestedBatches,
} from './verifications.ts'

const ENTER_LIMIT_MS = 10 * 60_000

const holdsNumber = (person: Person): boolean => person.number === 'held' || person.number === 'verified'

/**
 * Takes a number typed twice. A number that is held already is replaced only when asked (番号変更): the old value is
 * destroyed and erased from the file, its record stays. Throws NUMBER_HELD, NUMBER_INVALID, NUMBER_MISMATCH or CANCELLED.
 */
async function enter(session: Session, opened: OpenCompany, before: Person, replace: boolean): Promise<void> {
  const { env, roster } = session
  if (holdsNumber(before) && !replace) throw new VaultError('NUMBER_HELD', { person: before.code })
  const version = before.version + 1
  const batch = newBatchId(env.random)
  const target = { officeId: roster.officeId, companyId: opened.company.id, batch, ...opened.numberKey }
  const spec = { kind: 'enter', session: newId<string>(env.random), limitMs: ENTER_LIMIT_MS } as const
  const sealed = await withWorker(env.workers, spec, new Map(), (link) =>
    callJob(link, 'number.enter', {
      target,
      person: before.id,
      version,
      company: opened.company.name,
      who: { code: before.code, name: before.name },
    }),
  ).finally(() => env.workers.endSession(spec.session))
  opened.log.act((add) => {
    const at = instant(env.clock())
    const now = one<{ version: number }>(
      opened.db,
      'SELECT version FROM person WHERE id = ?',
      idBlob(before.id),
    )
    // Somebody else's number arrived while this one was typed.
    if (now?.version !== before.version) throw new VaultError('NUMBER_HELD', { person: before.code })
    if (holdsNumber(before)) {
      destroyNumber(opened.db, before.id, before.version, 'replaced', at)
      markErase(opened, 'replaced')
    }
    const members = [{ person: before.id, version }]
    const facts = { ...target, id: batch, members, collector: userIdOf(session), source: 'entered', at }
    insertBatch(opened.db, { ...facts, sealedKey: sealed.sealedKey, boxes: sealed.box }, session.keys.signSk)
    // It comes for somebody who left: due by the record, also after an earlier number was purged.
    if (before.left !== null) refreshDue(opened.db, before.id, opened.company.role)
    add({
      action: 'number.set',
      people: [before.id],
      outcome: holdsNumber(before) ? 'replaced' : 'done',
      detail: { version },
    })
  })
  finishPurges(opened, officeFiles(session.dir).company(opened.company.id))
}

/** Tasks for which the employer itself is the checker of an employee's number: all of the notice in force. */
const noticeTasks = (opened: OpenCompany): readonly string[] => noticeInForce(opened.db).tasks

const batchOfImport = (opened: OpenCompany, id: ImportId): BatchId => {
  const row = one<{ batch: Uint8Array | null }>(
    opened.db,
    'SELECT batch FROM import WHERE id = ?',
    idBlob(id),
  )
  if (!row?.batch) throw new VaultError('NOTHING_TO_ATTEST')
  return idOf<BatchId>(row.batch)
}

type Names =
  | 'number.enter'
  | 'number.verify'
  | 'number.attest'
  | 'number.reveal'
  | 'number.match'
  | 'purpose.list'

/** The numbers' part of the method table. */
export const numberMethods = (context: Context): Methods<Names> => ({
  'number.enter': async ({ company, person: id, replace }) => {
    const opened = companyOf(context, company)
    const session = sessionOf(context)
    try {
      await holding(context, () => enter(session, opened, requirePerson(opened, id), replace))
    } catch (error) {
      // The number may be stored although the file could not be rewritten after it.
      changedPeople(context, company)
      throw error
    }
    const person = requirePerson(opened, id)
    changedPerson(context, company, person)
    return personRow(person)
  },

  'number.verify': ({ company, person: id, numberDoc, identityDocs, on }) => {
    const opened = companyOf(context, company)
    const session = sessionOf(context)
    const person = requirePerson(opened, id)
    if (!holdsNumber(person)) throw new VaultError('NUMBER_NOT_HELD', { person: person.code })
    const checked = checkDocuments(numberDoc, identityDocs)
    if (!checked.ok) throw new VaultError('BAD_DOCUMENTS', { reason: checked.reason, person: person.code })
    const date = on ?? today(context.env)
    if (date > today(context.env)) throw new VaultError('DATE_ORDER', { person: person.code })
    opened.log.act((add) => {
      insertPersonVerification(opened.db, id, person.version, {
        route: 'employer',
        tasks: noticeTasks(opened),
        on: date,
        by: userIdOf(session),
        numberDoc,
        identityDocs,
        source: null,
        at: instant(context.env.clock()),
      })
      setNumberState(opened.db, id, 'verified', person.version)
      add({
        action: 'number.verify',
        people: [id],
        detail: { route: 'employer', numberDoc, identityDocs: identityDocs.join(' '), on: date },
      })
    })
    const after = requirePerson(opened, id)
    changedPerson(context, company, after)
    return personDetail(session, opened, after)
  },

  'number.attest': ({ company, source, collectedOn, importId }) => {
    const opened = companyOf(context, company)
    const session = sessionOf(context)
    if (collectedOn > today(context.env)) throw new VaultError('DATE_ORDER')
    const batches = unattestedBatches(opened.db, importId === null ? null : batchOfImport(opened, importId))
    const numbers = batches.reduce((sum, batch) => sum + batch.numbers, 0)
    if (numbers === 0) throw new VaultError('NOTHING_TO_ATTEST')
    opened.log.act((add) => {
      for (const { batch } of batches) {
        insertBatchVerification(opened.db, batch, {
          route: 'migration',
          tasks: noticeTasks(opened),
          on: collectedOn,
          by: userIdOf(session),
          numberDoc: null,
          identityDocs: [],
          source,
          at: instant(context.env.clock()),
        })
        markBatchVerified(opened.db, batch)
      }
      add({
        action: 'number.attest',
        detail: { source, collectedOn, numbers, batches: batches.map((b) => b.batch).join(' ') },
      })
    })
    changedPeople(context, company)
    return { numbers }
  },

  'number.reveal': ({ company, people: ids, purpose: text }) => {
    const opened = companyOf(context, company)
    const session = sessionOf(context)
    const purpose = purposeOf(opened.db, text)
    const people = [...new Set(ids)].map((id) => requirePerson(opened, id))
    const limit = listLimit(session)
    if (people.length > limit) throw new VaultError('LIST_TOO_LONG', { limit, size: people.length })
    requireUsable(opened.db, people, purpose)
    return holding(context, () => reveal(session, opened, people, purpose)).finally(() =>
      changed(context, company),
    )
  },

  'number.match': async ({ company, person: id, purpose: text }) => {
    const opened = companyOf(context, company)
    const person = requirePerson(opened, id)
    const purpose = purposeOf(opened.db, text)
    requireUsable(opened.db, [person], purpose)
    const result = await holding(context, () => match(sessionOf(context), opened, person, purpose))
    changed(context, company)
    return { match: result }
  },

  'purpose.list': ({ company }) => {
    const notice = noticeInForce(companyOf(context, company).db)
    return {
      tasks: TASKS.map((task) => ({
        task: task.id,
        name: { ja: task.ja, en: task.en },
        inNotice: notice.tasks.includes(task.id),
      })),
      notice: { version: notice.version, publishedOn: notice.publishedOn },
    }
  },
})
