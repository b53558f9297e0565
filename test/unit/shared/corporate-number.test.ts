import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCorporateNumber, corporateCheckDigit } from '../../../src/shared/corporate-number.ts'

describe('the check of a corporate number', () => {
  it.each([
    '7123456789012',
    '9111111111111',
    '9000000000000',
    '6010001000001',
    '9123123123123',
    '8700110005901',
    '7000012050002',
  ])('accepts %s', (text) => {
    expect(checkCorporateNumber(text)).toEqual({ ok: true, number: text })
  })

  it.each([
    ['1123456789012', 'check-digit'],
    ['0123456789012', 'check-digit'],
    ['6000012050002', 'check-digit'],
    ['7123456789021', 'check-digit'],
    ['123456789012', 'individual'],
    ['12345678901', 'length'],
    ['71234567890l2', 'not-digits'],
    ['', 'empty'],
  ])('refuses %j as %s', (text, reason) => {
    expect(checkCorporateNumber(text)).toEqual({ ok: false, reason })
  })

  it('reads full width digits with separators', () => {
    expect(checkCorporateNumber('７-０００１-２０５０-００２ ')).toMatchObject({
      ok: false,
      reason: 'individual',
    })
    expect(checkCorporateNumber('７-００００-１２０５-０００２ ')).toEqual({
      ok: true,
      number: '7000012050002',
    })
  })

  it('gives check digits from 1 to 9 and never 0', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (base) => {
        const digit = corporateCheckDigit(base)
        expect(digit).toBeGreaterThanOrEqual(1)
        expect(digit).toBeLessThanOrEqual(9)
        expect(checkCorporateNumber(`${digit}${base}`).ok).toBe(true)
      }),
    )
  })
})
