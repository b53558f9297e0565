import { describe, expect, test } from 'vitest'
import { defaultLastFiling } from '../../../../src/engine/retention/due.ts'
import { type HomeTask, tasksOf } from '../../../../src/renderer/office/views/home/tasks.ts'
import {
  FIELD_ORDER,
  hasNeeded,
  sharedColumn,
  withColumn,
} from '../../../../src/renderer/office/views/import/mapping.ts'
import { DAYS_SHOWN, lastDays } from '../../../../src/renderer/office/views/log/last-days.ts'
import { PAGE_SIZE, pagesOf } from '../../../../src/renderer/office/views/people/pages.ts'
import { usualLastFiling } from '../../../../src/renderer/office/views/person/last-filing.ts'
import { FIELDS, type HomeSummary } from '../../../../src/shared/model.ts'

const QUIET: HomeSummary = {
  people: 10,
  numbersHeld: 10,
  numbersVerified: 10,
  numbersUnverified: 0,
  numbersMissing: 0,
  purgeDue: 0,
  purgeDueNext: null,
  proposalsOpen: 0,
  verificationFailures: 0,
  log: { lines: 1, ok: true, verifiedAt: null, anchor: { state: 'held', lastAnchoredAt: null } },
}
const names = (tasks: readonly HomeTask[]): string[] => tasks.map(({ name }) => name)

describe('what to do now', () => {
  test('nothing when nothing is open', () => {
    expect(tasksOf(QUIET, true)).toEqual([])
  })

  test('the most serious comes first', () => {
    const busy: HomeSummary = {
      ...QUIET,
      numbersMissing: 2,
      numbersUnverified: 3,
      purgeDue: 1,
      proposalsOpen: 1,
      verificationFailures: 4,
      log: { ...QUIET.log, ok: false, anchor: { state: 'missing', lastAnchoredAt: null } },
    }
    expect(names(tasksOf(busy, true))).toEqual([
      'logBroken',
      'anchor',
      'failures',
      'proposals',
      'purgeDue',
      'unverified',
      'missing',
    ])
  })

  test('only the responsible person is led to the attestation', () => {
    const waiting = { ...QUIET, numbersUnverified: 3 }
    expect(tasksOf(waiting, true)[0]?.to).toBe('attest')
    expect(tasksOf(waiting, false)[0]?.to).toEqual({ name: 'people', filter: 'unverified' })
  })
})

describe('columns of an import', () => {
  test('every field of a file can be chosen', () => {
    expect(new Set(FIELD_ORDER)).toEqual(new Set(FIELDS))
  })

  test('a code and a name are needed', () => {
    expect(hasNeeded({ code: 0 })).toBe(false)
    expect(hasNeeded({ name: 1 })).toBe(false)
    expect(hasNeeded({ code: 0, name: 1 })).toBe(true)
    expect(hasNeeded({ code: 0, familyName: 1 })).toBe(true)
  })

  test('a column is set and taken out without touching the others', () => {
    expect(withColumn({ code: 0 }, 'name', 2)).toEqual({ code: 0, name: 2 })
    expect(withColumn({ code: 0, name: 2 }, 'name', null)).toEqual({ code: 0 })
  })

  test('one column for two fields is found', () => {
    expect(sharedColumn({ code: 0, name: 1 })).toBeNull()
    expect(sharedColumn({ code: 0, name: 1, kana: 1 })).toBe(1)
  })
})

describe('activity by day', () => {
  test('ends with the newest day and fills the days between with zero', () => {
    const days = lastDays([
      { day: '2026-11-20', count: 2 },
      { day: '2026-11-22', count: 5 },
    ])
    expect(days).toHaveLength(DAYS_SHOWN)
    expect(days.slice(-3)).toEqual([
      { day: '2026-11-20', count: 2 },
      { day: '2026-11-21', count: 0 },
      { day: '2026-11-22', count: 5 },
    ])
  })

  test('nothing for no entries', () => {
    expect(lastDays([])).toEqual([])
  })
})

describe('pages of the list', () => {
  test.each([
    [0, 0, [0]],
    [0, PAGE_SIZE - 1, [0]],
    [PAGE_SIZE - 1, PAGE_SIZE, [0, 1]],
    [PAGE_SIZE * 3, PAGE_SIZE * 3 + 10, [3]],
    [5, 0, [0]],
  ])('rows %d to %d are on pages %j', (first, last, pages) => {
    expect(pagesOf(first, last)).toEqual(pages)
  })
})

describe('last filing', () => {
  test.each(['2024-03-31', '2026-12-31', '2027-01-01'])('for %s is what the engine takes', (on) => {
    expect(usualLastFiling(on).replaceAll('/', '-')).toBe(defaultLastFiling(on))
  })
})
