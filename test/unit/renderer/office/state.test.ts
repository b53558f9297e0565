import { describe, expect, test } from 'vitest'
import { dateEntry, NO_DATE } from '../../../../src/renderer/office/state/date-entry.ts'
import { belongsToInputMethod, guardComposition } from '../../../../src/renderer/office/state/ime-guard.ts'
import { ageOf, dayText, instantText, japanParts } from '../../../../src/renderer/office/state/instants.ts'
import { refuseMarkup } from '../../../../src/renderer/office/state/trusted-types.ts'

describe('dates as shown', () => {
  test('a day has its era in Japanese and none in English', () => {
    expect(dayText('ja', '2026-11-22')).toBe('2026年11月22日（令和8年）')
    expect(dayText('en', '2026-11-22')).toBe('22 November 2026')
  })

  test('text that is no date stays as it is', () => {
    expect(dayText('ja', '山田')).toBe('山田')
  })

  test('an instant is told by the clock in Japan', () => {
    expect(japanParts('2026-11-22T15:30:00.000Z')).toEqual({ day: '2026-11-23', time: '00:30' })
    expect(instantText('en', '2026-11-22T01:05:00.000Z')).toBe('22 November 2026 10:05')
  })

  test.each([
    [59_000, { unit: 'now' }],
    [60_000, { unit: 'minutes', count: 1 }],
    [3_599_000, { unit: 'minutes', count: 59 }],
    [3_600_000, { unit: 'hours', count: 1 }],
    [86_400_000, { unit: 'days', count: 1 }],
    [-5000, { unit: 'now' }],
  ])('%d ms ago is %o', (ago, expected) => {
    const at = '2026-11-22T00:00:00.000Z'
    expect(ageOf(at, Date.parse(at) + ago)).toEqual(expected)
  })
})

describe('date entry', () => {
  test.each(['2026/11/22', '令和8年11月22日', 'R8.11.22', '20261122'])('%s is read', (text) => {
    expect(dateEntry(text)).toEqual({ text, iso: '2026-11-22', bad: false })
  })

  test('an empty field is neither a date nor wrong', () => {
    expect(dateEntry('')).toEqual(NO_DATE)
    expect(dateEntry('  ').bad).toBe(false)
  })

  test('a day that does not exist is wrong', () => {
    expect(dateEntry('2026/2/30')).toEqual({ text: '2026/2/30', iso: null, bad: true })
  })
})

describe('input method', () => {
  const key = (part: Partial<KeyboardEvent>) => ({ key: 'Enter', isComposing: false, keyCode: 13, ...part })

  test('keys of a conversion belong to it, also the last one', () => {
    expect(belongsToInputMethod(key({ isComposing: true }))).toBe(true)
    expect(belongsToInputMethod(key({ keyCode: 229 }))).toBe(true)
    expect(belongsToInputMethod(key({}))).toBe(false)
  })

  test('handlers of the page do not see them', () => {
    const listeners = new Map<string, (event: KeyboardEvent) => void>()
    guardComposition({
      addEventListener: (type: string, listener: (event: KeyboardEvent) => void) =>
        listeners.set(type, listener),
    } as unknown as Window)
    const stopped: boolean[] = []
    const press = (part: Partial<KeyboardEvent>): void => {
      const event = { ...key(part), stopPropagation: () => stopped.push(true) }
      listeners.get('keydown')?.(event as unknown as KeyboardEvent)
    }
    press({})
    expect(stopped).toEqual([])
    press({ isComposing: true })
    expect(stopped).toEqual([true])
  })
})

describe('trusted types', () => {
  test('text passes and markup is refused', () => {
    let create: (text: string) => string = (text) => text
    refuseMarkup({
      trustedTypes: {
        createPolicy: (name, { createHTML }) => {
          expect(name).toBe('default')
          create = createHTML
        },
      },
    })
    expect(create('plain')).toBe('plain')
    expect(() => create('<img src=x onerror=alert(1)>')).toThrow(TypeError)
  })

  test('a browser without them is left alone', () => {
    expect(() => refuseMarkup({ trustedTypes: undefined })).not.toThrow()
  })
})
