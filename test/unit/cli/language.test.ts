import { expect, it } from 'vitest'
import { languageOf } from '../../../src/cli/language.ts'

it.each([
  ['ja', {}],
  ['ja', { LANG: '' }],
  ['ja', { LANG: 'C' }],
  ['ja', { LANG: 'C.UTF-8' }],
  ['ja', { LC_ALL: 'POSIX' }],
  ['ja', { LANG: 'ja_JP.UTF-8' }],
  ['ja', { LC_ALL: 'ja_JP.eucJP', LANG: 'en_US.UTF-8' }],
  ['ja', { LC_ALL: '', LC_MESSAGES: 'ja', LANG: 'en_US.UTF-8' }],
  ['en', { LANG: 'en_US.UTF-8' }],
  ['en', { LANG: 'de_DE@euro' }],
  ['en', { LC_ALL: 'fil_PH.UTF-8' }],
])('speaks %s where the locale is %j', (language, env) => {
  expect(languageOf(env)).toBe(language)
})
