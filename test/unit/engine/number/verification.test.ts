import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { numberOf } from '../../../support/numbers.ts'
import {
  attest,
  enter,
  importPeople,
  log,
  makeOffice,
  type Office,
  personOf,
  reveal,
  verify,
} from '../../../support/office.ts'

let office: Office

beforeEach(async () => {
  office = await makeOffice()
  await importPeople(office, [{ code: '1', joined: '2015-04-01' }, { code: '2' }])
})
afterEach(() => office.cleanUp())

describe('an identity verification', () => {
  beforeEach(async () => {
    await enter(office, '1', numberOf(1))
  })

  it.each([
    ['my-number-card', []],
    ['special-residence-card', []],
    ['card-substitute-record', []],
    ['juminhyo', ['driver-license']],
    ['juminhyo', ['known-person']],
    ['juminhyo', ['care-insurance-card', 'health-eligibility-certificate']],
    ['tsuchi-card', ['passport']],
  ])('by %s and %j makes the number usable', async (numberDoc, identityDocs) => {
    expect((await verify(office, '1', numberDoc, identityDocs)).person.number).toBe('verified')
    expect(await reveal(office, ['1'])).toEqual([numberOf(1)])
  })

  it.each([
    ['juminhyo', [], 'identity-missing'],
    ['juminhyo', ['care-insurance-card'], 'second-document-needed'],
    ['juminhyo', ['care-insurance-card', 'care-insurance-card'], 'second-document-needed'],
    ['juminhyo', ['health-insurance-card', 'care-insurance-card'], 'abolished'],
    ['driver-license', ['driver-license'], 'not-a-number-document'],
    ['kojin-bango-tsuchisho', ['driver-license'], 'notification-paper'],
    ['juminhyo', ['tsuchi-card'], 'not-an-identity-document'],
    ['nothing', ['driver-license'], 'unknown-document'],
  ])('by %s and %j is refused: %s', async (numberDoc, identityDocs, reason) => {
    await expect(verify(office, '1', numberDoc, identityDocs)).rejects.toMatchObject({
      code: 'BAD_DOCUMENTS',
      params: { reason },
    })
    expect((await personOf(office, '1')).number).toBe('held')
    await expect(reveal(office, ['1'])).rejects.toMatchObject({ code: 'NOT_VERIFIED' })
  })

  it('is on record with its documents, its day and who did it', async () => {
    const detail = await verify(office, '1', 'juminhyo', ['driver-license'], '2026-11-20')
    expect(detail.verifications).toMatchObject([
      {
        route: 'employer',
        on: '2026-11-20',
        by: '山田 太郎',
        numberDoc: 'juminhyo',
        identityDocs: ['driver-license'],
      },
    ])
    expect((await log(office))[0]).toMatchObject({
      action: 'number.verify',
      detail: { numberDoc: 'juminhyo', identityDocs: 'driver-license', on: '2026-11-20' },
    })
  })

  it('cannot be of tomorrow', async () => {
    await expect(verify(office, '1', 'my-number-card', [], '2026-11-25')).rejects.toMatchObject({
      code: 'DATE_ORDER',
    })
    await expect(verify(office, '1', 'my-number-card', [], '2026-11-24')).resolves.toBeDefined()
  })

  it('needs a number', async () => {
    await expect(verify(office, '2')).rejects.toMatchObject({ code: 'NUMBER_NOT_HELD' })
  })

  it('of one person is not that of another', async () => {
    await enter(office, '2', numberOf(2))
    await verify(office, '1', 'my-number-card')
    await expect(reveal(office, ['2'])).rejects.toMatchObject({
      code: 'NOT_VERIFIED',
      params: { person: '2' },
    })
  })
})

describe('an attestation of what was collected before (移行の申告)', () => {
  it('covers all imported numbers that have none, and nothing typed in', async () => {
    await importPeople(office, [{ code: '1', number: numberOf(1) }])
    await importPeople(office, [{ code: '3', number: numberOf(3) }])
    await enter(office, '2', numberOf(2))
    expect(await attest(office)).toEqual({ numbers: 2 })
    expect((await personOf(office, '1')).number).toBe('verified')
    expect((await personOf(office, '2')).number).toBe('held')
    await expect(attest(office)).rejects.toMatchObject({ code: 'NOTHING_TO_ATTEST' })
  })

  it('may name one import', async () => {
    const done = await importPeople(office, [{ code: '1', number: numberOf(1) }])
    await importPeople(office, [{ code: '3', number: numberOf(3) }])
    const attestation = { company: office.company, source: '旧システム', collectedOn: '2026-01-05' }
    await expect(office.call('number.attest', { ...attestation, importId: done.importId })).resolves.toEqual({
      numbers: 1,
    })
    expect((await personOf(office, '3')).number).toBe('held')
  })

  it('does not reach a number that came later for the same person', async () => {
    await importPeople(office, [{ code: '1', number: numberOf(1) }])
    await attest(office)
    await enter(office, '1', numberOf(11), true)
    await expect(reveal(office, ['1'])).rejects.toMatchObject({ code: 'NOT_VERIFIED' })
  })

  it('cannot be of tomorrow, and is nothing for people without numbers', async () => {
    await expect(
      office.call('number.attest', { company: office.company, source: 'x', collectedOn: '2026-11-25' }),
    ).rejects.toMatchObject({ code: 'DATE_ORDER' })
    await expect(attest(office)).rejects.toMatchObject({ code: 'NOTHING_TO_ATTEST' })
  })
})
