import { describe, expect, it } from 'vitest'
import { createPrinter, errorText, fill, plain, printError } from '../../../src/cli/print.ts'
import { padTo, widthOf } from '../../../src/cli/width.ts'
import { ERROR_KINDS, type ErrorCode, VaultError } from '../../../src/shared/errors.ts'

function streams() {
  const written = { out: '', err: '' }
  const out = (text: string): void => void (written.out += text)
  const err = (text: string): void => void (written.err += text)
  return { written, streams: { out, err } }
}

describe('fill', () => {
  it('puts parameters in, and drops a part whose parameter is missing or empty', () => {
    expect(fill('{{a}}[[（{{b}}）]]。', { a: 1, b: 'x' })).toBe('1（x）。')
    expect(fill('{{a}}[[（{{b}}）]]。', { a: 1 })).toBe('1。')
    expect(fill('{{a}}[[（{{b}}）]]。', { a: 1, b: '' })).toBe('1。')
  })

  it('does not take a parameter’s text for a template', () => {
    expect(fill('{{a}} {{b}}', { a: '{{b}}', b: 'x' })).toBe('{{b}} x')
  })
})

describe('an error', () => {
  it('is one line that ends with its code', () => {
    const { written, streams: to } = streams()
    printError(to, 'ja', false, new VaultError('NOT_VERIFIED', { person: '0012', task: 'T12' }))
    expect(written.err).toMatch(/^0012 は、.*\[NOT_VERIFIED\]\n$/)
  })

  it('is one document for programs, with the same text', () => {
    const { written, streams: to } = streams()
    printError(to, 'en', true, new VaultError('TOO_MANY_ATTEMPTS', { seconds: 30 }))
    const { error } = JSON.parse(written.err) as { error: { code: string; params: object; message: string } }
    expect(error).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', params: { seconds: 30 } })
    expect(error.message).toContain('30 s')
  })

  it('tells nothing of one that nobody foresaw', () => {
    const { written, streams: to } = streams()
    printError(to, 'en', false, new Error('row 123456789018 is bad'))
    expect(written.err).not.toContain('1234')
    expect(written.err).toContain('UNEXPECTED')
  })

  it('says why, where the reason has words of its own', () => {
    const bad = errorText('ja', new VaultError('NUMBER_INVALID', { reason: 'corporate' }))
    expect(bad).toContain('13桁')
    const forbidden = errorText('ja', new VaultError('PURPOSE_FORBIDDEN', { use: 'workers-accident' }))
    expect(forbidden).toContain('番号法9条4項')
  })

  it.each(['ja', 'en'] as const)(
    'has a whole sentence for every code in %s, also without parameters',
    (language) => {
      const texts = (Object.keys(ERROR_KINDS) as ErrorCode[]).map((code) =>
        errorText(language, new VaultError(code)),
      )
      expect(texts.filter((text) => !/[。.）)]/.test(text))).toEqual([])
      expect(texts.filter((text) => /\{\{|\[\[|undefined/.test(text))).toEqual([])
    },
  )

  it('cannot move the cursor', () => {
    const { written, streams: to } = streams()
    printError(to, 'ja', false, new VaultError('OFFICE_IN_USE', { user: '\u001b[2Jx', device: 'pc' }))
    expect(written.err).not.toContain('\u001b')
  })
})

describe('the printer', () => {
  it('prints the document or the lines, never both', () => {
    const forPrograms = streams()
    createPrinter(forPrograms.streams, true).result({ a: 1 }, () => expect.unreachable())
    expect(forPrograms.written).toEqual({ out: '{"a":1}\n', err: '' })
    const forPeople = streams()
    const printer = createPrinter(forPeople.streams, false)
    printer.result({ a: 1 }, () => printer.line('one'))
    printer.note('two')
    expect(forPeople.written).toEqual({ out: 'one\n', err: 'two\n' })
  })

  it('aligns columns by what a terminal shows', () => {
    const { written, streams: to } = streams()
    createPrinter(to, false).table(
      ['氏名', 'N'],
      [
        ['渡邉　結衣', 1],
        ['ab\tc', 22],
      ],
    )
    expect(written.out).toBe('氏名        N\n渡邉　結衣  1\nab c        22\n')
  })
})

describe('width', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['ｱｲ', 2],
    ['Ａ　', 4],
    ['か\u3099', 2],
    ['𠮷野', 4],
    ['葛\u{e0100}', 2],
  ])('of %s is %i', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })

  it('is filled with spaces and never cut', () => {
    expect(padTo('日', 4)).toBe('日  ')
    expect(padTo('日本語', 2)).toBe('日本語')
  })

  it('takes control characters out of plain text', () => {
    expect(plain('a\u0007\u009bb\n')).toBe('a  b ')
  })
})
