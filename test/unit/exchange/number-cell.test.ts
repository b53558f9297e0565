import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumberCell, unmark } from '../../../src/exchange/number-cell.ts'

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

describe('a cell of the number column', () => {
  it.each([
    '631706690743',
    ' 631706690743 ',
    '6317-0669-0743',
    '６３１７０６６９０７４３',
    '="631706690743"',
    "'631706690743",
    '-631706690743',
  ])('gives the number in %j', (cell) => {
    expect(readNumberCell(cell)).toEqual({ kind: 'number', digits: ascii('631706690743') })
  })

  it.each(['', '  ', '　', '-', '－', '""'.slice(2), '=""', "'"])('gives none for %j', (cell) => {
    expect(readNumberCell(cell)).toEqual({ kind: 'none' })
  })

  it.each([
    ['6.36084E+11', 'exponent'],
    ['6.36E11', 'exponent'],
    ['６．３６０８４Ｅ＋１１', 'exponent'],
    ['999622830386', 'check-digit'],
    ['000000000000', 'placeholder'],
    ['12345678903', 'lost-zero'],
    ['8082041614', 'lost-zero'],
    ['12345678901', 'resident-code'],
    ['7000012050002', 'corporate'],
    ['12345', 'length'],
    ['************', 'not-digits'],
    ['なし', 'not-digits'],
    ['631,706,690,743', 'not-digits'],
    ['=A1', 'formula'],
    ['=631706690743+0', 'formula'],
    ['+631706690743', 'formula'],
    ['＝ＳＵＭ（Ａ１）', 'formula'],
    ['@x', 'formula'],
    ['-=1', 'formula'],
  ])('refuses %j as %s', (cell, reason) => {
    expect(readNumberCell(cell)).toEqual({ kind: 'refused', reason })
  })

  it('never gives a number that was padded, or is not twelve valid digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-E+=." \''.split('')) }), (cell) => {
        const read = readNumberCell(cell)
        expect(
          read.kind !== 'number' || cell.replace(/[^0-9]/g, '') === String.fromCharCode(...read.digits),
        ).toBe(true)
      }),
    )
  })
})

describe('spreadsheet text marks', () => {
  it.each([
    ['="0012"', '0012'],
    ["'0012", '0012'],
    [' 0012 ', '0012'],
    ['=0012', '=0012'],
    ["O'Neil", "O'Neil"],
  ])('%s is %s', (cell, text) => {
    expect(unmark(cell)).toBe(text)
  })
})
