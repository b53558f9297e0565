import { fork } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../../../../src/crypto/canonical.ts'
import { asKey, type PageKey } from '../../../../src/crypto/keys.ts'
import {
  all,
  closeDb,
  createDb,
  type Db,
  each,
  openDb,
  run,
  transact,
  truncateWal,
} from '../../../../src/engine/store/db.ts'
import { mayMount, mountSmall, remount, unmount } from '../../../support/mounts.ts'

const key = asKey<PageKey>(systemRandom(32))
let root: string
let path: string
let db: Db

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mamorigura-db-'))
  path = join(root, 'x.db')
  db = createDb(path, key)
  run(db, 'CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB) STRICT')
})
afterEach(() => {
  if (db.open) db.close()
  rmSync(root, { recursive: true, force: true })
})

const insert = (target: Db, bytes: number) => run(target, 'INSERT INTO t (b) VALUES (zeroblob(?))', bytes)
const count = (target: Db): number => all(target, 'SELECT 1 FROM t').length

describe('a connection', () => {
  const WANTED = {
    journal_mode: 'wal',
    synchronous: 2,
    locking_mode: 'exclusive',
    secure_delete: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    temp_store: 2,
    foreign_keys: 1,
  }
  const settings = (target: Db) =>
    Object.fromEntries(Object.keys(WANTED).map((name) => [name, target.pragma(name, { simple: true })]))

  it('has its settings when made', () => {
    expect(settings(db)).toEqual(WANTED)
  })

  it('has the same settings when opened again, also those that no file keeps', () => {
    closeDb(db)
    db = openDb(path, key)
    expect(settings(db)).toEqual(WANTED)
  })

  it('refuses foreign-key violations', () => {
    run(db, 'CREATE TABLE u (t INTEGER REFERENCES t (a)) STRICT')
    expect(() => run(db, 'INSERT INTO u VALUES (99)')).toThrow('FOREIGN KEY')
  })

  it('has no SQL function of ours that a schema could call', () => {
    const names = (of: Db): string[] =>
      all<{ name: string }>(of, 'SELECT DISTINCT name FROM pragma_function_list ORDER BY name').map(
        (row) => row.name,
      )
    const plain = new Database(':memory:')
    expect(names(db)).toEqual(names(plain))
    plain.close()
  })
})

describe('files', () => {
  it('are private to their owner, the WAL too, whatever the umask', () => {
    const before = process.umask(0)
    try {
      const other = join(root, 'y.db')
      const second = createDb(other, key)
      run(second, 'CREATE TABLE t (a) ')
      expect(statSync(other).mode & 0o777).toBe(0o600)
      expect(statSync(`${other}-wal`).mode & 0o777).toBe(0o600)
      second.close()
    } finally {
      process.umask(before)
    }
  })

  it('hold no page in clear: neither the header nor a text of ours', () => {
    run(db, 'INSERT INTO t (b) VALUES (?)', Buffer.from('a text that can be found'))
    const wal = readFileSync(`${path}-wal`)
    closeDb(db)
    for (const bytes of [wal, readFileSync(path)]) {
      expect(bytes.includes('SQLite format 3')).toBe(false)
      expect(bytes.includes('a text that can be found')).toBe(false)
    }
  })

  it('never include shared memory, which a second process could use', () => {
    insert(db, 10)
    expect(existsSync(`${path}-shm`)).toBe(false)
    closeDb(db)
    db = openDb(path, key)
    insert(db, 10)
    expect(existsSync(`${path}-shm`)).toBe(false)
  })

  it('leave no WAL behind a clean close', () => {
    insert(db, 10_000)
    closeDb(db)
    expect(existsSync(`${path}-wal`)).toBe(false)
    expect(existsSync(`${path}-shm`)).toBe(false)
  })

  it('are never made over something that is there', () => {
    const other = join(root, 'something')
    writeFileSync(other, 'precious')
    expect(() => createDb(other, key)).toThrow(expect.objectContaining({ code: 'OFFICE_EXISTS' }))
    expect(readFileSync(other, 'utf8')).toBe('precious')
  })

  it('lose deleted bytes from the database at the next checkpoint', () => {
    const bytes = Buffer.from(systemRandom(32))
    run(db, 'INSERT INTO t (b) VALUES (?)', bytes)
    truncateWal(db)
    run(db, 'DELETE FROM t')
    truncateWal(db)
    expect(all(db, 'SELECT 1 FROM t WHERE b = ?', bytes)).toEqual([])
    expect(statSync(`${path}-wal`).size).toBe(0)
  })
})

