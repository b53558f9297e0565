import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  eraYear,
  formatEnglish,
  formatJapanese,
  parseDate,
  readDate,
} from '../../../src/shared/dates.ts'

const date = fc.integer({ min: 0, max: 70_000 }).map((shift) => addDays('1900-01-01', shift))

describe('reading a date', () => {
  it.each([
    ['2025/1/10', '2025-01-10'],
    ['2025/01/10', '2025-01-10'],
    ['2025-1-10', '2025-01-10'],
    ['2025.1.10', '2025-01-10'],
    ['20250110', '2025-01-10'],
    ['2025年1月10日', '2025-01-10'],
    ['R7.1.10', '2025-01-10'],
    ['r7.1.10', '2025-01-10'],
    ['R07/01/10', '2025-01-10'],
    ['R 7. 1.10', '2025-01-10'],
    ['H31/4/30', '2019-04-30'],
    ['S36/06/01', '1961-06-01'],
    ['T15.12.24', '1926-12-24'],
    ['M45-7-29', '1912-07-29'],
    ['R070110', '2025-01-10'],
    ['令和7年1月10日', '2025-01-10'],
    ['令和 7年 1月10日', '2025-01-10'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和7.1.10', '2025-01-10'],
    ['㋿7年1月10日', '2025-01-10'],
    ['㍻4年3月28日', '1992-03-28'],
    ['２０２５／１／１０', '2025-01-10'],
    ['２０２５年１月１０日', '2025-01-10'],
    ['Ｒ７．１．１０', '2025-01-10'],
    ['2024/2/29', '2024-02-29'],
    ['　2025/1/10 ', '2025-01-10'],
  ])('reads %s as %s', (text, iso) => {
    expect(readDate(text)).toEqual({ iso, warning: null })
    expect(parseDate(text)).toBe(iso)
  })

  it.each([
    ['明治45年7月29日', '1912-07-29'],
    ['大正元年7月30日', '1912-07-30'],
    ['大正15年12月24日', '1926-12-24'],
    ['昭和元年12月25日', '1926-12-25'],
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['平成31年4月30日', '2019-04-30'],
    ['令和元年5月1日', '2019-05-01'],
  ])('knows the edge %s', (text, iso) => {
    expect(readDate(text)).toEqual({ iso, warning: null })
  })

  it.each([
    ['平成31年5月1日', '2019-05-01'],
    ['平成35年12月31日', '2023-12-31'],
    ['H36.1.1', '2024-01-01'],
  ])('reads %s as 令和 with a warning', (text, iso) => {
    expect(readDate(text)).toEqual({ iso, warning: 'era-ended' })
  })

  it.each([
    '明治45年7月30日',
    '大正元年7月29日',
    '大正15年12月25日',
    '昭和元年12月24日',
    '昭和64年1月8日',
    '平成元年1月7日',
    '令和元年4月30日',
    '昭和70年1月1日',
    '令和0年5月1日',
  ])('refuses %s, which lies outside its era', (text) => {
    expect(readDate(text)).toBeNull()
  })

  it.each([
    '2025/2/29',
    '2025/13/1',
    '2025/4/31',
    '2025/0/1',
    '2025/1/0',
    '20250230',
    'R7.2.29',
    '2025/1-10',
    '25/1/10',
    '45667',
    '9999-12-31',
    '1800/1/1',
    '1/10/2025',
    '昨日',
    '',
    '2025/1/10 9:00',
    '5600515',
    '123456789018',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeNull()
  })

  it('reads seven digits as era code and date only where a profile says so', () => {
    expect(readDate('5600515', { socialInsuranceCode: true })?.iso).toBe('1985-05-15')
    expect(readDate('9070110', { socialInsuranceCode: true })?.iso).toBe('2025-01-10')
    expect(readDate('4600515', { socialInsuranceCode: true })).toBeNull()
  })
})

describe('writing a date', () => {
  it('gives the western date with its era', () => {
    expect(formatJapanese('2026-11-22')).toBe('2026年11月22日（令和8年）')
    expect(formatJapanese('2019-04-30')).toBe('2019年4月30日（平成31年）')
    expect(formatJapanese('2019-05-01')).toBe('2019年5月1日（令和元年）')
    expect(formatJapanese('1850-03-04')).toBe('1850年3月4日')
  })

  it('gives the English date', () => {
    expect(formatEnglish('2026-11-22')).toBe('22 November 2026')
  })

  it('names the same era as the platform', () => {
    const platform = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    fc.assert(
      fc.property(date, (iso) => {
        expect(eraYear(iso)).toBe(platform.format(new Date(`${iso}T00:00:00Z`)))
      }),
    )
  })

  it('can be read back', () => {
    fc.assert(
      fc.property(date, (iso) => {
        expect(parseDate(formatJapanese(iso).replace(/（.*/, ''))).toBe(iso)
        expect(parseDate(`${eraYear(iso) ?? ''}${formatJapanese(iso).slice(5).replace(/（.*/, '')}`)).toBe(
          iso,
        )
      }),
    )
  })
})
