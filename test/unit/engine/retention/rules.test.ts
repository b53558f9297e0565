import { describe, expect, it } from 'vitest'
import { NOTICE_LINES, STANDARD_NOTICE } from '../../../../src/engine/retention/notice.ts'
import { TASK_IDS } from '../../../../src/engine/retention/rule.ts'
import { periodOfDocument, RULES, ruleOf } from '../../../../src/engine/retention/rules.ts'
import { toIso } from '../../../../src/shared/dates.ts'

const date = toIso({ year: 2026, month: 9, day: 8 })

describe('the rules', () => {
  it('have unique ids, a task, names, articles and a day on which they were checked', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    for (const rule of RULES) {
      expect(rule.id).toMatch(/^[TEHP]\d{2}$/)
      expect(TASK_IDS).toContain(rule.task)
      expect(rule.whose.length).toBeGreaterThan(0)
      for (const text of [rule.document.ja, rule.document.en, rule.basis, rule.ja, rule.en])
        expect(text).not.toBe('')
      expect(rule.checkedOn).toBe('2026-11-22')
    }
  })

  it.each([
    ['T01', '2034-01-11'],
    ['T09', '2034-01-11'],
    ['T10', '2034-01-11'],
    ['T11', '2030-01-01'],
    ['T16', '2032-01-01'],
    ['E01', '2030-09-09'],
    ['E02', '2030-09-09'],
    ['H01', '2028-09-09'],
    ['H04', '2028-09-09'],
    ['T12', null],
    ['P01', null],
  ])('%s with 2026-09-08 is due on %s', (id, due) => {
    expect(periodOfDocument(ruleOf(id), date)?.purgeDue ?? null).toBe(due)
  })

  it('say whose number stands on a document', () => {
    expect(ruleOf('T04').whose).toEqual(['spouse'])
    expect(ruleOf('T13').whose).toEqual(['employee'])
    expect(ruleOf('P02').whose).toEqual(['payee'])
  })

  it('know the filing lines of fees and rent', () => {
    expect([ruleOf('P01').filingLine, ruleOf('P02').filingLine]).toEqual([50_000, 150_000])
  })

  it('are found in any case, and an unknown id is refused', () => {
    expect(ruleOf('e01').id).toBe('E01')
    expect(() => ruleOf('X99')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_RULE', params: { rule: 'X99' } }),
    )
  })
})

describe('the standard notice', () => {
  it('lists the tasks of every employer, once each, with a line of text', () => {
    expect(new Set(STANDARD_NOTICE.tasks).size).toBe(STANDARD_NOTICE.tasks.length)
    expect(STANDARD_NOTICE.tasks).toContain('withholding')
    expect(STANDARD_NOTICE.tasks).not.toContain('client-filing')
    for (const task of STANDARD_NOTICE.tasks) expect(NOTICE_LINES[task].ja).not.toBe('')
  })
})
