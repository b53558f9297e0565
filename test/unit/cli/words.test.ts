import { describe, expect, it } from 'vitest'
import { en } from '../../../src/cli/words.en.ts'
import { ja } from '../../../src/cli/words.ja.ts'
import { ACTIONS } from '../../../src/engine/log/line.ts'
import type { DocumentProblem } from '../../../src/engine/people/documents.ts'
import type { PayrollProblem, PayrollWarning } from '../../../src/exchange/payroll-row.ts'
import type { NumberProblem } from '../../../src/shared/my-number.ts'

/** Codes that reach the command line as open text; a new one without words fails the type check here. */
type Reason = PayrollProblem | PayrollWarning | NumberProblem | DocumentProblem
const reasons: Readonly<Record<Reason, string>> = ja.reason

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\w+\}\}/g)].map(([found]) => found).toSorted()

describe('the words', () => {
  it('have a text for every reason and every action of the log', () => {
    expect(Object.values(reasons).every((text) => text.length > 0)).toBe(true)
    expect(Object.keys(ja.action)).toEqual(expect.arrayContaining(Object.keys(ACTIONS)))
  })

  it('use the same parameters in both languages', () => {
    for (const [code, text] of Object.entries(ja.errors)) {
      const other = Object.entries(en.errors).find(([key]) => key === code)?.[1]
      const both = [text, other].map((entry) => placeholders(`${entry?.what}${entry?.next}`))
      expect([code, both[0]]).toEqual([code, both[1]])
    }
    for (const [part, text] of Object.entries(ja.usage)) {
      const other = Object.entries(en.usage).find(([key]) => key === part)?.[1] ?? ''
      expect([part, new Set(placeholders(text))]).toEqual([part, new Set(placeholders(other))])
    }
  })

  it('say 本人確認 only of the number’s owner', () => {
    expect(JSON.stringify(ja)).not.toMatch(/操作者の本人確認/)
  })
})
