import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../../src/crypto/bytes.ts'
import { genesis, headFits, type HeadStatement, nextHead, signHead } from '../../../src/crypto/log-chain.ts'
import { companyId, fixedSignPair, officeId, userId } from '../../vectors/fixed.ts'
import { NOT_U32, turnBit } from './helpers.ts'

const office = officeId('one')
const log = companyId('one')
const start = genesis(office, log)
const headOf = (lines: readonly string[]): string => toHex(lines.reduce(nextHead, start))
const someLines = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 4 })

describe('the first head', () => {
  it.each([
    ['office', genesis(officeId('two'), log)],
    ['log', genesis(office, companyId('two'))],
    ['order of the two ids', genesis(office, office)],
  ])('is another for another %s', (_name, other) => {
    expect(toHex(other)).not.toBe(toHex(start))
  })

  it.each(['', 'office', 'people', 'a'.repeat(31)])(
    'is refused for the log id %j, which has no bytes',
    (id) => {
      expect(() => genesis(office, id)).toThrow(RangeError)
    },
  )
})

describe('the next head', () => {
  it('can be computed with sha256sum alone', () => {
    const line = '[1,"2025-11-04T00:30:00.000Z","収集"]'
    const inner = createHash('sha256').update(line, 'utf8').digest()
    const outer = createHash('sha256').update(start).update(inner).digest('hex')
    expect(toHex(nextHead(start, line))).toBe(outer)
  })

  it('differs for any two different lists of lines', () => {
    fc.assert(
      fc.property(someLines, someLines, (a, b) => {
        expect(headOf(a) === headOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })

  it('differs when lines are swapped, joined, cut, doubled or dropped', () => {
    const heads = [['a', 'b'], ['b', 'a'], ['ab'], ['a', 'b', 'b'], ['a'], [], ['', 'a', 'b']].map(headOf)
    expect(new Set(heads).size).toBe(heads.length)
  })

  it('refuses a line that has no bytes', () => {
    expect(() => nextHead(start, '\ud800')).toThrow(RangeError)
  })
})

describe('a signed head', () => {
  const actor = fixedSignPair('sato')
  const statement: HeadStatement = {
    officeId: office,
    logId: log,
    seq: 2,
    head: nextHead(nextHead(start, 'a'), 'b'),
    actor: userId('sato'),
  }
  const signature = signHead(statement, actor.sk)

  it('fits its actor', () => {
    expect(headFits(statement, signature, actor.pk)).toBe(true)
  })

  it('fits nobody else', () => {
    expect(headFits(statement, signature, fixedSignPair('abe').pk)).toBe(false)
  })

  const changes: readonly (readonly [string, Partial<HeadStatement>])[] = [
    ['office', { officeId: officeId('two') }],
    ['log', { logId: companyId('two') }],
    ['sequence', { seq: 3 }],
    ['head', { head: turnBit(statement.head, 0) }],
    ['actor', { actor: userId('abe') }],
  ]
  it.each(changes)('does not fit with another %s', (_name, change) => {
    expect(headFits({ ...statement, ...change }, signature, actor.pk)).toBe(false)
  })

  it.each(NOT_U32)('does not fit, and does not throw, with the sequence %d', (seq) => {
    expect(headFits({ ...statement, seq }, signature, actor.pk)).toBe(false)
  })

  it('does not fit, and does not throw, for a log id that has no bytes', () => {
    expect(headFits({ ...statement, logId: 'office' }, signature, actor.pk)).toBe(false)
  })
})