describe('a second opener', () => {
  it('is told that the office is in use, in the same process', () => {
    expect(() => openDb(path, key)).toThrow(expect.objectContaining({ code: 'OFFICE_IN_USE' }))
  })

  it('is told so in another process, and the first goes on', async () => {
    const child = fork(join(import.meta.dirname, '../../../support/open-db.ts'), [
      path,
      Buffer.from(key).toString('hex'),
    ])
    const said = await new Promise((resolve) => child.once('message', resolve))
    expect(said).toBe('OFFICE_IN_USE')
    insert(db, 10)
    expect(count(db)).toBe(1)
  })

  it('may open after the first has closed', () => {
    closeDb(db)
    db = openDb(path, key)
    expect(count(db)).toBe(0)
  })
})

describe('a transaction', () => {
  it('leaves nothing behind when its work throws', () => {
    expect(() =>
      transact(db, () => {
        insert(db, 10)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(count(db)).toBe(0)
    insert(db, 10)
    expect(count(db)).toBe(1)
  })
})

describe('a damaged page', () => {
  it('is a code of ours also in the middle of a walk over a table', () => {
    for (let i = 0; i < 200; i++) insert(db, 400)
    closeDb(db)
    const bytes = readFileSync(path)
    for (let at = 3 * 4096 + 50; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    db = openDb(path, key)
    expect(() => [...each(db, 'SELECT * FROM t')]).toThrow(
      expect.objectContaining({ code: 'OFFICE_DAMAGED' }),
    )
  })
})

const folder = join(tmpdir(), `mamorigura-mount-${process.pid}`)
const mounting = mayMount(folder)

describe.skipIf(!mounting)('a full disk (needs root to mount a small one)', () => {
  let full: Db
  beforeEach(() => {
    mountSmall(folder, 300)
    full = createDb(join(folder, 'x.db'), key)
    run(full, 'CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB) STRICT')
    insert(full, 10)
  })
  afterEach(() => {
    if (full.open) full.close()
    unmount(folder)
  })
  const code = (work: () => unknown): string => {
    try {
      work()
      return 'done'
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  it('refuses a write with DISK_FULL, changes nothing and goes on when there is room', () => {
    expect(code(() => transact(full, () => insert(full, 1_000_000)))).toBe('DISK_FULL')
    expect(count(full)).toBe(1)
    expect(code(() => transact(full, () => insert(full, 1000)))).toBe('done')
    expect(count(full)).toBe(2)
  })

  it('keeps all that was acknowledged when it is closed and opened while full', () => {
    while (code(() => transact(full, () => insert(full, 8000))) === 'done');
    const rows = count(full)
    expect(rows).toBeGreaterThan(5)
    full.close()
    full = openDb(join(folder, 'x.db'), key)
    expect(count(full)).toBe(rows)
  })

  it('says NOT_WRITABLE for a file system that only reads', () => {
    closeDb(full)
    remount(folder, 'ro')
    expect(code(() => openDb(join(folder, 'x.db'), key))).toBe('NOT_WRITABLE')
    expect(code(() => createDb(join(folder, 'new.db'), key))).toBe('NOT_WRITABLE')
    remount(folder, 'rw')
    full = openDb(join(folder, 'x.db'), key)
    expect(count(full)).toBe(1)
  })
})
