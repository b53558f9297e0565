import { describe, expect, it } from 'vitest'
import { RULES } from '../../../../src/engine/retention/rules.ts'
import { NOT_ALLOWED, notAllowed, resolvePurpose, TASKS } from '../../../../src/engine/retention/tasks.ts'

describe('a purpose', () => {
  it.each([
    ['withholding', 'withholding', null],
    ['T12', 'withholding', 'T12'],
    ['t12', 'withholding', 'T12'],
    ['Ｔ１２', 'withholding', 'T12'],
    ['源泉徴収票・給与支払報告書', 'withholding', null],
    ['源泉徴収票', 'withholding', null],
    ['雇用保険', 'employment-insurance', null],
    ['健保・厚年', 'health-pension', null],
    ['第３号', 'category-3', null],
    ['支払調書', 'payment-records', null],
    ['財形等', 'savings', null],
    ['本人への開示・訂正', 'disclosure', null],
    ['雇用保険被保険者資格喪失届', 'employment-insurance', 'E02'],
    ['給与所得者の扶養控除等(異動)申告書', 'withholding', 'T01'],
    [' H04 ', 'category-3', 'H04'],
  ])('%s is the task %s, rule %s', (text, task, rule) => {
    expect(resolvePurpose(text)).toEqual({ task, rule })
  })

  it('is found by the id and name of every task and the id of every rule', () => {
    for (const { id, ja } of TASKS) {
      expect(resolvePurpose(id)).toEqual({ task: id, rule: null })
      expect(resolvePurpose(ja)).toEqual({ task: id, rule: null })
    }
    for (const { id, task } of RULES) expect(resolvePurpose(id)).toEqual({ task, rule: id })
  })

  it.each(['', 'T99', '労災', '営業成績', '社員番号', 'constructor', '__proto__'])(
    'is unknown: %j',
    (text) => {
      expect(resolvePurpose(text)).toBeNull()
    },
  )
})

describe('a use that is not allowed', () => {
  it.each([
    ['労災', 'workers-accident'],
    ['労災保険の請求', 'workers-accident'],
    ['社員番号', 'employee-code'],
    ['営業成績', 'sales'],
    ['顧客管理', 'sales'],
    ['受付での確認', 'reception'],
    ['ideco', 'other-schemes'],
    ['T08', 'deduction-forms'],
  ])('%s is refused as %s', (text, id) => {
    expect(notAllowed(text)).toMatchObject({ id })
  })

  it('has a reason and articles, and is never a purpose', () => {
    for (const { ja, en, basis, terms } of NOT_ALLOWED) {
      expect([ja, en, basis]).not.toContain('')
      expect(terms.map(resolvePurpose).filter((found) => found !== null)).toEqual([])
    }
  })

  it('is no task that is allowed', () => {
    expect(
      [...TASKS.map(({ ja }) => ja), ...RULES.map(({ document }) => document.ja)].map(notAllowed),
    ).toEqual([...TASKS, ...RULES].map(() => null))
  })
})
