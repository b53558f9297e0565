/**
 * The tasks (事務) that a number may be used for (番号法9条4項), and what it may not be used for. Consent of the person does not
 * widen this.
 */
import type { Text2 } from '../../shared/model.ts'
import { TASK_IDS, type TaskId } from './rule.ts'
import { RULES } from './rules.ts'

export interface Task extends Text2 {
  readonly id: TaskId
}

const NAMES: Readonly<Record<TaskId, Text2>> = {
  withholding: { ja: '源泉徴収票・給与支払報告書', en: 'Wage statements and payment reports' },
  retirement: { ja: '退職所得', en: 'Retirement income' },
  'employment-insurance': { ja: '雇用保険', en: 'Employment insurance' },
  'health-pension': { ja: '健保・厚年', en: 'Health insurance and pension' },
  'category-3': { ja: '第3号', en: 'Category 3 (insured spouse)' },
  'payment-records': { ja: '支払調書', en: 'Payment records' },
  savings: { ja: '財形等', en: 'Workers’ savings and stock options' },
  'client-filing': { ja: '顧問先の申告', en: 'Filings for a client' },
  disclosure: { ja: '本人への開示・訂正', en: 'Disclosure to and correction for the person' },
}

/** All tasks, in the order in which they are offered. */
export const TASKS: readonly Task[] = TASK_IDS.map((id) => ({ id, ...NAMES[id] }))

/** Other names under which people know a task. */
const ALIASES: Readonly<Partial<Record<TaskId, readonly string[]>>> = {
  withholding: ['源泉徴収票', '給与支払報告書', '年末調整'],
  'health-pension': ['健康保険・厚生年金', '健康保険', '厚生年金', '社会保険'],
  'category-3': ['国民年金第3号', '国民年金の第3号被保険者'],
  savings: ['財形', '財形貯蓄'],
  disclosure: ['開示', '訂正'],
}

const key = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・()]/g, '')

/** What a use is for: a task, and the document under it when one was named. */
export interface ResolvedPurpose {
  readonly task: TaskId
  readonly rule: string | null
}

function purposes(): ReadonlyMap<string, ResolvedPurpose> {
  const found = new Map<string, ResolvedPurpose>()
  const documents = new Map<string, ResolvedPurpose[]>()
  for (const { id, task, document } of RULES) {
    found.set(key(id), { task, rule: id })
    const name = key(document.ja)
    documents.set(name, [...(documents.get(name) ?? []), { task, rule: id }])
  }
  for (const [name, [only, ...others]] of documents) if (only && others.length === 0) found.set(name, only)
  for (const { id, ja } of TASKS) {
    for (const name of [id, ja, ...(ALIASES[id] ?? [])]) found.set(key(name), { task: id, rule: null })
  }
  return found
}

const PURPOSES = purposes()

/**
 * Reads a purpose: a task id, a rule id (T12, in any case), or the Japanese name of a task or document. Null when it is
 * none; {@link notAllowed} may know why.
 */
export const resolvePurpose = (text: string): ResolvedPurpose | null => PURPOSES.get(key(text)) ?? null

export interface NotAllowed extends Text2 {
  readonly id: string
  /** Words that name the use. */
  readonly terms: readonly string[]
  readonly basis: string
}

/** Uses that are often asked for and that the law does not allow, or for which no number is needed. */
export const NOT_ALLOWED: readonly NotAllowed[] = [
  {
    id: 'workers-accident',
    terms: ['労災', '労働者災害補償'],
    basis: '番号法9条4項（労災保険の事業主は個人番号関係事務実施者ではない）',
    ja: '労災保険の請求書の番号は、本人が書いて出すものです。会社は番号を集めることも、写しに残すこともできません。',
    en: 'The worker writes the number on a workers’ accident claim. The employer may neither collect nor keep it.',
  },
  {
    id: 'deduction-forms',
    terms: ['T08', '保険料控除申告書', '基礎控除申告書', '住宅借入金等特別控除申告書'],
    basis: '所得税法施行規則75条・74条の7、租税特別措置法施行規則18条の23',
    ja: 'この申告書には、平成28年4月1日から個人番号を書きません。',
    en: 'This form has carried no number since 1 April 2016.',
  },
  {
    id: 'employee-code',
    terms: ['社員番号', '社員管理', '人事管理', '勤怠'],
    basis: '番号法9条、特定個人情報ガイドライン第4-1-(1)',
    ja: '個人番号を社員番号の代わりに使うことや、社員の管理に使うことはできません。',
    en: 'A My Number may not serve as an employee number or for managing staff.',
  },
  {
    id: 'sales',
    terms: ['営業成績', '顧客管理'],
    basis: '番号法9条、特定個人情報ガイドライン第4-1-(1)',
    ja: '営業成績や顧客の管理に個人番号を使うことはできません。本人の同意があっても同じです。',
    en: 'A My Number may not be used for sales results or customers, even with consent.',
  },
  {
    id: 'reception',
    terms: ['受付', '身元確認', '年齢確認'],
    basis: '番号法9条・15条・20条',
    ja: '受付などで人を確かめるために個人番号を使うことはできません。カードは表の面だけを身分証として見ます。',
    en: 'A My Number may not be used to identify people. Only the front of the card serves as an identity document.',
  },
  {
    id: 'other-schemes',
    terms: ['iDeCo', 'イデコ', '個人型確定拠出年金', '中退共', '中小企業退職金共済', '障害者雇用納付金'],
    basis: '番号法9条4項',
    ja: 'この手続では、会社を通して個人番号を出すことはありません。',
    en: 'This procedure takes no number through the employer.',
  },
]

/** The forbidden or numberless use that a text names, with the reason to show; null when it names none. */
export function notAllowed(text: string): NotAllowed | null {
  const asked = key(text)
  return NOT_ALLOWED.find(({ terms }) => terms.some((term) => asked.includes(key(term)))) ?? null
}
