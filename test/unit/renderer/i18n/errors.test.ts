import { describe, expect, test } from 'vitest'
import { errorsEn } from '../../../../src/renderer/i18n/errors.en.ts'
import { errorsJa } from '../../../../src/renderer/i18n/errors.ja.ts'
import { errorText, refusalText } from '../../../../src/renderer/i18n/errors.ts'
import { ERROR_KINDS, type ErrorCode } from '../../../../src/shared/errors.ts'

const CODES = Object.keys(ERROR_KINDS) as ErrorCode[]

describe('error texts', () => {
  test.each(CODES)('%s says what happened and what to do, also without its params', (code) => {
    for (const language of ['ja', 'en'] as const) {
      const { what, next } = errorText(language, { code, params: {} })
      expect(`${what}${next}`).not.toMatch(/[{}]|（）|\(\)/)
      expect(what.length).toBeGreaterThan(5)
      expect(next.length).toBeGreaterThan(5)
    }
  })

  test('fills a param', () => {
    const { what } = errorText('ja', { code: 'TOO_MANY_ATTEMPTS', params: { seconds: 30 } })
    expect(what).toContain('あと30秒')
  })

  test('writes a date param as a date', () => {
    const { what } = errorText('ja', { code: 'NOT_DUE', params: { person: '0012', due: '2034-01-11' } })
    expect(what).toContain('2034年1月11日（令和16年）')
  })

  test('names the roles that are needed', () => {
    const params = { method: 'number.attest', needs: 'manager,handler' }
    expect(errorText('ja', { code: 'ROLE_REFUSED', params }).next).toContain('責任者・事務取扱担当者')
    expect(errorText('en', { code: 'ROLE_REFUSED', params }).next).toContain('Manager, Handler')
  })

  test('both languages ask for the same params', () => {
    const names = (text: { what: string; next: string }): string[] =>
      [...`${text.what}${text.next}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted()
    const of = (texts: typeof errorsJa) => CODES.map((code) => [code, names(texts[code])])
    expect(of(errorsEn)).toEqual(of(errorsJa))
  })

  test('a refusal code that is not an error stays as it is', () => {
    expect(refusalText('ja', 'no-such-code')).toBe('no-such-code')
    expect(refusalText('ja', 'toString')).toBe('toString')
  })
})
