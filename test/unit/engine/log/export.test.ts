import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyExport } from '../../../../src/engine/log/verify-export.ts'
import type { CompanyId } from '../../../../src/shared/ids.ts'
import { place } from '../../../support/engine.ts'
import { numberOf } from '../../../support/numbers.ts'
import {
  addUsers,
  attest,
  importPeople,
  log,
  makeOffice,
  type Office,
  reveal,
} from '../../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await makeOffice()
  await importPeople(office, [{ code: '1', number: numberOf(1), joined: '2015-04-01' }])
  await attest(office)
  await reveal(office, ['1'])
})
afterEach(() => office.cleanUp())

const path = (): string => office.file('log.json')
const save = (company: CompanyId | null = office.company) =>
  office.call('log.export', { company, file: place(path()) })

describe('an export', () => {
  it('holds every line, its own last, and verifies without the office', async () => {
    const done = await save()
    const verdict = verifyExport(readFileSync(path(), 'utf8'), done.root)
    expect(verdict).toMatchObject({
      ok: true,
      lines: done.lines,
      head: done.head,
      signer: 'pinned',
      anchor: 'not-used',
    })
    expect((await log(office))[0]).toMatchObject({ action: 'log.export', outcome: 'done', seq: done.lines })
  })

  it('says that the signer is not pinned when the reader has no fingerprint', async () => {
    await save()
    expect(verifyExport(readFileSync(path(), 'utf8'), null)).toMatchObject({ ok: true, signer: 'not-pinned' })
  })

  it('of the office’s own log verifies as well', async () => {
    const done = await save(null)
    expect(verifyExport(readFileSync(path(), 'utf8'), done.root).ok).toBe(true)
  })

  it('verifies with lines of several users', async () => {
    const [second] = addUsers(office, [{ name: '二人目', roles: ['manager', 'handler'] }])
    await office.unlock()
    const company = (await office.call('company.add', { name: '二人の会社' })).id
    office.restart()
    await office.unlock(second)
    await office.call('people.add', { company, code: '1', name: '佐藤' })
    const done = await save(company)
    expect(verifyExport(readFileSync(path(), 'utf8'), done.root)).toMatchObject({ ok: true })
  })

  it('holds no number, is private to its owner and is never written over another file', async () => {
    await save()
    expect(readFileSync(path(), 'utf8')).not.toContain(numberOf(1))
    expect(statSync(path()).mode & 0o077).toBe(0)
    const before = readFileSync(path())
    await expect(save()).rejects.toMatchObject({ code: 'NOT_WRITABLE' })
    expect(readFileSync(path()).equals(before)).toBe(true)
  })

  it('that cannot be begun has no line', async () => {
    const lines = (await log(office)).length
    mkdirSync(path())
    await expect(save()).rejects.toMatchObject({ code: 'NOT_WRITABLE' })
    expect((await log(office)).length).toBe(lines)
  })

  it.skipIf(!existsSync('/dev/full'))('never fills a device', async () => {
    await expect(
      office.call('log.export', { company: office.company, file: place('/dev/full') }),
    ).rejects.toMatchObject({ code: 'NOT_WRITABLE' })
  })
})

describe('a changed export', () => {
  const altered = async (change: (file: Record<string, unknown> & { lines: string[] }) => void) => {
    const { root } = await save()
    const file = JSON.parse(readFileSync(path(), 'utf8')) as Record<string, unknown> & { lines: string[] }
    change(file)
    const text = JSON.stringify(file)
    writeFileSync(office.file('changed.json'), text)
    return { text, root }
  }

  it.each([
    [
      'an edited line',
      (lines: string[]) => lines.with(2, (lines[2] ?? '').replace('people.csv', 'other.csv')),
    ],
    ['a line taken out', (lines: string[]) => lines.toSpliced(3, 1)],
    [
      'two lines in the other order',
      (lines: string[]) => [...lines.slice(0, 2), ...lines.slice(2, 4).toReversed(), ...lines.slice(4)],
    ],
    ['a line twice', (lines: string[]) => [...lines, lines.at(-1) ?? '']],
    ['its tail cut', (lines: string[]) => lines.slice(0, -2)],
  ])('with %s is no longer right', async (_, edit) => {
    const { text, root } = await altered((file) => {
      file.lines = edit(file.lines)
    })
    expect(verifyExport(text, root).ok).toBe(false)
  })

  it('under another root is refused by the fingerprint', async () => {
    const { text } = await altered(() => undefined)
    expect(() => verifyExport(text, 'f'.repeat(64))).toThrow('SIGNATURE_BAD')
  })

  it('with an altered certificate is refused', async () => {
    const { text, root } = await altered((file) => {
      const [first] = file['certificates'] as { name: string }[]
      if (first) first.name = '別の人'
    })
    expect(() => verifyExport(text, root)).toThrow('SIGNATURE_BAD')
  })

  it.each(['', 'null', '[]', '{}', '{"format":"mamorigura-log"}', 'text'])(
    'that is %j is no export',
    (text) => {
      expect(() => verifyExport(text, null)).toThrow('FILE_STRUCTURE')
    },
  )
})
