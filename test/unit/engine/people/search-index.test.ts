import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSearchIndex } from '../../../../src/engine/people/search-index.ts'
import type { Searchable } from '../../../../src/engine/people/table.ts'
import type { IsoDate, PersonId } from '../../../../src/shared/ids.ts'

const idAt = (index: number): PersonId => index.toString(16).padStart(32, '0') as PersonId

const person = (index: number, fields: Partial<Searchable>): Searchable => ({
  id: idAt(index),
  code: String(index).padStart(4, '0'),
  name: '山田　太郎',
  kana: null,
  birth: null,
  number: 'none',
  left: null,
  due: null,
  ...fields,
})

const everything = { offset: 0, limit: 1000 }
const all = (): boolean => true
const found = (people: readonly Searchable[], query: string): PersonId[] =>
  buildSearchIndex(people).find(query, all, everything).ids

describe('what a search finds', () => {
  const people = [
    person(1, { name: '渡邉　花子', kana: 'ワタナベ　ハナコ', birth: '1985-02-14' as IsoDate }),
    person(2, { name: '渡辺　一郎', kana: 'ワタナベ　イチロウ' }),
    person(3, { name: '小渡　健', code: 'A-12' }),
  ]

  it('finds a name and its variant kanji', () => {
    expect(found(people, '渡辺')).toEqual([idAt(1), idAt(2)])
  })

  it('finds a reading in hiragana', () => {
    expect(found(people, 'わたなべ　い')).toEqual([idAt(2)])
  })

  it('finds a code without its leading zeros, and in lower case', () => {
    expect(found(people, '2')[0]).toBe(idAt(2))
    expect(found(people, 'a-1')).toEqual([idAt(3)])
  })

  it('finds a birth date in Japanese style', () => {
    expect(found(people, '昭和60年2月14日')).toEqual([idAt(1)])
  })

  it('puts those first where something begins with the text', () => {
    expect(found([person(1, { name: '小渡　健' }), person(2, { name: '渡　健' })], '渡')).toEqual([
      idAt(2),
      idAt(1),
    ])
  })

  it('never joins the end of one field or person to the beginning of the next', () => {
    expect(found([person(1, { name: '渡' }), person(2, { name: '辺' })], '渡辺')).toEqual([])
  })

  it('finds nobody in an empty company', () => {
    expect(found([], '渡辺')).toEqual([])
  })
})

describe('the order and the page', () => {
  it('goes by code, whatever the order of the people', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 40 }), (indexes) => {
        const sorted = indexes.toSorted((a, b) => a - b)
        expect(
          found(
            indexes.map((index) => person(index, {})),
            '山田',
          ),
        ).toEqual(sorted.map(idAt))
      }),
    )
  })

  it('counts all and gives the page', () => {
    const people = Array.from({ length: 30 }, (_, index) => person(index, {}))
    const answer = buildSearchIndex(people).find('太郎', all, { offset: 10, limit: 5 })
    expect(answer.total).toBe(30)
    expect(answer.ids).toEqual([10, 11, 12, 13, 14].map(idAt))
  })

  it('finds who was added later', () => {
    const index = buildSearchIndex([person(1, {})])
    for (let at = 2; at < 3000; at++) index.put(person(at, { name: `新田　${at}` }))
    expect(index.find('新田　2999', all, everything).ids).toEqual([idAt(2999)])
    expect(index.find('山田', all, everything).total).toBe(1)
  })
})

describe('what the filters ask', () => {
  it('follows a person who changed, and nobody else', () => {
    const index = buildSearchIndex([person(1, {}), person(2, {})])
    index.put(person(2, { number: 'held' }))
    expect(index.find('山田', ({ number }) => number === 'held', everything).ids).toEqual([idAt(2)])
    expect(index.find('山田', ({ number }) => number === 'none', everything).ids).toEqual([idAt(1)])
  })

  it('tells people apart whose ids overlap', () => {
    const ids = ['00'.repeat(8) + 'ab'.repeat(8), 'ab'.repeat(8) + '00'.repeat(8)] as PersonId[]
    const index = buildSearchIndex(ids.map((id, at) => person(at, { id })))
    const overlap = 'ab'.repeat(16) as PersonId
    index.put(person(7, { id: overlap, number: 'held' }))
    expect(index.find('山田', ({ number }) => number === 'held', everything).ids).toEqual([overlap])
  })
})
