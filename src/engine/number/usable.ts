import { type ErrorCode, VaultError } from '../../shared/errors.ts'
import type { Text2 } from '../../shared/model.ts'
import { containsTwelveDigits } from '../../shared/my-number.ts'
import type { Person } from '../people/table.ts'
import { RULES } from '../retention/rules.ts'
import { notAllowed, resolvePurpose, TASKS } from '../retention/tasks.ts'
import type { Db } from '../store/db.ts'
import { numberFacts } from './table.ts'
import { noticeInForce, verificationsOf } from './verifications.ts'

/** A purpose of use: always a task (事務) of the notice, and the rule (document) under it when one was named. */
export interface Purpose {
  readonly task: string
  readonly rule: string | null
  readonly name: Text2
}

/**
 * Reads a task or rule id. Throws PURPOSE_FORBIDDEN (`use`: id of the catalogue) for a use that the law does not allow,
 * UNKNOWN_PURPOSE, or PURPOSE_NOT_IN_NOTICE when the notice in force does not list it.
 */
export function purposeOf(db: Db, text: string): Purpose {
  const found = resolvePurpose(text)
  const task = found && TASKS.find((entry) => entry.id === found.task)
  if (!found || !task) throw unknownPurpose(text)
  const notice = noticeInForce(db)
  if (!notice.tasks.includes(found.task)) {
    throw new VaultError('PURPOSE_NOT_IN_NOTICE', { task: found.task, notice: notice.version })
  }
  return { task: found.task, rule: found.rule, name: { ja: task.ja, en: task.en } }
}

function unknownPurpose(text: string): VaultError {
  const forbidden = notAllowed(text)
  if (forbidden) return new VaultError('PURPOSE_FORBIDDEN', { use: forbidden.id })
  // A number typed into the wrong box must not come back in an error.
  return new VaultError('UNKNOWN_PURPOSE', containsTwelveDigits(text) ? {} : { purpose: text.slice(0, 40) })
}

/** Whose number a task or rule concerns. An employee's own number is not written on every form (e.g. T04). */
function concerns(purpose: Pick<Purpose, 'task' | 'rule'>, kind: Person['kind']): boolean {
  const rules = RULES.filter((rule) => (purpose.rule ? rule.id === purpose.rule : rule.task === purpose.task))
  // A task without rules of its own (disclosure to the person) concerns everybody.
  if (rules.length === 0) return true
  const whose = rules.flatMap((rule) => [...rule.whose] as string[])
  return kind === 'family' ? whose.some((w) => w !== 'employee' && w !== 'payee') : whose.includes(kind)
}

/**
 * Why a person's number may not be used for a purpose; null when it may. Purely from what is recorded: held, right kind of
 * person, and an identity verification that covers the task (番号法16条; product rule 7).
 */
export function refusalFor(
  db: Db,
  person: Person,
  purpose: Pick<Purpose, 'task' | 'rule'>,
): ErrorCode | null {
  const facts = person.version > 0 ? numberFacts(db, person.id, person.version) : null
  if (facts?.state !== 'held') return 'NUMBER_NOT_HELD'
  if (!concerns(purpose, person.kind)) return 'PURPOSE_NOT_FOR_PERSON'
  const covered = verificationsOf(db, person.id, person.version, facts.batch).some((v) =>
    v.tasks.includes(purpose.task),
  )
  return covered ? null : 'NOT_VERIFIED'
}

/** Throws the first refusal among people, with the person's code. */
export function requireUsable(db: Db, people: readonly Person[], purpose: Purpose): void {
  for (const person of people) {
    const refusal = refusalFor(db, person, purpose)
    if (refusal)
      throw new VaultError(refusal, { person: person.code, task: purpose.task, rule: purpose.rule ?? '' })
  }
}
