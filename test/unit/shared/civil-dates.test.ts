import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addYears,
  compareDates,
  daysBetween,
  isIsoDate,
  lastDayOfYears,
  laterOf,
  today,
} from '../../../src/shared/dates.ts'

const days = fc.integer({ min: -30_000, max: 60_000 })
const date = days.map((shift) => addDays('2000-01-01', shift))

describe('days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1970-01-01', 0, '1970-01-01'],
  ])('%s and %i days are %s', (from, shift, to) => {
    expect(addDays(from, shift)).toBe(to)
    expect(daysBetween(from, to)).toBe(shift)
  })

  it('agree with the UTC calendar of the platform', () => {
    fc.assert(
      fc.property(days, (shift) => {
        const expected = new Date(Date.UTC(2000, 0, 1) + shift * 86_400_000).toISOString().slice(0, 10)
        expect(addDays('2000-01-01', shift)).toBe(expected)
      }),
    )
  })

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    'x',
    '',
    '0000-01-01',
  ])('refuse %j', (text) => {
    expect(isIsoDate(text)).toBe(false)
    expect(() => addDays(text, 0)).toThrow(expect.objectContaining({ code: 'BAD_DATE' }))
  })

  it('compare as dates', () => {
    expect(compareDates('2026-01-01', '2026-01-02')).toBe(-1)
    expect(compareDates('2026-01-02', '2026-01-02')).toBe(0)
    expect(compareDates('2026-02-01', '2026-01-31')).toBe(1)
    expect(laterOf('2026-02-01', '2026-01-31')).toBe('2026-02-01')
  })
})

describe('years', () => {
  it('end a leap day at the end of February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(addYears('2026-11-22', 7)).toBe('2033-11-22')
  })

  it('give periods that end the day before the corresponding day, or at the end of a month without it', () => {
    expect(lastDayOfYears('2025-04-01', 4)).toBe('2029-03-31')
    expect(lastDayOfYears('2024-02-29', 4)).toBe('2028-02-28')
    expect(lastDayOfYears('2024-02-29', 2)).toBe('2026-02-28')
    expect(lastDayOfYears('2024-03-01', 4)).toBe('2028-02-29')
    expect(lastDayOfYears('2026-01-01', 1)).toBe('2026-12-31')
  })

  it('keep the month of the date they start from', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 50 }), (from, years) => {
        expect(addYears(from, years).slice(5, 7)).toBe(from.slice(5, 7))
      }),
    )
  })
})

describe('today', () => {
  it('is the date in Tokyo, which begins at 15:00 UTC', () => {
    expect(today(Date.UTC(2026, 10, 22, 14, 59, 59, 999))).toBe('2026-11-22')
    expect(today(Date.UTC(2026, 10, 22, 15, 0, 0))).toBe('2026-11-23')
  })
})
