/** One due date for a person's number, from all the reasons for keeping it (保管の理由). */
import {
  addDays,
  compareDates,
  formatEnglish,
  formatJapanese,
  laterOf,
  toIso,
  yearOf,
} from '../../shared/dates.ts'
import type { IsoDate } from '../../shared/ids.ts'
import type { Because, VaultRole } from '../../shared/model.ts'
import { fromCompletion, fromNextYear, type Period, tax7 } from './formulas.ts'
import { periodOfDocument, type Rule, ruleOf } from './rules.ts'

/** A relation that needs the number while it lasts (employment, dependency, lease); null end = open. */
export interface RelationBasis {
  readonly kind: 'relation'
  readonly rule: string
  readonly startedOn: IsoDate | null
  readonly endedOn: IsoDate | null
  /** Day of the last required filing, done or planned; null: {@link defaultLastFiling} of the end. */
  readonly lastFilingOn: IsoDate | null
}

/** One document: its submission deadline (F1), completion date (F3) or event (F4). */
export interface FormBasis {
  readonly kind: 'form'
  readonly rule: string
  readonly deadline: IsoDate
}

export type Basis = RelationBasis | FormBasis

export interface Due {
  /** First day on which the number must go; null while a relation is open, or when there is no basis at all. */
  readonly due: IsoDate | null
  readonly open: boolean
  /** Every date that took part, the deciding one first; for an open number the relations that are open. */
  readonly because: Because[]
}

/** 31 January of the year after: by then slips of a relation that ended are filed (所得税法226条; 地方税法317条の6). Throws BAD_DATE. */
export const defaultLastFiling = (endedOn: string): IsoDate =>
  toIso({ year: yearOf(endedOn) + 1, month: 1, day: 31 })

/** Forms whose number the ledger may replace (所得税法198条4項), the ledger itself and the local-tax part of T01. */
const LEDGER_FORMS: ReadonlySet<string> = new Set(['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T09', 'T10'])

type Ended = RelationBasis & { readonly endedOn: IsoDate }

const isEnded = (basis: RelationBasis): basis is Ended => basis.endedOn !== null

/** Whether the person handed in forms of T01's kind: the employer's tax work, and so neither payees nor insurance alone. */
const hasTaxForms = (rule: Rule): boolean => rule.task === 'withholding' || rule.task === 'retirement'

const entry = (rule: Rule, date: IsoDate | null, ja: string, en: string): Because => ({
  rule: rule.id,
  article: rule.basis,
  date,
  ja,
  en,
})

const openBecause = (basis: RelationBasis): Because =>
  entry(
    ruleOf(basis.rule),
    null,
    '続いているため、廃棄の期限はまだありません。',
    'Still running, so there is no due date yet.',
  )

function needBecause(basis: Ended): Because {
  const filing = basis.lastFilingOn ?? defaultLastFiling(basis.endedOn)
  const last = laterOf(basis.endedOn, filing)
  return entry(
    ruleOf(basis.rule),
    addDays(last, 1),
    `${formatJapanese(basis.endedOn)}に終わり、最後の提出は${formatJapanese(filing)}です。その翌日から番号は不要です。`,
    `Ended on ${formatEnglish(basis.endedOn)}, last filing on ${formatEnglish(filing)}; not needed from the next day.`,
  )
}

const keptBecause = (rule: Rule, period: Period): Because =>
  entry(
    rule,
    period.purgeDue,
    `${rule.document.ja}を${formatJapanese(period.keepThrough)}まで保存します。`,
    `${rule.document.en}: kept through ${formatEnglish(period.keepThrough)}.`,
  )

/**
 * The last year in which a tax form's deadline can lie when none was recorded. A deadline lies just before a salary, so it is
 * the last year in which one was paid: the year of leaving or, when slips were filed for a later year, that year (slips of a
 * year are filed in the next January). The latest possible year is taken, because purging a ledger early breaks a duty to
 * keep, and a recorded deadline always overrides this.
 */
