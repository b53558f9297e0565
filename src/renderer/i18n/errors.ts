import type { Language } from '../../shared/bridge.ts'
import { formatEnglish, formatJapanese, isIsoDate } from '../../shared/dates.ts'
import type { ErrorCode, ErrorParams } from '../../shared/errors.ts'
import { roles as rolesEn } from './en/shell.ts'
import { errorsEn } from './errors.en.ts'
import { type ErrorText, errorsJa } from './errors.ja.ts'
import { roles as rolesJa } from './ja/shell.ts'

const ERRORS: Readonly<Record<Language, Readonly<Record<ErrorCode, ErrorText>>>> = {
  ja: errorsJa,
  en: errorsEn,
}
const ROLE_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { ja: rolesJa, en: rolesEn }
const LIST_MARK: Readonly<Record<Language, string>> = { ja: '・', en: ', ' }

const PLACEHOLDER = /\{\{(\w+)\}\}/g
/** A remark in brackets that needs a param; dropped as a whole when the param is not there. */
const REMARK = / ?[（(][^（）()]*\{\{(\w+)\}\}[^（）()]*[）)]/g

function word(language: Language, name: string, value: string | number | boolean): string {
  const text = String(value)
  if (name === 'needs') {
    return text
      .split(',')
      .map((role) => ROLE_WORDS[language][role] ?? role)
      .join(LIST_MARK[language])
  }
  if (isIsoDate(text)) return language === 'ja' ? formatJapanese(text) : formatEnglish(text)
  return text
}

function fill(language: Language, text: string, params: ErrorParams): string {
  return text
    .replace(REMARK, (remark, name: string) => (Object.hasOwn(params, name) ? remark : ''))
    .replace(PLACEHOLDER, (_, name: string) => {
      const value = params[name]
      return value === undefined ? '' : word(language, name, value)
    })
}

/** What happened and what to do instead, in the language asked for. Params that an error lacks leave no gap in brackets. */
export function errorText(language: Language, error: { code: ErrorCode; params: ErrorParams }): ErrorText {
  const { what, next } = ERRORS[language][error.code]
  return { what: fill(language, what, error.params), next: fill(language, next, error.params) }
}

/** Short text for a refusal code that came as plain text, or the code itself when it is not one of ours. */
export function refusalText(language: Language, code: string): string {
  const texts: Readonly<Record<string, ErrorText>> = ERRORS[language]
  return Object.hasOwn(texts, code) ? fill(language, texts[code]?.what ?? code, {}) : code
}
