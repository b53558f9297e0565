/**
 * The standard notice of purposes (利用目的の通知・公表). A company publishes it once, to everybody; a number is used only for a
 * task that the notice in force lists.
 */
import type { Text2 } from '../../shared/model.ts'
import type { TaskId } from './rule.ts'

/** How each task reads in a notice. */
export const NOTICE_LINES: Readonly<Record<TaskId, Text2>> = {
  withholding: {
    ja: '給与所得の源泉徴収票・給与支払報告書の作成及び扶養控除等申告書に関する事務',
    en: 'Preparing wage statements and payment reports, and applications for deductions',
  },
  retirement: {
    ja: '退職所得の源泉徴収票の作成及び退職所得の申告書に関する事務',
    en: 'Preparing retirement income statements and applications',
  },
  'employment-insurance': {
    ja: '雇用保険の届出及び申請に関する事務',
    en: 'Notices and claims under employment insurance',
  },
  'health-pension': {
    ja: '健康保険・厚生年金保険の届出及び申請に関する事務',
    en: 'Notices and claims under health insurance and employees’ pension insurance',
  },
  'category-3': {
    ja: '国民年金の第3号被保険者の届出に関する事務',
    en: 'Notices about category 3 insured persons of the national pension',
  },
  'payment-records': {
    ja: '報酬・料金、不動産の使用料等の支払調書の作成に関する事務',
    en: 'Preparing payment records of fees, rent and the like',
  },
  savings: {
    ja: '財産形成住宅貯蓄・年金貯蓄及び税制適格ストックオプションの申告に関する事務',
    en: 'Applications for workers’ savings and qualified stock options',
  },
  'client-filing': {
    ja: '顧問先の税務申告及び届出の代理に関する事務',
    en: 'Filing tax returns and notices on behalf of clients',
  },
  disclosure: {
    ja: '本人からの開示・訂正等の請求に応じる事務',
    en: 'Answering a person’s request for disclosure or correction',
  },
}

export interface Notice {
  readonly tasks: readonly TaskId[]
  readonly heading: Text2
}

/**
 * What a new company starts with: the tasks that every employer with staff and payees foresees. Savings and client filings
 * are added by those who have them, since a purpose that nobody foresees may not be named as a reserve.
 */
export const STANDARD_NOTICE: Notice = {
  tasks: [
    'withholding',
    'retirement',
    'employment-insurance',
    'health-pension',
    'category-3',
    'payment-records',
    'disclosure',
  ],
  heading: {
    ja: '当社は、ご提供いただいた個人番号を、次の事務にのみ利用します。',
    en: 'We use the My Numbers given to us only for the following tasks.',
  },
}
