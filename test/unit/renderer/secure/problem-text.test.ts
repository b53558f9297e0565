import { expect, test } from 'vitest'
import { problemText } from '../../../../src/renderer/secure/problem-text.ts'
import { WORDS } from '../../../../src/renderer/secure/words.ts'

const ja = (code: string, params: Record<string, string | number> = {}) =>
  problemText(WORDS.ja, { code, params })

test('says nothing without an error', () => {
  expect(problemText(WORDS.ja, null)).toBeNull()
})

test('tells how long to wait, in seconds and then in minutes', () => {
  expect(ja('TOO_MANY_ATTEMPTS', { seconds: 29.2 })).toContain('あと30秒')
  expect(ja('TOO_MANY_ATTEMPTS', { seconds: 240 })).toContain('あと約4分')
})

test('tells the least length that the worker asks for', () => {
  expect(ja('SECRET_TOO_SHORT', { which: 'passphrase', minimum: 12 })).toContain('12文字以上')
})

test.each(['empty', 'not-digits', 'resident-code', 'corporate', 'length', 'placeholder', 'check-digit'])(
  'explains a number refused for %s in both languages',
  (reason) => {
    for (const words of [WORDS.ja, WORDS.en]) {
      const text = problemText(words, { code: 'NUMBER_INVALID', params: { reason } })
      expect(text).toBe(words.problems.number[reason])
      expect(text).not.toBe('')
    }
  },
)

test('names a code that has no sentence of its own', () => {
  expect(ja('DISK_FULL')).toContain('DISK_FULL')
})

test('both languages have the same words', () => {
  const keys = (value: unknown, at = ''): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${at}.${key}`))
      : [at]
  expect(keys(WORDS.en)).toEqual(keys(WORDS.ja))
})
