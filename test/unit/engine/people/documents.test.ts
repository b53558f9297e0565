import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocuments, DOCUMENTS, documentOf } from '../../../../src/engine/people/documents.ts'

const ids = fc.array(fc.constantFrom(...DOCUMENTS.map(({ id }) => id)), { maxLength: 4 })

describe('the documents', () => {
  it('have unique ids, both names, articles and a day on which they were checked', () => {
    expect(new Set(DOCUMENTS.map(({ id }) => id)).size).toBe(DOCUMENTS.length)
    for (const { ja, en, basis, checkedOn } of DOCUMENTS) {
      expect([ja, en, basis]).not.toContain('')
      expect(checkedOn).toBe('2026-11-22')
    }
  })

  it('know no others', () => {
    expect(documentOf('library-card')).toBeNull()
    expect(documentOf('constructor')).toBeNull()
  })
})

describe('a verification', () => {
  it.each([
    ['my-number-card', [], 'card'],
    ['special-residence-card', [], 'card'],
    ['card-substitute-record', [], 'card'],
    ['my-number-card', ['my-number-card'], 'card'],
    ['my-number-card', ['driver-license'], 'card'],
    ['juminhyo', ['driver-license'], 'photo'],
    ['juminhyo', ['my-number-card'], 'photo'],
    ['juminhyo-certificate', ['passport'], 'photo'],
    ['tsuchi-card', ['residence-card'], 'photo'],
    ['juminhyo', ['care-insurance-card', 'driver-license'], 'photo'],
    ['juminhyo', ['health-eligibility-certificate', 'care-insurance-card'], 'two-documents'],
    ['juminhyo', ['known-person'], 'known-person'],
  ])('by %s and %j is good: %s', (number, identity, by) => {
    expect(checkDocuments(number, identity)).toEqual({ ok: true, by })
  })

  it.each([
    ['juminhyo', [], 'identity-missing', null],
    ['juminhyo', ['care-insurance-card'], 'second-document-needed', null],
    ['juminhyo', ['care-insurance-card', 'care-insurance-card'], 'second-document-needed', null],
    ['driver-license', ['driver-license'], 'not-a-number-document', 'driver-license'],
    ['known-person', [], 'not-a-number-document', 'known-person'],
    ['juminhyo', ['juminhyo-certificate'], 'not-an-identity-document', 'juminhyo-certificate'],
    ['juminhyo', ['driver-license', 'tsuchi-card'], 'not-an-identity-document', 'tsuchi-card'],
    ['juminhyo', ['health-insurance-card', 'care-insurance-card'], 'abolished', 'health-insurance-card'],
    ['library-card', [], 'unknown-document', 'library-card'],
    ['juminhyo', ['library-card'], 'unknown-document', 'library-card'],
  ])('by %s and %j is refused: %s', (number, identity, reason, document) => {
    expect(checkDocuments(number, identity)).toEqual({ ok: false, reason, document })
  })

  it('by 個人番号通知書 is refused beside any other document', () => {
    fc.assert(
      fc.property(ids, (others) => {
        const usable = others.filter((id) => documentOf(id)?.refused === null)
        const refused = { ok: false, reason: 'notification-paper', document: 'kojin-bango-tsuchisho' }
        expect(checkDocuments('kojin-bango-tsuchisho', usable)).toEqual(refused)
        expect(checkDocuments('my-number-card', [...usable, 'kojin-bango-tsuchisho'])).toEqual(refused)
      }),
    )
  })

  it('always rests on a document that proves the number', () => {
    fc.assert(
      fc.property(ids, ids, ([number = 'juminhyo'], identity) => {
        expect(!checkDocuments(number, identity).ok || documentOf(number)?.number).toBe(true)
      }),
    )
  })

  it('does not depend on the order of the identity documents', () => {
    fc.assert(
      fc.property(ids, (identity) => {
        const reversed = checkDocuments('juminhyo', identity.toReversed())
        expect(reversed.ok).toBe(checkDocuments('juminhyo', identity).ok)
      }),
    )
  })
})
