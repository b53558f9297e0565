import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_CELL, MAX_COLUMNS, MAX_ROWS, parseCsv } from '../../../src/exchange/csv.ts'

const failure = (code: string, params: object): unknown => expect.objectContaining({ code, params })

describe('splitting a file', () => {
  it.each([
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['LF', 'a,b\n1,2\n'],
    ['CR', 'a,b\r1,2\r'],
    ['mixed line ends and no last one', 'a,b\r\n1,2'],
  ])('reads %s', (_, text) => {
    expect(parseCsv(text).rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ])
  })

  it('keeps the line on which a record begins, over quoted line breaks and blank rows', () => {
    expect(parseCsv('a,b\r\n"x\r\ny",2\r\n\r\n,\r\n"3","say ""hi"""\r\n').rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', '2'] },
      { line: 6, cells: ['3', 'say "hi"'] },
    ])
  })

  it('keeps every value as text', () => {
    expect(parseCsv('0012,1.50,TRUE, x \n').rows[0]?.cells).toEqual(['0012', '1.50', 'TRUE', ' x '])
  })

  it('guesses tabs and semicolons from the first line', () => {
    expect(parseCsv('a\tb\n1,5\t2\n')).toMatchObject({ delimiter: '\t', rows: [{}, { cells: ['1,5', '2'] }] })
    expect(parseCsv('a;b\n1;2\n').delimiter).toBe(';')
    expect(parseCsv('a;b\n', ',').rows[0]?.cells).toEqual(['a;b'])
  })

  it('accepts ="0012" without quotes around it', () => {
    expect(parseCsv('code,name\n="0012",山田\n').rows[1]?.cells).toEqual(['="0012"', '山田'])
    expect(parseCsv('a,b\nx,="1"\n"=""2""",="3"').rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['x', '="1"'],
      ['="2"', '="3"'],
    ])
  })

  it.each([
    ['inside a bare cell', 'a,b\n1,2\n3,x"y\n4,5\n', 3],
    ['opened and never closed', 'a,b\n1,2\n3,"x\n4,5\n', 3],
    ['closed too early', 'a,b\n1,"2"x\n', 2],
  ])('refuses a quote %s and names the line', (_, text, line) => {
    expect(() => parseCsv(text)).toThrow(failure('FILE_STRUCTURE', { line, what: 'quote' }))
  })

  it('refuses too many columns, too long cells and too many rows', () => {
    expect(parseCsv(','.repeat(MAX_COLUMNS - 1) + 'x').rows[0]?.cells).toHaveLength(MAX_COLUMNS)
    expect(() => parseCsv(`a\n${','.repeat(MAX_COLUMNS)}x`)).toThrow(
      failure('FILE_STRUCTURE', { line: 2, what: 'columns' }),
    )
    expect(() => parseCsv(`a\n${'x'.repeat(MAX_CELL + 1)}`)).toThrow(
      failure('FILE_STRUCTURE', { line: 2, what: 'cell' }),
    )
    expect(() => parseCsv('a\n'.repeat(MAX_ROWS + 2))).toThrow(failure('FILE_TOO_LARGE', { limit: MAX_ROWS }))
  })

  it('gives up early on one endless record', () => {
    const started = performance.now()
    expect(() => parseCsv(`a\n${','.repeat(20_000_000)}`)).toThrow(
      failure('FILE_STRUCTURE', { line: 2, what: 'record' }),
    )
    expect(() => parseCsv(`a\n"${'x\n'.repeat(10_000_000)}`)).toThrow(
      failure('FILE_STRUCTURE', { line: 2, what: 'record' }),
    )
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('gives back every table that was written with quotes', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => `x${text.replace(/\r/g, '')}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), (table) => {
        const text = table
          .map((row) => row.map((value) => `"${value.replace(/"/g, '""')}"`).join(','))
          .join('\r\n')
        expect(parseCsv(text, ',').rows.map(({ cells }) => cells)).toEqual(table)
      }),
    )
  })
})
