import iconv from 'iconv-lite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VaultError } from '../../../src/shared/errors.ts'
import { decodeText, MAX_FILE_BYTES } from '../../../src/exchange/encoding.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const failure = (code: string, params: object = {}): unknown =>
  expect.objectContaining({ code, params: expect.objectContaining(params) as unknown })

/** Code of the error that an action throws; empty when it throws none. */
function codeOf(action: () => unknown): string {
  try {
    action()
    return ''
  } catch (error) {
    return error instanceof VaultError ? error.code : 'other'
  }
}

describe('decoding a file', () => {
  it('reads UTF-8 with and without its mark', () => {
    expect(decodeText(utf8('髙橋'))).toEqual({ text: '髙橋', encoding: 'utf-8', bom: false, problems: [] })
    expect(decodeText(utf8('\ufeff髙橋'))).toEqual({
      text: '髙橋',
      encoding: 'utf-8',
      bom: true,
      problems: [],
    })
  })

  it('reads UTF-16LE by its mark or on request', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0xd9, 0x9a))).toMatchObject({
      text: '髙',
      encoding: 'utf-16le',
      bom: true,
    })
    expect(decodeText(bytes(0xd9, 0x9a), 'utf-16le')).toMatchObject({ text: '髙', bom: false })
  })

  it('reads CP932 with the Windows characters', () => {
    const sent = iconv.encode('髙橋　﨑①㈱,ﾀｶﾊｼ', 'cp932')
    expect(decodeText(sent)).toEqual({
      text: '髙橋　﨑①㈱,ﾀｶﾊｼ',
      encoding: 'cp932',
      bom: false,
      problems: [],
    })
  })

  it('reads back every text of JIS characters that was written as CP932', () => {
    const chars = '亜唖娃阿哀愛挨姶逢葵茜穐悪握渥ーあいうアイウｱｲｳ能表十申貼暴予禄,\n'.split('')
    const char = fc.constantFrom(...chars)
    fc.assert(
      fc.property(fc.array(char, { minLength: 4 }), (picked) => {
        const text = picked.join('')
        expect(decodeText(iconv.encode(text, 'cp932'), 'cp932').text).toBe(text)
      }),
    )
  })

  it('names the lines with gaiji and keeps the rest', () => {
    const sent = Uint8Array.from([
      ...iconv.encode('a\r\n', 'cp932'),
      0xf0,
      0x40,
      ...iconv.encode('\r\n山\r\n', 'cp932'),
    ])
    const decoded = decodeText(sent)
    expect(decoded.problems).toEqual([{ line: 2, reason: 'gaiji' }])
    expect(decoded.text).toContain('山')
  })

  it('names the lines that an earlier conversion already damaged', () => {
    expect(decodeText(utf8('a\nb\ufffd\n')).problems).toEqual([{ line: 2, reason: 'unreadable-character' }])
  })

  it('refuses a workbook as binary', () => {
    expect(() => decodeText(bytes(0x50, 0x4b, 3, 4, 0, 0))).toThrow(failure('FILE_BINARY'))
    expect(() => decodeText(bytes(0xff, 0xfe, 0x41, 0, 0, 0))).toThrow(failure('FILE_BINARY'))
  })

  it('refuses bytes that fit no encoding, and an encoding that the bytes do not have', () => {
    expect(() => decodeText(bytes(0x41, 0xff, 0x41))).toThrow(failure('FILE_ENCODING', { encoding: 'auto' }))
    expect(() => decodeText(iconv.encode('高橋', 'cp932'), 'utf-8')).toThrow(
      failure('FILE_ENCODING', { encoding: 'utf-8' }),
    )
    expect(() => decodeText(bytes(0xfe, 0xff, 0x9a, 0xd8))).toThrow(
      failure('FILE_ENCODING', { encoding: 'utf-16be' }),
    )
  })

  it('refuses an empty file and one over the limit before looking at it', () => {
    expect(() => decodeText(bytes())).toThrow(failure('FILE_EMPTY'))
    expect(() => decodeText(new Uint8Array(MAX_FILE_BYTES + 1))).toThrow(
      failure('FILE_TOO_LARGE', { limit: MAX_FILE_BYTES }),
    )
  })

  it('answers any bytes with text or with a code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        expect(codeOf(() => decodeText(input))).toMatch(/^(|FILE_(EMPTY|BINARY|ENCODING))$/)
      }),
    )
  })
})
