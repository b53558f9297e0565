/**
 * Documents for identity verification (本人確認) of a number's owner: the number check (番号確認) and the identity check
 * (身元確認) of 番号法16条, when the person, and no agent, shows them to the employer. Validity on the day and the match of name
 * with birth date or address are for the person who looks at them.
 */
import type { Text2 } from '../../shared/model.ts'

/**
 * What a document shows of identity. `photo`: alone enough. `one-of-two`: two are needed, and only where a photo document is
 * difficult. `known`: no document at all, the person is known beyond doubt and hands over the number in person.
 */
export type IdentityStrength = 'photo' | 'one-of-two' | 'known' | null

export interface VerificationDocument extends Text2 {
  readonly id: string
  /** Proves the number. */
  readonly number: boolean
  readonly identity: IdentityStrength
  /** Number and identity in one, so that nothing else is needed. */
  readonly complete: boolean
  /** Why it serves for nothing, however often it is offered; null for the usable ones. */
  readonly refused: 'notification-paper' | 'abolished' | null
  readonly basis: string
  readonly checkedOn: string
}

type Kind = Pick<VerificationDocument, 'number' | 'identity' | 'complete' | 'refused'>

const COMPLETE: Kind = { number: true, identity: 'photo', complete: true, refused: null }
const NUMBER: Kind = { number: true, identity: null, complete: false, refused: null }
const PHOTO: Kind = { number: false, identity: 'photo', complete: false, refused: null }
const ONE_OF_TWO: Kind = { number: false, identity: 'one-of-two', complete: false, refused: null }
const KNOWN: Kind = { number: false, identity: 'known', complete: false, refused: null }

const CARD = '番号法16条1号'
const CARD_RECORD = '番号法16条2号・18条の2'
const NUMBER_PAPER = '番号法施行令12条1項'
const PHOTO_PAPER = '番号法施行規則1条'
const TWO_PAPERS = '番号法施行規則2条3項'

const document = (id: string, kind: Kind, basis: string, ja: string, en: string): VerificationDocument => ({
  id,
  ...kind,
  basis,
  checkedOn: '2026-11-22',
  ja,
  en,
})

/** All documents, in the order in which they are offered. */
export const DOCUMENTS: readonly VerificationDocument[] = [
  document('my-number-card', COMPLETE, CARD, 'マイナンバーカード（個人番号カード）', 'My Number Card'),
  document(
    'special-residence-card',
    COMPLETE,
    CARD,
    '特定在留カード',
    'Residence card with My Number Card function',
  ),
  document(
    'card-substitute-record',
    COMPLETE,
    CARD_RECORD,
    'スマートフォンのカード代替電磁的記録',
    'Card record on a phone, checked with a certified program',
  ),
  document(
    'juminhyo',
    NUMBER,
    NUMBER_PAPER,
    '住民票の写し（個人番号あり）',
    'Copy of the resident record, with number',
  ),
  document(
    'juminhyo-certificate',
    NUMBER,
    NUMBER_PAPER,
    '住民票記載事項証明書（個人番号あり）',
    'Certificate of the resident record, with number',
  ),
  document(
    'tsuchi-card',
    NUMBER,
    '番号法施行令12条1項の経過措置（令和2年5月25日廃止）',
    '通知カード（記載が住民票と全て一致するもの）',
    'Notification card, only if all it says still equals the resident record',
  ),
  document('driver-license', PHOTO, PHOTO_PAPER, '運転免許証', 'Driver’s licence'),
  document(
    'driving-record-certificate',
    PHOTO,
    PHOTO_PAPER,
    '運転経歴証明書（平成24年4月1日以後のもの）',
    'Driving record certificate issued from 1 April 2012',
  ),
  document('passport', PHOTO, PHOTO_PAPER, '旅券（パスポート）', 'Passport'),
  document('residence-card', PHOTO, PHOTO_PAPER, '在留カード', 'Residence card'),
  document(
    'special-permanent-resident-certificate',
    PHOTO,
    PHOTO_PAPER,
    '特別永住者証明書',
    'Special permanent resident certificate',
  ),
  document(
    'disability-handbook',
    PHOTO,
    PHOTO_PAPER,
    '身体障害者手帳',
    'Handbook for the physically disabled',
  ),
  document(
    'mental-health-handbook',
    PHOTO,
    PHOTO_PAPER,
    '精神障害者保健福祉手帳',
    'Mental health and welfare handbook',
  ),
  document('rehabilitation-handbook', PHOTO, PHOTO_PAPER, '療育手帳', 'Rehabilitation handbook'),
  document(
    'other-photo-document',
    PHOTO,
    '番号法施行規則1条、平成27年国税庁告示2号',
    'その他の写真付きの公的な書類',
    'Another official photo document that the authority accepts',
  ),
  document(
    'health-eligibility-certificate',
    ONE_OF_TWO,
    TWO_PAPERS,
    '健康保険等の資格確認書',
    'Eligibility certificate of health insurance',
  ),
  document(
    'care-insurance-card',
    ONE_OF_TWO,
    TWO_PAPERS,
    '介護保険被保険者証',
    'Long-term care insurance card',
  ),
  document(
    'day-labourer-handbook',
    ONE_OF_TWO,
    TWO_PAPERS,
    '日雇特例被保険者手帳',
    'Handbook of day labourers’ insurance',
  ),
  document(
    'child-allowance-certificate',
    ONE_OF_TWO,
    TWO_PAPERS,
    '児童扶養手当証書',
    'Child-rearing allowance certificate',
  ),
  document(
    'other-official-document',
    ONE_OF_TWO,
    TWO_PAPERS,
    'その他の公的な書類（写真なし）',
    'Another official document that the authority accepts',
  ),
  document(
    'known-person',
    KNOWN,
    '番号法施行規則2条6項',
    '本人に違いないことが明らか（採用時に本人確認済み・対面）',
    'Known beyond doubt: verified at hiring, and face to face',
  ),
  document(
    'kojin-bango-tsuchisho',
    { ...NUMBER, number: false, refused: 'notification-paper' },
    '番号法16条（番号確認の書類に当たらない）',
    '個人番号通知書',
    'Individual number notice (paper since 2020)',
  ),
  document(
    'health-insurance-card',
    { ...ONE_OF_TWO, identity: null, refused: 'abolished' },
    '番号法施行規則2条3項（資格確認書に代わった）',
    '健康保険証（廃止）',
    'Health insurance card (abolished)',
  ),
]

