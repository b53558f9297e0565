import { describe, expect, it } from 'vitest'
import { readCode, readName } from '../../../src/exchange/text-cell.ts'

describe('a name', () => {
  it.each(['渡邉　結衣', '神\u{FA19}', '葛\u{E0100}城', 'Ö. Müller', 'ﾀｶﾊｼ', '𠮷田'])(
    'is kept as typed: %s',
    (text) => {
      expect(readName(` ${text}　`)).toEqual({ ok: true, text })
    },
  )

  it.each([
    ['', 'missing'],
    ['　', 'missing'],
    ['=cmd|calc', 'formula'],
    ['＝cmd', 'formula'],
    ['+x', 'formula'],
    ['-1+cmd', 'formula'],
    ['@SUM', 'formula'],
    ["'=cmd", 'formula'],
    ['="=cmd"', 'formula'],
    ['山田 123456789018', 'number-in-text'],
    ['１２３４ー５６７８ー９０１０', 'number-in-text'],
    ['山\u{E000}', 'gaiji'],
    ['山\u{FFFD}', 'unreadable-character'],
    ['山田\n太郎', 'control-character'],
    ['#N/A', 'spreadsheet-error'],
    ['#REF!', 'spreadsheet-error'],
    ['1969/08/10', 'bad-name'],
    ['山'.repeat(101), 'too-long'],
  ])('%j is refused as %s', (cell, reason) => {
    expect(readName(cell)).toEqual({ ok: false, reason })
  })
})

describe('a code', () => {
  it.each([
    ['0012', '0012'],
    ['００１２', '0012'],
    ['Ａ－１', 'A-1'],
    ['="0012"', '0012'],
    ['P-003_a.b', 'P-003_a.b'],
    ['営業12', '営業12'],
  ])('%s is %s', (cell, text) => {
    expect(readCode(cell)).toEqual({ ok: true, text })
  })

  it.each([
    ['', 'missing'],
    ['00 12', 'bad-code'],
    ['00"12', 'bad-code'],
    ['1'.repeat(33), 'too-long'],
    ['123456789010', 'number-in-text'],
    ['=1', 'formula'],
  ])('%j is refused as %s', (cell, reason) => {
    expect(readCode(cell)).toEqual({ ok: false, reason })
  })
})
