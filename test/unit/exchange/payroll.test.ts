import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PayrollFile, readHeadings, readPayroll } from '../../../src/exchange/payroll.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/payroll/${name}`, import.meta.url))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const failure = (code: string, params: object): unknown => expect.objectContaining({ code, params })
const digitsOf = (number: Uint8Array | null): string | null => number && String.fromCharCode(...number)

interface Truth {
  readonly code: string
  readonly name: string
  readonly birth: string
  readonly number: string
}
const truth: Truth[] = new TextDecoder()
  .decode(fixture('truth.csv'))
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [code = '', name = '', birth = '', number = ''] = line.split(',')
    return { code, name, birth, number }
  })

const seen = (file: PayrollFile): Truth[] =>
  file.rows.map(({ code, name, birth, number }) => ({
    code,
    name: name.replace(/\s/g, ''),
    birth: birth ?? '',
    number: digitsOf(number) ?? '',
  }))

const dates = ({ rows }: PayrollFile): unknown => rows.map(({ joined, left }) => [joined, left])
const at = (row: number, code: string, reason: string, column = 'マイナンバー'): object => ({
  row,
  code,
  column,
  reason,
})

const HEAD = '社員番号,氏名,生年月日,入社日,退職日,個人番号\n'
const problemsOf = (row: string): unknown[] =>
  readPayroll(utf8(HEAD + row)).refused.map(({ column, reason }) => [column, reason])

describe('the sample files', () => {
  it('hold 120 people', () => {
    expect(truth).toHaveLength(120)
  })

  it('give exactly the truth from CP932 with era dates, half-width kana and grouped numbers', () => {
    const file = readPayroll(fixture('payroll-cp932.csv'))
    expect(file.encoding).toBe('cp932')
    expect(seen(file)).toEqual(truth)
    expect([file.refused, file.warnings, file.ambiguous]).toEqual([[], [], []])
    expect(file.rows[12]).toMatchObject({
      row: 14,
      code: '0013',
      name: '渡邊　能子',
      kana: 'ﾜﾀﾅﾍﾞ ﾖｼｺ',
      joined: '2015-04-12',
      left: '2024-11-14',
      numberState: 'ok',
    })
  })

  it('give exactly the truth from UTF-8 with quotes, split names and full-width digits', () => {
    const file = readPayroll(fixture('cloud-utf8bom.csv'))
    expect(file.encoding).toBe('utf-8')
    expect(seen(file)).toEqual(truth)
    expect([file.refused, file.warnings]).toEqual([[], []])
    expect(file.rows[12]).toMatchObject({ name: '渡邊　能子', kana: 'ワタナベ　ヨシコ', left: '2024-11-14' })
  })

  it('agree with each other in every date', () => {
    expect(dates(readPayroll(fixture('payroll-cp932.csv')))).toEqual(
      dates(readPayroll(fixture('cloud-utf8bom.csv'))),
    )
  })

  it('report each cell that a spreadsheet damaged, by line, heading and reason', () => {
    const file = readPayroll(fixture('excel-damaged.csv'))
    expect(file.refused).toEqual([
      at(3, '2', 'exponent'),
      at(6, '5', 'check-digit'),
      at(10, '9', 'exponent'),
      at(13, '12', 'check-digit'),
      at(17, '16', 'exponent'),
      at(20, '19', 'check-digit'),
      at(24, '23', 'exponent'),
      at(27, '26', 'check-digit'),
      at(31, '30', 'exponent'),
      at(34, '33', 'check-digit'),
      at(38, '37', 'exponent'),
      at(41, '40', 'check-digit'),
      at(42, '0041', 'formula', '氏名'),
      at(43, '0042', 'placeholder'),
      at(44, '0043', 'resident-code'),
      at(45, '0044', 'corporate'),
    ])
    expect(file.warnings).toEqual([])
    expect(file.rows).toHaveLength(43)
  })

  it('take from the damaged file only numbers that are true, and people without one', () => {
    const { rows } = readPayroll(fixture('excel-damaged.csv'))
    const byNumber = (row: (typeof rows)[number]): string | undefined =>
      truth.find(({ code }) => code === row.code.padStart(4, '0'))?.number
    const held = rows.filter(({ number }) => number !== null)
    expect(held.map(({ number }) => digitsOf(number))).toEqual(held.map(byNumber))
    expect(held).toHaveLength(23)
    expect(rows.filter(({ numberState }) => numberState === 'none').map(({ code }) => code)).toEqual([
      '6',
      '13',
      '20',
      '27',
      '34',
    ])
    expect(rows.filter(({ numberState }) => numberState === 'refused')).toHaveLength(15)
  })
})

