import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../../../../src/crypto/canonical.ts'
import { boxPair, type NumberPk, type NumberSk } from '../../../../src/crypto/keys.ts'
import { openBatchKey, openNumber } from '../../../../src/crypto/number-box.ts'
import { newId } from '../../../../src/engine/store/ids.ts'
import type { BatchId, CompanyId, OfficeId, PersonId } from '../../../../src/shared/ids.ts'
import { readFile, sealRows } from '../../../../src/worker/jobs/import.ts'
import { numberOf } from '../../../support/numbers.ts'
import { csvOf } from '../../../support/office.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mamorigura-worker-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function read(name = 'people.csv') {
  const path = join(root, name)
  writeFileSync(
    path,
    csvOf([
      { code: '1', number: numberOf(1) },
      { code: '2' },
      { code: '3', number: numberOf(3) },
      { code: '4', number: '123456789012' },
    ]),
  )
  return readFile({ path, encoding: 'auto', mapping: null })
}

const pair = boxPair<NumberPk, NumberSk>()
const target = {
  officeId: newId<OfficeId>(systemRandom),
  companyId: newId<CompanyId>(systemRandom),
  batch: newId<BatchId>(systemRandom),
  generation: 1,
  nPub: pair.pk,
}

describe('reading a file with numbers', () => {
  it('answers everything but the numbers', () => {
    const { answer } = read()
    expect(answer.rows.map(({ code, number }) => [code, number])).toEqual([
      ['1', 'ok'],
      ['2', 'none'],
      ['3', 'ok'],
      ['4', 'refused'],
    ])
    const text = JSON.stringify(answer)
    expect([numberOf(1), numberOf(3), '123456789012'].filter((number) => text.includes(number))).toEqual([])
  })

  it('keeps the numbers as bytes until they are sealed', () => {
    const { held } = read()
    expect([...held.values()].map(({ number }) => number?.length ?? null)).toEqual([12, null, 12, null])
  })

  it('tells the name of the file, but not when it carries a number', () => {
    expect(read().answer.fileName).toBe('people.csv')
    expect(read(`${numberOf(1)}.csv`).answer.fileName).not.toMatch(/\d/)
    expect(read('1234-5678-9018 佐藤.csv').answer.fileName).not.toMatch(/\d/)
  })
})

describe('sealing rows', () => {
  it('seals exactly the rows named, in that order, each to its person and version', () => {
    const { held, answer } = read()
    const [first, , third] = answer.rows
    const rows = [
      { row: third?.row ?? 0, person: newId<PersonId>(systemRandom), version: 2 },
      { row: first?.row ?? 0, person: newId<PersonId>(systemRandom), version: 1 },
    ]
    const { sealedKey, boxes } = sealRows({ target, rows }, held)
    expect(boxes).toHaveLength(64)
    const key = openBatchKey(sealedKey, pair.sk)
    const opened = rows.map(({ person, version }, index) =>
      new TextDecoder().decode(
        openNumber(key, { ...target, person, version }, index, boxes.subarray(index * 32, index * 32 + 32)),
      ),
    )
    expect(opened).toEqual([numberOf(3), numberOf(1)])
  })

  it('uses a new key for every batch, so that a position is never sealed twice under one', () => {
    const { held, answer } = read()
    const rows = [{ row: answer.rows[0]?.row ?? 0, person: newId<PersonId>(systemRandom), version: 1 }]
    const [a, b] = [sealRows({ target, rows }, held), sealRows({ target, rows }, held)]
    expect(Buffer.compare(a.boxes, b.boxes)).not.toBe(0)
    expect(openBatchKey(a.sealedKey, pair.sk)).not.toEqual(openBatchKey(b.sealedKey, pair.sk))
  })

  it.each([
    ['without a number', 1],
    ['whose number was refused', 3],
  ])('refuses a row %s', (_, at) => {
    const { held, answer } = read()
    const rows = [{ row: answer.rows[at]?.row ?? 0, person: newId<PersonId>(systemRandom), version: 1 }]
    expect(() => sealRows({ target, rows }, held)).toThrow('NUMBER_INVALID')
  })

  it('refuses a row that is not in the file', () => {
    const { held } = read()
    const rows = [{ row: 99, person: newId<PersonId>(systemRandom), version: 1 }]
    expect(() => sealRows({ target, rows }, held)).toThrow('NUMBER_INVALID')
  })
})
