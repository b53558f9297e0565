import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concat,
  concatAll,
  fromBase64,
  fromHex,
  fromUtf8,
  idBytes,
  sameBytes,
  toBase64,
  toHex,
  u32be,
  utf8,
  wipe,
} from '../../../src/crypto/bytes.ts'
import { NOT_U32 } from './helpers.ts'

const someBytes = fc.uint8Array({ maxLength: 80 })

describe('utf8', () => {
  it('gives back every well-formed text, a byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromUtf8(utf8(`\ufeff${text}`))).toBe(`\ufeff${text}`)
      }),
    )
  })

  it.each(['\ud800', 'a\udc00b', '\udc00\ud800'])('refuses the lone surrogate in %j', (text) => {
    expect(() => utf8(text)).toThrow(RangeError)
  })

  it('refuses to read bytes that are not UTF-8', () => {
    expect(() => fromUtf8(Uint8Array.of(0xff))).toThrow(TypeError)
  })
})

describe('hex', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes)
      }),
    )
  })

  it('writes only the view, not the buffer under it', () => {
    expect(toHex(Uint8Array.of(1, 2, 3, 4).subarray(1, 3))).toBe('0203')
  })

  it.each(['a', 'abc', 'zz', 'ab ', 'ab\n', ' ab', '0x00', 'ａｂ', 'office'])('refuses %j', (text) => {
    expect(() => fromHex(text)).toThrow(RangeError)
  })
})

describe('idBytes', () => {
  it('reads 32 lower-case hex digits', () => {
    expect(idBytes('0f'.repeat(16))).toEqual(new Uint8Array(16).fill(15))
  })

  it.each(['', '0f', '0F'.repeat(16), `${'0f'.repeat(16)}00`, `${'0f'.repeat(16)}\n`, 'root'])(
    'refuses %j',
    (text) => {
      expect(() => idBytes(text)).toThrow(RangeError)
    },
  )
})

describe('base64', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      }),
    )
  })

  it('writes only the view, not the buffer under it', () => {
    expect(toBase64(Uint8Array.of(9, 0, 0, 0, 9).subarray(1, 4))).toBe('AAAA')
  })

  it.each(['AB==', 'AA', 'AA=', 'A A=', 'AAAA\n', '-_-_', 'AAAA====', 'あ'])(
    'reads the second spelling %j as nothing',
    (text) => {
      expect(fromBase64(text)).toHaveLength(0)
    },
  )
})

describe('concat', () => {
  it('joins the parts in order', () => {
    expect(concat(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3))
  })

  it('takes as many parts as a very large batch has', () => {
    expect(concatAll(Array.from({ length: 300_000 }, () => Uint8Array.of(7)))).toHaveLength(300_000)
  })
})

describe('u32be', () => {
  it('writes the highest byte first', () => {
    expect(u32be(0x01020304)).toEqual(Uint8Array.of(1, 2, 3, 4))
  })

  it('writes both ends of its range', () => {
    expect([u32be(0), u32be(0xffffffff)].map(toHex)).toEqual(['00000000', 'ffffffff'])
  })

  it.each(NOT_U32)('refuses %d', (value) => {
    expect(() => u32be(value)).toThrow(RangeError)
  })
})

describe('sameBytes', () => {
  it('agrees with comparing the hex', () => {
    const few = fc.uint8Array({ maxLength: 2, max: 1 })
    fc.assert(
      fc.property(few, few, (a, b) => {
        expect(sameBytes(a, b)).toBe(toHex(a) === toHex(b))
      }),
    )
  })
})

describe('wipe', () => {
  it('leaves zeros in every array', () => {
    const secrets = [Uint8Array.of(1, 2), Uint8Array.of(3)]
    wipe(...secrets)
    expect(secrets).toEqual([new Uint8Array(2), new Uint8Array(1)])
  })
})
