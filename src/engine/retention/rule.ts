/** The shape of a retention rule: a document under a task, whose number it carries, and how long it is kept. */
import type { Text2 } from '../../shared/model.ts'

/** The tasks (事務) for which a number may be used at all; ids are stable and stand in notices, logs and commands. */
export const TASK_IDS = [
  'withholding',
  'retirement',
  'employment-insurance',
  'health-pension',
  'category-3',
  'payment-records',
  'savings',
  'client-filing',
  'disclosure',
] as const
export type TaskId = (typeof TASK_IDS)[number]

/** Whose number stands on a document. */
export type Whose = 'employee' | 'spouse' | 'dependent' | 'care-recipient' | 'payee'

/** The formulas of formulas.ts. F5: no statutory period. F6: the ledger (帳簿), the latest F1 of the forms filed on its strength. */
export type Formula =
  | { readonly kind: 'F1' | 'F5' | 'F6' }
  | { readonly kind: 'F3' | 'F4'; readonly years: number }

export interface Rule extends Text2 {
  readonly id: string
  readonly task: TaskId
  readonly document: Text2
  readonly whose: readonly Whose[]
  readonly formula: Formula
  /** The articles, in Japanese. */
  readonly basis: string
  /** The day on which articles and period were last compared with the law. */
  readonly checkedOn: string
  /**
   * Payment records only: the form is needed when the yearly amount in yen is over this, and below it the number may not be
   * asked for. The commonest class of the rule; some classes have another line.
   */
  readonly filingLine?: number
}

export const CHECKED_ON = '2026-11-22'

type RuleFields = Omit<Rule, 'checkedOn' | 'ja' | 'en' | 'document'>

const PERIODS = {
  F1: {
    ja: '提出期限の年の翌年1月10日の翌日から7年間保存し、その後すみやかに廃棄します。',
    en: 'Kept for 7 years from the day after 10 January of the year after the deadline, then purged.',
  },
  F5: {
    ja: '控えを保存する義務はありません。最後の提出が済んだら廃棄します。',
    en: 'No copy has to be kept. Purged when the last filing is done.',
  },
  F6: {
    ja: '帳簿を使って番号を省いた申告書のうち、最後のものの保存期間が終わるまで保存します。',
    en: 'Kept until the last form that left the number out on the strength of the ledger has run its period.',
  },
} as const

function periodOf(formula: Formula): Text2 {
  if (formula.kind === 'F3') {
    return {
      ja: `完結の日から${formula.years}年間保存し、その後すみやかに廃棄します。`,
      en: `Kept for ${formula.years} years from the completion date, then purged.`,
    }
  }
  if (formula.kind === 'F4') {
    return {
      ja: `翌年の1月1日から${formula.years}年間保存し、その後すみやかに廃棄します。`,
      en: `Kept for ${formula.years} years from 1 January of the next year, then purged.`,
    }
  }
  return PERIODS[formula.kind]
}

/** A rule with its period in words. */
export const rule = (fields: RuleFields, ja: string, en: string): Rule => ({
  ...fields,
  document: { ja, en },
  checkedOn: CHECKED_ON,
  ...periodOf(fields.formula),
})
