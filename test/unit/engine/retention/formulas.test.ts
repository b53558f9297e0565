import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fromCompletion,
  fromNextYear,
  type Period,
  tax10,
  tax7,
} from '../../../../src/engine/retention/formulas.ts'
import { addDays, compareDates } from '../../../../src/shared/dates.ts'

const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days))
const years = fc.integer({ min: 1, max: 10 })
const FORMULAS: readonly [string, (from: string, length: number) => Period][] = [
  ['F1', tax7],
  ['F2', tax10],
  ['F3', fromCompletion],
  ['F4', fromNextYear],
]

describe('F1 and F2', () => {
  it.each([
    ['2025-01-24', '2033-01-10', '2033-01-11', '扶養控除等申告書 of 2025'],
    ['2025-12-24', '2033-01-10', '2033-01-11', '配偶者控除等申告書 of 2025'],
    [
      '2024-12-31',
      '2032-01-10',
      '2032-01-11',
      'first pay on 1 January, so the deadline lies in the year before',
    ],
    ['2026-01-14', '2034-01-10', '2034-01-11', 'a change on 28 December, next pay on 15 January'],
    ['2018-01-24', '2026-01-10', '2026-01-11', 'expired'],
  ])('a deadline of %s is kept through %s and due on %s (%s)', (deadline, keepThrough, purgeDue) => {
    expect(tax7(deadline)).toEqual({ keepThrough, purgeDue })
  })

  it('keep ten years for a lump sum of a defined contribution pension', () => {
    expect(tax10('2026-03-31')).toEqual({ keepThrough: '2037-01-10', purgeDue: '2037-01-11' })
  })

  it('give one date for all deadlines of a year', () => {
    fc.assert(
      fc.property(date, (deadline) => {
        expect(tax7(deadline)).toEqual(tax7(`${deadline.slice(0, 4)}-12-31`))
      }),
    )
  })
})

describe('F3', () => {
  it.each([
    ['2025-03-31', 4, '2029-03-31', '2029-04-01'],
    ['2024-02-28', 4, '2028-02-28', '2028-02-29'],
    ['2024-02-29', 4, '2028-02-29', '2028-03-01'],
    ['2024-02-28', 2, '2026-02-28', '2026-03-01'],
    ['2025-12-31', 2, '2027-12-31', '2028-01-01'],
    ['2026-09-08', 4, '2030-09-08', '2030-09-09'],
  ])(
    'a completion on %s with %i years is kept through %s and due on %s',
    (from, n, keepThrough, purgeDue) => {
      expect(fromCompletion(from, n)).toEqual({ keepThrough, purgeDue })
    },
  )
})

describe('F4', () => {
  it.each([
    ['2025-07-01', 5, '2030-12-31', '2031-01-01'],
    ['2025-12-31', 3, '2028-12-31', '2029-01-01'],
  ])('an event on %s with %i years is kept through %s and due on %s', (from, n, keepThrough, purgeDue) => {
    expect(fromNextYear(from, n)).toEqual({ keepThrough, purgeDue })
  })
})

describe.each(FORMULAS)('%s', (_, formula) => {
  it('is due the day after it is kept, and years after the event', () => {
    fc.assert(
      fc.property(date, years, (from, length) => {
        const { keepThrough, purgeDue } = formula(from, length)
        expect(purgeDue).toBe(addDays(keepThrough, 1))
        expect(compareDates(keepThrough, from)).toBe(1)
      }),
    )
  })

  it('never ends earlier for a later event', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 400 }), years, (from, days, length) => {
        const later = formula(addDays(from, days), length)
        expect(compareDates(later.purgeDue, formula(from, length).purgeDue)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('refuses what is no date', () => {
    expect(() => formula('2026-02-30', 1)).toThrow(expect.objectContaining({ code: 'BAD_DATE' }))
  })
})
