/** All retention rules, and finding one. */
import { VaultError } from '../../shared/errors.ts'
import type { IsoDate } from '../../shared/ids.ts'
import { fromCompletion, fromNextYear, type Period, tax7 } from './formulas.ts'
import type { Rule } from './rule.ts'
import { INSURANCE_RULES } from './rules-insurance.ts'
import { PAYMENT_RULES } from './rules-payments.ts'
import { TAX_RULES } from './rules-tax.ts'

export type { Formula, Rule, TaskId, Whose } from './rule.ts'

/** Every rule; ids are unique. */
export const RULES: readonly Rule[] = [...TAX_RULES, ...INSURANCE_RULES, ...PAYMENT_RULES]

const BY_ID = new Map(RULES.map((entry) => [entry.id, entry]))

/** The rule with an id, in any case. Throws UNKNOWN_RULE. */
export function ruleOf(id: string): Rule {
  const found = BY_ID.get(id.toUpperCase())
  if (!found) throw new VaultError('UNKNOWN_RULE', { rule: id.slice(0, 10) })
  return found
}

/**
 * How long one document is kept, from the date its formula counts from: the submission deadline (F1, F6), the completion date
 * (F3) or the event (F4). Null for F5, where nothing has to be kept. Throws BAD_DATE.
 */
export function periodOfDocument({ formula }: Rule, date: IsoDate): Period | null {
  if (formula.kind === 'F3') return fromCompletion(date, formula.years)
  if (formula.kind === 'F4') return fromNextYear(date, formula.years)
  return formula.kind === 'F5' ? null : tax7(date)
}