const BY_ID = new Map(DOCUMENTS.map((entry) => [entry.id, entry]))

/** The document with an id; null when there is none. */
export const documentOf = (id: string): VerificationDocument | null => BY_ID.get(id) ?? null

export type DocumentProblem =
  | 'unknown-document'
  | 'notification-paper'
  | 'abolished'
  | 'not-a-number-document'
  | 'not-an-identity-document'
  | 'identity-missing'
  | 'second-document-needed'

export type DocumentCheck =
  | { readonly ok: true; readonly by: 'card' | 'photo' | 'two-documents' | 'known-person' }
  | { readonly ok: false; readonly reason: DocumentProblem; readonly document: string | null }

const refuse = (reason: DocumentProblem, id: string | null): DocumentCheck => ({
  ok: false,
  reason,
  document: id,
})

/** How many documents without a photo stand for one with it (番号法施行規則2条3項). */
const WITHOUT_PHOTO = 2

/**
 * Whether these documents verify the owner of a number who shows them in person. A card that is both suffices alone; else a
 * number document with one photo document, with two different ones without a photo, or of a person who is known. The number
 * is always checked: being known spares the identity check only. 個人番号通知書 is refused wherever it stands. `document`
 * names the one at fault, null when one is missing; ids are the caller's text, so cut them before they are shown.
 */
export function checkDocuments(numberDoc: string, identityDocs: readonly string[]): DocumentCheck {
  for (const id of [numberDoc, ...identityDocs]) {
    const found = documentOf(id)
    if (found === null) return refuse('unknown-document', id)
    if (found.refused !== null) return refuse(found.refused, id)
  }
  const number = documentOf(numberDoc)
  if (!number?.number) return refuse('not-a-number-document', numberDoc)
  // whatever else was shown beside a complete card does no harm
  if (number.complete) return { ok: true, by: 'card' }
  const strengths = new Map(identityDocs.map((id) => [id, documentOf(id)?.identity ?? null]))
  for (const [id, strength] of strengths) if (strength === null) return refuse('not-an-identity-document', id)
  const shown = [...strengths.values()]
  if (shown.includes('photo')) return { ok: true, by: 'photo' }
  if (shown.filter((strength) => strength === 'one-of-two').length >= WITHOUT_PHOTO) {
    return { ok: true, by: 'two-documents' }
  }
  if (shown.includes('known')) return { ok: true, by: 'known-person' }
  return shown.length === 0 ? refuse('identity-missing', null) : refuse('second-document-needed', null)
}