describe('a row', () => {
  it('is taken without its number when only the number is bad', () => {
    const { rows, refused } = readPayroll(utf8(`${HEAD}1,山田,,,,631706690744\n`))
    expect(rows).toEqual([
      {
        row: 2,
        code: '1',
        name: '山田',
        kana: null,
        birth: null,
        joined: null,
        left: null,
        number: null,
        numberState: 'refused',
      },
    ])
    expect(refused).toEqual([{ row: 2, code: '1', column: '個人番号', reason: 'check-digit' }])
  })

  it.each([
    [',山田,,,,', '社員番号', 'missing'],
    ['1,,,,,', '氏名', 'missing'],
    ['1,山田,1990/2/30,,,', '生年月日', 'bad-date'],
    ['1,山田,32874,,,', '生年月日', 'excel-serial'],
    ['1,山田,,2020/4/1,2020/3/31,', '退職日', 'date-order'],
    ['1,山田,1990/1/1,1989/1/1,,', '入社日', 'date-order'],
    ['1,山田,1990/1/1,,1989/1/1,', '退職日', 'date-order'],
    ['1,山田 631706690743,,,,', '氏名', 'number-in-text'],
    ['1,山田,631706690743,,,', '生年月日', 'number-in-text'],
    ['1,山田,,,,,631706690743', null, 'columns'],
  ])('is refused whole: %s', (row, column, reason) => {
    expect(problemsOf(row)).toEqual([[column, reason]])
    expect(readPayroll(utf8(`${HEAD}${row}\n2,佐藤,,,,`)).rows.map(({ code }) => code)).toEqual(['2'])
  })

  it('reports everything that is wrong with it at once', () => {
    expect(problemsOf('1,=x,1990/2/30,,,1E+11')).toEqual([
      ['氏名', 'formula'],
      ['生年月日', 'bad-date'],
      ['個人番号', 'exponent'],
    ])
  })

  it('never names a code that may be a number', () => {
    const { refused } = readPayroll(utf8(`${HEAD}631706690743,山田,,,,\n`))
    expect(refused).toEqual([{ row: 2, code: null, column: '社員番号', reason: 'number-in-text' }])
  })

  it('is refused with all rows of the same code', () => {
    const file = readPayroll(utf8(`${HEAD}1,山田,,,,\n２,佐藤,,,,\n2,鈴木,,,,\n01,森,,,,\n`))
    expect(file.rows.map(({ code }) => code)).toEqual(['1', '01'])
    expect(file.refused.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'duplicate-code'],
      [4, 'duplicate-code'],
    ])
  })

  it('may be shorter than the headings', () => {
    expect(readPayroll(utf8(`${HEAD}1,山田\n`)).rows[0]).toMatchObject({ code: '1', numberState: 'none' })
  })

  it('ignores columns that nobody mapped, whatever they hold', () => {
    const file = readPayroll(utf8('社員番号,氏名,備考\n1,山田,631706690743\n'))
    expect(file.rows).toMatchObject([{ code: '1', number: null }])
    expect(file.refused).toEqual([])
  })

  it('with gaiji in its name is refused, its neighbours are not', () => {
    const bytes = Uint8Array.from([
      ...iconv.encode('社員番号,氏名\r\n1,山', 'cp932'),
      0xf0,
      0x40,
      ...iconv.encode('\r\n2,髙橋\r\n', 'cp932'),
    ])
    const file = readPayroll(bytes)
    expect(file.refused).toEqual([{ row: 2, code: '1', column: '氏名', reason: 'gaiji' }])
    expect(file.rows.map(({ name }) => name)).toEqual(['髙橋'])
  })
})

