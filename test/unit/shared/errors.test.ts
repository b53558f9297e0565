import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ERROR_KINDS,
  type ErrorCode,
  EXIT,
  exitStatus,
  fromWire,
  toWire,
  VaultError,
} from '../../../src/shared/errors.ts'

const codes = Object.keys(ERROR_KINDS).filter((key): key is ErrorCode => Object.hasOwn(ERROR_KINDS, key))
const aCode = fc.constantFrom(...codes)
const aParam = fc.oneof(fc.string(), fc.double(), fc.boolean())
const aKey = fc.string().filter((key) => key !== '__proto__')
const someParams = fc.dictionary(aKey, aParam, { noNullPrototype: true })
const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']

describe('a VaultError', () => {
  it('has its code for a message, so that no text exists to be matched', () => {
    expect(new VaultError('NOT_DUE', { until: '2032-01-10' }).message).toBe('NOT_DUE')
  })

  it('crosses the wire with its code and parameters', () => {
    fc.assert(
      fc.property(aCode, someParams, (code, params) => {
        const back = fromWire(structuredClone(toWire(new VaultError(code, params))))
        expect(back).toBeInstanceOf(VaultError)
        expect({ code: back.code, params: back.params }).toEqual({ code, params })
      }),
    )
  })
})

describe('anything else that is thrown', () => {
  it.each([
    ['an error', new Error('passphrase: ひらけごま')],
    ['a subclass', new TypeError('number 123456789018')],
    ['a text', 'number 123456789018'],
    ['nothing', undefined],
    ['an object that looks like ours', { code: 'NOT_DUE', params: { secret: 'x' } }],
  ])('crosses as UNEXPECTED without a word of it: %s', (_name, thrown) => {
    expect(toWire(thrown)).toEqual({ code: 'UNEXPECTED', params: {} })
  })
})

describe('an error from the wire', () => {
  it.each(PROTOTYPE_NAMES)('with the code %s is UNEXPECTED', (code) => {
    expect(fromWire({ code, params: {} })).toMatchObject({ code: 'UNEXPECTED', params: {} })
  })

  it.each([null, undefined, 0, 'NOT_DUE', [], {}, { code: 1 }, { code: 'no such code' }])(
    'that is malformed (%j) is UNEXPECTED',
    (value) => {
      expect(fromWire(value)).toMatchObject({ code: 'UNEXPECTED', params: {} })
    },
  )

  it('keeps only small plain parameters', () => {
    const params = { a: 'x', b: 1, c: true, d: null, e: {}, f: ['y'], g: undefined }
    expect(fromWire({ code: 'NOT_DUE', params }).params).toEqual({ a: 'x', b: 1, c: true })
  })

  it.each([null, 'text', 7, undefined])('has no parameters when they are %j', (params) => {
    expect(fromWire({ code: 'NOT_DUE', params })).toMatchObject({ code: 'NOT_DUE', params: {} })
  })

  it('cannot give its parameters another prototype', () => {
    const params: unknown = JSON.parse('{"__proto__": "x", "a": 1}')
    const { params: clean } = fromWire({ code: 'NOT_DUE', params })
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype)
  })

  it('is always a VaultError with a known code', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        expect(codes).toContain(fromWire(value).code)
      }),
    )
  })
})

describe('the exit status', () => {
  it('is the one that the command line documents for every kind', () => {
    expect(EXIT).toEqual({ unexpected: 1, usage: 2, refused: 3, badInput: 4, integrity: 5, busy: 6 })
  })

  it('is between 1 and 6 for every code', () => {
    expect(codes.filter((code) => !(exitStatus({ code }) >= 1 && exitStatus({ code }) <= 6))).toEqual([])
  })

  it.each([
    ['UNEXPECTED', 1],
    ['USAGE', 2],
    ['WRONG_PASSPHRASE', 3],
    ['NUMBER_INVALID', 4],
    ['RECORD_TAMPERED', 5],
    ['KDF_LIMITS', 5],
    ['OFFICE_IN_USE', 6],
  ] as const)('of %s is %d', (code, status) => {
    expect(exitStatus(new VaultError(code))).toBe(status)
  })
})