const lastPayYear = (basis: Ended): number =>
  Math.max(
    yearOf(basis.endedOn),
    basis.lastFilingOn === null ? yearOf(basis.endedOn) : yearOf(basis.lastFilingOn) - 1,
  )

const assumedDeadline = (basis: Ended): IsoDate => toIso({ year: lastPayYear(basis), month: 12, day: 31 })

/** The recorded tax forms, or one assumed per relation where none was recorded. */
function taxForms(role: VaultRole, ended: readonly Ended[], forms: readonly FormBasis[]): Because[] {
  const recorded = forms.filter(({ rule }) => LEDGER_FORMS.has(ruleOf(rule).id))
  if (recorded.length > 0) return recorded.map((form) => keptBecause(ruleOf(form.rule), tax7(form.deadline)))
  return ended
    .filter((basis) => hasTaxForms(ruleOf(basis.rule)))
    .map((basis) => {
      const document = ruleOf(basis.rule).task === 'retirement' ? 'T09' : 'T01'
      return keptBecause(ruleOf(role === 'A' ? 'T10' : document), tax7(assumedDeadline(basis)))
    })
}

/** A relation's own document where none was recorded: completed with the end or the last filing, whichever is later. */
function assumedDocument(basis: Ended): Because[] {
  const rule = ruleOf(basis.rule)
  const completion = laterOf(basis.endedOn, basis.lastFilingOn ?? basis.endedOn)
  const { formula } = rule
  if (formula.kind === 'F3') return [keptBecause(rule, fromCompletion(completion, formula.years))]
  if (formula.kind === 'F4') return [keptBecause(rule, fromNextYear(basis.endedOn, formula.years))]
  return []
}

/** Role C: the other documents, each by its own formula. */
function otherDocuments(ended: readonly Ended[], forms: readonly FormBasis[]): Because[] {
  const recorded = forms.filter(({ rule }) => !LEDGER_FORMS.has(ruleOf(rule).id))
  const named = new Set(recorded.map(({ rule }) => ruleOf(rule).id))
  return [
    ...recorded.flatMap((form) => {
      const rule = ruleOf(form.rule)
      const period = periodOfDocument(rule, form.deadline)
      return period === null ? [] : [keptBecause(rule, period)]
    }),
    ...ended.filter(({ rule }) => !named.has(ruleOf(rule).id)).flatMap(assumedDocument),
  ]
}

/**
 * When a number must go, by the vault's role for the company. An open relation keeps it (due null, `open`). Else the latest of:
 *
 * - always: the day after the last filing of each relation. The statutory periods protect documents and not a bare list of
 *   numbers, so in role **B** nothing else counts and forms move nothing;
 * - role **A** (the vault is the ledger of 所得税法198条4項): F1 of the tax forms filed on its strength, also of family members;
 * - role **C** (as long as the documents): also every other document by its own formula.
 *
 * Without any basis that counts, due is null and not open: nothing justifies keeping the number. Throws UNKNOWN_RULE and
 * BAD_DATE.
 */
export function dueOf({ role, bases }: { readonly role: VaultRole; readonly bases: readonly Basis[] }): Due {
  const relations = bases.filter((basis) => basis.kind === 'relation')
  const forms = bases.filter((basis) => basis.kind === 'form')
  const open = relations.filter(({ endedOn }) => endedOn === null)
  if (open.length > 0) return { due: null, open: true, because: open.map(openBecause) }

  const ended = relations.filter(isEnded)
  const because = ended.map(needBecause)
  if (role !== 'B') because.push(...taxForms(role, ended, forms))
  if (role === 'C') because.push(...otherDocuments(ended, forms))
  const sorted = because.toSorted((a, b) => (a.date && b.date ? compareDates(b.date, a.date) : 0))
  return { due: sorted[0]?.date ?? null, open: false, because: sorted }
}