describe('warnings', () => {
  it('tell of an era that had ended, of a shared number and of test data', () => {
    const file = readPayroll(
      utf8(`${HEAD}1,山田,,,平成31年5月1日,631706690743\n2,佐藤,,,,6317-0669-0743\n3,森,,,,123456789018\n`),
    )
    expect(file.rows).toHaveLength(3)
    expect(file.warnings).toEqual([
      { row: 2, code: '1', column: '退職日', reason: 'era-ended' },
      { row: 2, code: '1', column: '個人番号', reason: 'same-number' },
      { row: 3, code: '2', column: '個人番号', reason: 'same-number' },
      { row: 4, code: '3', column: '個人番号', reason: 'test-data' },
    ])
  })

  it('are not given for a row that was refused', () => {
    expect(readPayroll(utf8(`${HEAD}1,,,,H31.5.1,123456789018\n2,森,,,,\n`)).warnings).toEqual([])
  })

  it('name two columns that may both hold the number', () => {
    const file = readPayroll(utf8('社員番号,氏名,個人番号,マイナンバー\n1,山田,631706690743,\n'))
    expect(file.rows).toMatchObject([{ number: null, numberState: 'none' }])
    expect(file.warnings).toEqual([
      { row: 1, code: null, column: '個人番号', reason: 'ambiguous-column' },
      { row: 1, code: null, column: 'マイナンバー', reason: 'ambiguous-column' },
    ])
  })
})

describe('the columns', () => {
  it('can be chosen by the user', () => {
    const bytes = utf8('A,B,C\n1,631706690743,山田\n')
    const file = readPayroll(bytes, { mapping: { code: 0, number: 1, name: 2 } })
    expect(file.rows).toMatchObject([{ code: '1', name: '山田', numberState: 'ok' }])
    expect(readHeadings(bytes)).toEqual({
      encoding: 'utf-8',
      headings: ['A', 'B', 'C'],
      mapping: {},
      ambiguous: [],
    })
  })

  it('are refused when one is named twice or is not there', () => {
    const bytes = utf8('A,B\n1,2\n')
    const wrong = failure('BAD_REQUEST', { what: 'mapping' })
    expect(() => readPayroll(bytes, { mapping: { code: 0, name: 0 } })).toThrow(wrong)
    expect(() => readPayroll(bytes, { mapping: { code: 0, name: 2 } })).toThrow(wrong)
  })

  it('must at least give a code and a name', () => {
    expect(() => readPayroll(utf8('氏名\n山田\n'))).toThrow(failure('FILE_NO_HEADINGS', { field: 'code' }))
    expect(() => readPayroll(utf8('社員番号\n1\n'))).toThrow(failure('FILE_NO_HEADINGS', { field: 'name' }))
    expect(() => readPayroll(utf8(HEAD))).toThrow(failure('FILE_EMPTY', {}))
  })

  it.each(['0001,山田,631706690743\n', '0001,山田,6.36084E+11\n', '1,山田,1990/01/01\n'])(
    'are never taken from a first row that is a person: %s',
    (text) => {
      const wrong = failure('FILE_NO_HEADINGS', { field: 'code' })
      expect(() => readHeadings(utf8(text))).toThrow(wrong)
      expect(() => readPayroll(utf8(text))).toThrow(wrong)
    },
  )
})

describe('the report', () => {
  it('never holds what stood in the number column', () => {
    const cell = fc.string({ minLength: 3, unit: fc.constantFrom(..."0123456789Ee+.-='x ".split('')) })
    fc.assert(
      fc.property(cell, (text) => {
        const quoted = `"${text}"`
        const file = readPayroll(utf8(`社員番号,氏名,個人番号\nA,山田,${quoted}\nB,佐藤,${quoted}\n`))
        const { rows, ...rest } = file
        const told = JSON.stringify([rest, rows.map(({ number, ...row }) => [row, number === null])])
        fc.pre(text.trim().length >= 3)
        expect(told).not.toContain(text.trim())
      }),
    )
  })

  it('never holds the content of a file that is refused as a whole', () => {
    let thrown: unknown
    try {
      readPayroll(utf8('社員番号,氏名,個人番号\n1,山"田,631706690743\n'))
    } catch (error) {
      thrown = error
    }
    expect(thrown).toMatchObject({ code: 'FILE_STRUCTURE', params: { line: 2, what: 'quote' } })
    expect(thrown).not.toHaveProperty('cause')
  })
})
