import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Basis, defaultLastFiling, dueOf } from '../../../../src/engine/retention/due.ts'
import { RULES } from '../../../../src/engine/retention/rules.ts'
import { addDays, compareDates, fromIso, toIso } from '../../../../src/shared/dates.ts'
import type { IsoDate } from '../../../../src/shared/ids.ts'

const iso = (text: string): IsoDate => toIso(fromIso(text))
const relation = (rule: string, endedOn: string | null, lastFilingOn: string | null = null): Basis => ({
  kind: 'relation',
  rule,
  startedOn: iso('2020-04-01'),
  endedOn: endedOn === null ? null : iso(endedOn),
  lastFilingOn: lastFilingOn === null ? null : iso(lastFilingOn),
})
const form = (rule: string, deadline: string): Basis => ({ kind: 'form', rule, deadline: iso(deadline) })

const date = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2015-01-01', days))
const rule = fc.constantFrom(...RULES.map(({ id }) => id))
const endedRelation = fc.record({
  kind: fc.constant('relation' as const),
  rule,
  startedOn: fc.constant(null),
  endedOn: date,
  lastFilingOn: fc.option(date),
})
const anyForm = fc.record({ kind: fc.constant('form' as const), rule, deadline: date })
const ended = fc
  .tuple(fc.array(endedRelation, { minLength: 1, maxLength: 4 }), fc.array(anyForm, { maxLength: 4 }))
  .map(([relations, forms]): Basis[] => [...relations, ...forms])

describe('a leaver', () => {
  const leaver = relation('T12', '2026-08-31', '2027-01-20')

  it('is due the day after the last filing in role B', () => {
    expect(dueOf({ role: 'B', bases: [leaver] })).toMatchObject({ due: '2027-01-21', open: false })
  })

  it('is due later when commission is paid and filed afterwards', () => {
    const commission = relation('T12', '2027-02-25', '2028-01-19')
    expect(dueOf({ role: 'B', bases: [leaver, commission] }).due).toBe('2028-01-20')
  })

  it('is due seven years after the last form in role A', () => {
    const bases = [leaver, form('T01', '2025-01-23'), form('T01', '2026-01-22')]
    const { due, because } = dueOf({ role: 'A', bases })
    expect(due).toBe('2034-01-11')
    expect(because.map((reason) => [reason.rule, reason.date])).toEqual([
      ['T01', '2034-01-11'],
      ['T01', '2033-01-11'],
      ['T12', '2027-01-21'],
    ])
    expect(because[0]).toMatchObject({ article: '所得税法194条、所得税法施行規則73条・76条の3' })
  })

  it('keeps the family as long in role A, since they stand on the same forms', () => {
    const child = relation('T01', '2026-08-31', '2027-01-20')
    expect(dueOf({ role: 'A', bases: [child, form('T01', '2026-01-22')] }).due).toBe('2034-01-11')
  })

  it('is not moved by the paper 喪失届 in roles A and B', () => {
    const paper = form('E02', '2026-09-08')
    expect(dueOf({ role: 'B', bases: [leaver, paper] }).due).toBe('2027-01-21')
    expect(dueOf({ role: 'A', bases: [leaver, form('T01', '2026-01-22'), paper] }).due).toBe('2034-01-11')
  })

  it('is kept as long as the longest document in role C', () => {
    const insured = relation('H01', '2026-08-31', '2026-09-04')
    expect(dueOf({ role: 'C', bases: [insured, form('E02', '2026-09-08')] }).due).toBe('2030-09-09')
    expect(dueOf({ role: 'C', bases: [insured] }).due).toBe('2028-09-05')
    expect(dueOf({ role: 'C', bases: [leaver, insured, form('E02', '2026-09-08')] }).due).toBe('2034-01-11')
  })

  it('is given the year of leaving as that of the last form when none is on record', () => {
    expect(dueOf({ role: 'A', bases: [leaver] })).toMatchObject({ due: '2034-01-11' })
    expect(dueOf({ role: 'A', bases: [leaver] }).because[0]?.rule).toBe('T10')
  })

  it('is given the year of a later pay when slips were filed for it', () => {
    expect(dueOf({ role: 'A', bases: [relation('T12', '2026-12-31', '2028-01-20')] }).due).toBe('2035-01-11')
  })

  it('has 31 January of the next year as last filing unless another is known', () => {
    expect(defaultLastFiling('2026-08-31')).toBe('2027-01-31')
    expect(dueOf({ role: 'B', bases: [relation('T12', '2026-08-31')] }).due).toBe('2027-02-01')
  })

  it('is never due before the relation ends', () => {
    expect(dueOf({ role: 'B', bases: [relation('T12', '2026-08-31', '2026-01-20')] }).due).toBe('2026-09-01')
  })
})

describe('a payee', () => {
  it('is due the day after the filing in every role, for no law orders a copy to be kept', () => {
    for (const role of ['A', 'B', 'C'] as const) {
      expect(dueOf({ role, bases: [relation('P01', '2026-06-10', '2027-01-20')] }).due).toBe('2027-01-21')
    }
  })
})

describe('a due date', () => {
  it('does not exist while any relation is open, and says which', () => {
    const bases = [
      relation('T12', null),
      relation('P01', '2026-06-10', '2027-01-20'),
      form('T01', '2026-01-22'),
    ]
    const { due, open, because } = dueOf({ role: 'A', bases })
    expect([due, open]).toEqual([null, true])
    expect(because).toMatchObject([{ rule: 'T12', date: null }])
  })

  it('does not exist without a basis, which is not the same as open', () => {
    expect(dueOf({ role: 'B', bases: [] })).toEqual({ due: null, open: false, because: [] })
    expect(dueOf({ role: 'B', bases: [form('T01', '2026-01-22')] }).due).toBeNull()
  })

  it('refuses a rule that nobody knows', () => {
    expect(() => dueOf({ role: 'B', bases: [relation('X01', '2026-01-01')] })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_RULE' }),
    )
  })

  it('is the latest of its reasons and the first of them', () => {
    fc.assert(
      fc.property(ended, fc.constantFrom('A' as const, 'B' as const, 'C' as const), (bases, role) => {
        const { due, because } = dueOf({ role, bases })
        expect(because[0]?.date).toBe(due)
        expect(because.every((reason) => reason.date !== null && due !== null && reason.date <= due)).toBe(
          true,
        )
        expect(because.every(({ article, ja, en }) => article !== '' && ja !== '' && en !== '')).toBe(true)
      }),
    )
  })

  it('is never earlier in role A or C than in role B, nor earlier in C than in A', () => {
    fc.assert(
      fc.property(ended, (bases) => {
        const [a, b, c] = (['A', 'B', 'C'] as const).map((role) => dueOf({ role, bases }).due ?? '')
        expect(compareDates(a ?? '', b ?? '')).toBeGreaterThanOrEqual(0)
        expect(compareDates(c ?? '', a ?? '')).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('comes after the end of every relation', () => {
    fc.assert(
      fc.property(ended, (bases) => {
        const { due } = dueOf({ role: 'B', bases })
        const ends = bases.flatMap((basis) => (basis.kind === 'relation' ? [basis.endedOn ?? ''] : []))
        expect(ends.every((end) => due !== null && end < due)).toBe(true)
      }),
    )
  })
})
