import { describe, expect, test } from 'vitest'
import { en } from '../../../../src/renderer/i18n/en/index.ts'
import { createTexts } from '../../../../src/renderer/i18n/index.ts'
import { ja } from '../../../../src/renderer/i18n/ja/index.ts'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path: string[] = []): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[[...path, key].join('.'), value] as [string, string]]
      : leaves(value, [...path, key]),
  )

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)].map(([, name]) => name ?? '').toSorted()

const japanese = new Map(leaves(ja))
const english = new Map(leaves(en))

describe('texts', () => {
  test('every English text asks for values that the Japanese one gets', () => {
    const wrong = [...english].filter(([key, text]) => {
      const source = japanese.get(key.replace(/_one$/, '_other')) ?? ''
      const known = new Set(placeholders(source))
      return placeholders(text).some((name) => !known.has(name))
    })
    expect(wrong).toEqual([])
  })

  test('no text is empty', () => {
    expect([...japanese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('no text of either language shows an unfilled placeholder once it is filled', () => {
    for (const language of ['ja', 'en'] as const) {
      const { t } = createTexts(language)
      expect(t('importing.done.added', { count: 3 })).not.toContain('{{')
    }
  })

  test('large counts are grouped', () => {
    expect(createTexts('ja').t('common.people', { count: 10_043 })).toBe('10,043人')
  })

  test('English tells one from many', () => {
    const { t } = createTexts('en')
    expect(t('common.people', { count: 1 })).toBe('1 person')
    expect(t('common.people', { count: 2 })).toBe('2 people')
  })

  test('the number means a My Number: no Japanese column heading calls anything else by that word', () => {
    expect(ja.log.columns.seq).not.toContain('番号')
  })

  test('本人確認 is said of the owner of a number and never of the operator', () => {
    const operator = leaves({ reveal: ja.reveal, match: ja.match, locked: ja.locked })
    expect(operator.filter(([, text]) => text.includes('本人確認'))).toEqual([])
  })
})
