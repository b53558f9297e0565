import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldQuery, kanaKey, nameKeys, plainKey, VARIANTS, variantKey } from '../../../src/exchange/names.ts'

const PAIRS = [
  ['髙', '高'],
  ['﨑', '崎'],
  ['邉', '辺'],
  ['邊', '辺'],
  ['齋', '斉'],
  ['齊', '斉'],
  ['斎', '斉'],
  ['濵', '浜'],
  ['濱', '浜'],
  ['德', '徳'],
  ['栁', '柳'],
  ['廣', '広'],
  ['澤', '沢'],
  ['國', '国'],
  ['櫻', '桜'],
  ['𠮷', '吉'],
  ['嶋', '島'],
  ['龍', '竜'],
] as const

describe('keys of a name', () => {
  it('keep the stored name as it is', () => {
    expect(nameKeys('神\u{FA19} 葛\u{E0100}', null)).toEqual({
      k0: '神\u{FA19} 葛\u{E0100}',
      k1: '神神葛',
      k2: '神神葛',
      kk: null,
    })
  })

  it('are the same with any spaces, middle dots, width and case', () => {
    for (const text of ['Ａｎｎ・Ｌｅｅ', 'ann lee', 'Ann-Lee', 'ANN　LEE'])
      expect(plainKey(text)).toBe('annlee')
  })

  it('keep the long vowel mark of a name', () => {
    expect(plainKey('リー 花子')).toBe('リー花子')
  })

  it.each(PAIRS)('fold %s into %s only in the variant key', (variant, common) => {
    expect(variantKey(`${variant}田`)).toBe(`${common}田`)
    expect(plainKey(`${variant}田`)).not.toBe(`${common}田`)
  })

  it('find 渡辺, 渡邉 and 渡邊 by each other', () => {
    expect(new Set(['渡辺', '渡邉', '渡邊', '渡 邊\u{E0101}'].map(variantKey)).size).toBe(1)
  })

  it('give one reading key for every way of writing kana', () => {
    const ways = ['ﾀｶﾊｼ ﾊﾅｺ', 'たかはし　はなこ', 'タカハシ・ハナコ', 'タカハシハナコ']
    expect(new Set(ways.map(kanaKey))).toEqual(new Set(['タカハシハナコ']))
    expect(kanaKey('ﾜﾀﾅﾍﾞ')).toBe('ワタナベ')
    expect(kanaKey('ゆーこ')).toBe('ユコ')
  })

  it('do not change when they are computed again', () => {
    const name = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(name, (text) => {
        for (const key of [plainKey, variantKey, kanaKey]) {
          const once = key(text)
          fc.pre(plainKey(once) === once)
          expect(key(once)).toBe(once)
        }
      }),
    )
  })
})

describe('the table of variants', () => {
  const characters = VARIANTS.flatMap((group) => Array.from(group))

  it('has over forty groups, and every character once', () => {
    expect(VARIANTS.length).toBeGreaterThan(40)
    expect(new Set(characters).size).toBe(characters.length)
  })

  it('holds only characters that normalisation keeps apart', () => {
    expect(characters.filter((char) => plainKey(char) !== char)).toEqual([])
  })
})

describe('a search text', () => {
  it('is folded as the names are', () => {
    expect(foldQuery('渡邊')).toEqual({ code: '渡邊', k1: '渡邊', k2: '渡辺', kk: null })
    expect(foldQuery('わたなべ ')).toMatchObject({ kk: 'ワタナベ' })
    expect(foldQuery('Ｐ-００３')).toMatchObject({ code: 'p-003' })
  })

  it.each(['123456789018', '１２３４　５６７８　９０１８', '山田 202401010001'])(
    'is refused with twelve digits: %s',
    (text) => {
      expect(() => foldQuery(text)).toThrow(
        expect.objectContaining({ code: 'LOOKS_LIKE_NUMBER', params: {} }),
      )
    },
  )
})
