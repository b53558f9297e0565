import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeUpPeople, payrollCsv } from '../../../src/cli/demo/people.ts'
import { readPayroll } from '../../../src/exchange/payroll.ts'

const read = (count: number, today: string, seed?: number) =>
  readPayroll(Buffer.from(payrollCsv(madeUpPeople(count, today, seed))))

describe('made-up people', () => {
  it('are the same every time', () => {
    expect(madeUpPeople(50, '2026-11-22')).toEqual(madeUpPeople(50, '2026-11-22'))
    expect(madeUpPeople(50, '2026-11-22', 2)).not.toEqual(madeUpPeople(50, '2026-11-22'))
  })

  it('make a file that reads without a problem but the one on purpose', () => {
    const days = fc.date({ min: new Date('2024-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), days, fc.integer(), (count, day, seed) => {
        const file = read(count, day.toISOString().slice(0, 10), seed)
        expect(file.rows).toHaveLength(count)
        expect(file.refused.map(({ reason }) => reason)).toEqual(count > 7 ? ['check-digit'] : [])
        expect(file.warnings).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('have someone who left, someone without a number, dates in both forms and numbers in groups', () => {
    const people = madeUpPeople(120, '2026-11-22')
    expect(people.filter(({ left }) => left !== '')).toHaveLength(12)
    expect(people.some(({ number }) => number === '')).toBe(true)
    expect(people.some(({ number }) => number.includes(' '))).toBe(true)
    expect(people.some(({ birth }) => birth.startsWith('昭和'))).toBe(true)
    expect(people.some(({ birth }) => birth.includes('/'))).toBe(true)
  })
})
