import { describe, expect, it } from 'vitest'
import { guessMapping, normaliseHeading } from '../../../src/exchange/headings.ts'

describe('guessing columns', () => {
  it('knows the headings of a desktop payroll product', () => {
    const headings = ['社員番号', '氏名', 'フリガナ', '生年月日', '入社年月日', '退職年月日', '個人番号']
    expect(guessMapping(headings)).toEqual({
      mapping: { code: 0, name: 1, kana: 2, birth: 3, joined: 4, left: 5, number: 6 },
      ambiguous: [],
    })
  })

  it('knows split names', () => {
    const headings = [
      '従業員番号',
      '姓',
      '名',
      '姓カナ',
      '名カナ',
      '生年月日',
      '入社日',
      '退社日',
      'マイナンバー',
    ]
    expect(guessMapping(headings).mapping).toEqual({
      code: 0,
      familyName: 1,
      givenName: 2,
      familyKana: 3,
      givenKana: 4,
      birth: 5,
      joined: 6,
      left: 7,
      number: 8,
    })
  })

  it('compares without width, case, spaces, brackets and harmless remarks', () => {
    expect(normaliseHeading(' 社員ＮＯ． ')).toBe('社員no.')
    const headings = ['社員 NO', '氏名（必須）', 'ﾌﾘｶﾞﾅ', 'マイナンバー（個人番号）', '生年月日（西暦）']
    expect(guessMapping(headings).mapping).toEqual({ code: 0, name: 1, kana: 2, number: 3, birth: 4 })
    expect(guessMapping(['番号(12桁)']).mapping).toEqual({ number: 0 })
  })

  it('never takes the number of somebody else', () => {
    const headings = ['マイナンバー（配偶者）', '扶養親族1個人番号', '法人番号', '番号', '基礎年金番号']
    expect(guessMapping(headings)).toEqual({ mapping: {}, ambiguous: [] })
  })

  it('does not choose between two columns', () => {
    expect(guessMapping(['社員番号', '氏名', '個人番号', 'マイナンバー'])).toEqual({
      mapping: { code: 0, name: 1 },
      ambiguous: [{ field: 'number', columns: [2, 3] }],
    })
  })

  it('reads 名前 as the given name beside 苗字 and as the whole name alone', () => {
    expect(guessMapping(['苗字', '名前']).mapping).toEqual({ familyName: 0, givenName: 1 })
    expect(guessMapping(['社員番号', '名前']).mapping).toEqual({ code: 0, name: 1 })
  })

  it('prefers a whole name to its parts', () => {
    expect(guessMapping(['氏名', '姓', '名', 'セイ', 'メイ', 'フリガナ']).mapping).toEqual({
      name: 0,
      kana: 5,
    })
  })
})
