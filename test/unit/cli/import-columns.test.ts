import { describe, expect, it } from 'vitest'
import { mappingOf, readColumns } from '../../../src/cli/commands/import.ts'

const HEADINGS = ['社員番号', '氏名', '番号']

describe('--columns', () => {
  it('maps headings and positions from 1', () => {
    expect(mappingOf(readColumns('code=社員番号, name=2,number=番号'), HEADINGS)).toEqual({
      code: 0,
      name: 1,
      number: 2,
    })
  })

  it('takes a heading that is a number before a position', () => {
    expect(mappingOf(readColumns('code=2'), ['1', '3', '2'])).toEqual({ code: 2 })
  })

  it.each(['code', 'salary=給与', 'code=', '=社員番号', ''])('refuses %j', (text) => {
    expect(() => readColumns(text)).toThrow('USAGE')
  })

  it.each(['code=4', 'code=0', 'code=ない'])('refuses %j, which the file does not have', (text) => {
    expect(() => mappingOf(readColumns(text), HEADINGS)).toThrow('USAGE')
  })
})
