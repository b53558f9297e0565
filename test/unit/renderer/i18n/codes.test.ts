import { describe, expect, test } from 'vitest'
import { ACTIONS } from '../../../../src/engine/log/line.ts'
import { TASKS } from '../../../../src/engine/retention/tasks.ts'
import { codesOf, codeText } from '../../../../src/renderer/i18n/codes.ts'
import type { PayrollProblem, PayrollWarning } from '../../../../src/exchange/payroll-row.ts'

/** Spelled out, so that a new reason of an import fails the type check here until it has a text. */
const REASONS: Readonly<Record<PayrollProblem | PayrollWarning, true>> = {
  missing: true,
  'number-in-text': true,
  formula: true,
  gaiji: true,
  'unreadable-character': true,
  'control-character': true,
  'spreadsheet-error': true,
  'too-long': true,
  'bad-code': true,
  'bad-name': true,
  'not-digits': true,
  'resident-code': true,
  corporate: true,
  length: true,
  placeholder: true,
  'check-digit': true,
  exponent: true,
  'lost-zero': true,
  'bad-date': true,
  'excel-serial': true,
  'date-order': true,
  'duplicate-code': true,
  columns: true,
  'era-ended': true,
  'same-number': true,
  'test-data': true,
  'ambiguous-column': true,
}

describe('words for codes', () => {
  test('every action of the log has a word', () => {
    const unknown = Object.keys(ACTIONS).filter((action) => codeText('ja', 'action', action) === action)
    expect(unknown).toEqual([])
  })

  test('every reason of an import has a text', () => {
    const unknown = Object.keys(REASONS).filter((reason) => codeText('ja', 'reason', reason) === reason)
    expect(unknown).toEqual([])
  })

  test('every task has the name that the engine gives it', () => {
    for (const task of TASKS) {
      expect(codeText('ja', 'task', task.id)).toBe(task.ja)
      expect(codeText('en', 'task', task.id)).toBe(task.en)
    }
  })

  test('an unknown code falls back to the code itself', () => {
    expect(codeText('ja', 'reason', 'brand-new')).toBe('brand-new')
    expect(codeText('en', 'action', '__proto__')).toBe('__proto__')
  })

  test('a list of codes comes with its words', () => {
    expect(codesOf('ja', 'source')).toContainEqual({ code: 'import', text: 'ファイルの取込み' })
  })
})
