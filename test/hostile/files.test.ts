import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { place } from '../support/engine.ts'
import { numberOf } from '../support/numbers.ts'
import { log, makeOffice, type Office } from '../support/office.ts'

/** Files that somebody may choose for an import, and what the engine says of each. None of them may stop or change anything. */
const HEAD = '社員番号,氏名,個人番号\n'
const GOOD = `${HEAD}1,佐藤 一郎,${numberOf(1)}\n`
const bytes = (...parts: (string | number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))

const FILES: readonly (readonly [name: string, content: string | Uint8Array, code: string])[] = [
  ['an empty file', '', 'FILE_EMPTY'],
  ['a byte order mark and nothing else', bytes([0xef, 0xbb, 0xbf]), 'FILE_EMPTY'],
  ['line ends only', '\r\n\r\n\n', 'FILE_EMPTY'],
  ['headings only', HEAD, 'FILE_EMPTY'],
  ['no headings', `1,佐藤 一郎,${numberOf(1)}\n`, 'FILE_NO_HEADINGS'],
  ['headings that say nothing', 'a,b,c\n1,2,3\n', 'FILE_NO_HEADINGS'],
  ['a workbook', bytes('PK', [3, 4, 20, 0, 6, 0, 8, 0], new Uint8Array(200)), 'FILE_BINARY'],
  ['a PDF with a NUL', bytes('%PDF-1.7\n', [0, 1, 2]), 'FILE_BINARY'],
  ['a NUL in a name', bytes(HEAD, '1,佐藤', [0], '一郎,\n'), 'FILE_BINARY'],
  ['a database', bytes('SQLite format 3', [0], new Uint8Array(4080)), 'FILE_BINARY'],
  ['UTF-16 big endian', iconv.encode(`\ufeff${GOOD}`, 'utf16be'), 'FILE_ENCODING'],
  ['bytes of no encoding', bytes(HEAD, '1,', [0x81, 0xff, 0xfe, 0x80], ',\n'), 'FILE_ENCODING'],
  ['UTF-8 that is cut in a character', bytes(GOOD, [0xe4, 0xbd]), 'FILE_ENCODING'],
  ['a quote that never ends', `${HEAD}1,"佐藤,${numberOf(1)}\n2,鈴木,\n`, 'FILE_STRUCTURE'],
  ['a quote in the middle of a cell', `${HEAD}1,佐"藤,\n`, 'FILE_STRUCTURE'],
  ['a cell of 5,000 characters', `${HEAD}1,${'あ'.repeat(5000)},\n`, 'FILE_STRUCTURE'],
  ['a line of a million commas', `${HEAD}1,佐藤${','.repeat(1_000_000)}\n`, 'FILE_STRUCTURE'],
  ['a line of ten million characters', `${HEAD}1,${'x'.repeat(10_000_000)}\n`, 'FILE_STRUCTURE'],
  ['201 columns', `${HEAD}${Array.from({ length: 201 }, () => 'x').join(',')}\n`, 'FILE_STRUCTURE'],
  ['100,001 rows', HEAD + '1,佐藤,\n'.repeat(100_001), 'FILE_TOO_LARGE'],
]

let office: Office
let root: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mamorigura-files-'))
  office = await makeOffice()
})
afterAll(() => {
  office.cleanUp()
  rmSync(root, { recursive: true, force: true })
})

const read = async (path: string): Promise<string> => {
  try {
    const { handle } = await office.call('import.preview', { company: office.company, file: place(path) })
    await office.call('import.cancel', { handle })
    return 'read'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

describe('a file with', () => {
  it.each(FILES)('%s is refused by its own code', async (name, content, code) => {
    const path = join(root, `${FILES.findIndex(([other]) => other === name)}.csv`)
    writeFileSync(path, content)
    expect(await read(path)).toBe(code)
    rmSync(path)
  })

  it('a good person is read, so that the refusals above mean something', async () => {
    const path = join(root, 'good.csv')
    writeFileSync(path, GOOD)
    expect(await read(path)).toBe('read')
  })

  it.each([
    ['utf-16le', iconv.encode(`\ufeff${GOOD}`, 'utf16le')],
    ['cp932', iconv.encode(GOOD, 'cp932')],
    ['utf-8 and mixed line ends', GOOD.replace('\n', '\r')],
  ])('%s is read', async (name, content) => {
    const path = join(root, `${name}.csv`)
    writeFileSync(path, content)
    expect(await read(path)).toBe('read')
  })
})

describe('a path that is', () => {
  it('missing is FILE_UNREADABLE', async () => {
    expect(await read(join(root, 'missing.csv'))).toBe('FILE_UNREADABLE')
  })

  it('a folder is FILE_UNREADABLE', async () => {
    mkdirSync(join(root, 'folder.csv'))
    expect(await read(join(root, 'folder.csv'))).toBe('FILE_UNREADABLE')
  })

  it.skipIf(process.platform === 'win32')('a pipe without a writer is FILE_UNREADABLE at once', async () => {
    const path = join(root, 'pipe')
    spawnSync('mkfifo', [path])
    expect(existsSync(path)).toBe(true)
    const started = performance.now()
    expect(await read(path)).toBe('FILE_UNREADABLE')
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it.skipIf(!existsSync('/dev/zero'))('a device is FILE_UNREADABLE', async () => {
    expect(await read('/dev/zero')).toBe('FILE_UNREADABLE')
    expect(await read('/dev/full')).toBe('FILE_UNREADABLE')
  })

  it('larger than the limit is FILE_TOO_LARGE before it is read', async () => {
    const path = join(root, 'large.csv')
    writeFileSync(path, '')
    truncateSync(path, 60 * 1024 * 1024)
    const started = performance.now()
    expect(await read(path)).toBe('FILE_TOO_LARGE')
    expect(performance.now() - started).toBeLessThan(500)
    rmSync(path)
  })

  it.skipIf(process.getuid?.() === 0)('not permitted is FILE_UNREADABLE', async () => {
    const path = join(root, 'secret.csv')
    writeFileSync(path, GOOD)
    chmodSync(path, 0)
    expect(await read(path)).toBe('FILE_UNREADABLE')
  })

  it('a link that leads round in a circle is FILE_UNREADABLE', async () => {
    symlinkSync(join(root, 'b'), join(root, 'a'))
    symlinkSync(join(root, 'a'), join(root, 'b'))
    expect(await read(join(root, 'a'))).toBe('FILE_UNREADABLE')
  })
})

describe('after all of them', () => {
  it('nobody was added and nothing was logged', async () => {
    expect((await office.call('people.list', { company: office.company })).total).toBe(0)
    expect((await log(office)).map((row) => row.action)).toEqual(['notice.publish', 'company.add'])
  })
})
