import { accessSync, chmodSync, closeSync, constants, fsyncSync, lstatSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { PageKey } from '../../crypto/keys.ts'
import { type ErrorCode, VaultError } from '../../shared/errors.ts'

/** The only importer of SQLite. Everything above speaks through these functions, which turn its failures into codes. */

export type Db = Database.Database
export type Value = string | number | bigint | Uint8Array | null

const PAGE_BYTES = 4096

/** Set and read back on every connection; a value that does not stick refuses the connection. */
const PRAGMAS: readonly (readonly [string, string, string | number])[] = [
  // Before the first read: then no shared memory is ever used, and no -shm file is written.
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['foreign_keys', 'ON', 1],
  ...(process.platform === 'darwin'
    ? ([
        ['fullfsync', 'ON', 1],
        ['checkpoint_fullfsync', 'ON', 1],
      ] as const)
    : []),
]

const CODES: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_BUSY', 'OFFICE_IN_USE'],
  ['SQLITE_LOCKED', 'OFFICE_IN_USE'],
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_READONLY', 'NOT_WRITABLE'],
  ['SQLITE_CANTOPEN', 'NOT_WRITABLE'],
  ['SQLITE_PERM', 'NOT_WRITABLE'],
  ['SQLITE_NOTADB', 'OFFICE_DAMAGED'],
  ['SQLITE_CORRUPT', 'OFFICE_DAMAGED'],
  ['SQLITE_IOERR', 'WRITE_FAILED'],
]

/** Runs SQL and classifies what SQLite throws by its code, never by its text. */
export function classified<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Database.SqliteError) {
      const found = CODES.find(([prefix]) => error.code.startsWith(prefix))
      if (found) throw new VaultError(found[1], { sqlite: error.code })
    }
    throw error
  }
}

function configure(db: Db, key: PageKey): void {
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  const raw = Buffer.concat([
    Buffer.from("x'"),
    Buffer.from(Buffer.from(key).toString('hex')),
    Buffer.from("'"),
  ])
  db.key(raw)
  raw.fill(0)
  for (const [name, value, expected] of PRAGMAS) {
    db.pragma(`${name}=${value}`)
    const got: unknown = db.pragma(name, { simple: true })
    if (got !== expected) throw new VaultError('OFFICE_DAMAGED', { part: `pragma ${name}` })
  }
}

/** SQLite would tell a read-only file system as a failed lock. Throws NOT_WRITABLE. */
function requireWritable(path: string): void {
  try {
    for (const target of [path, dirname(path)]) accessSync(target, constants.R_OK | constants.W_OK)
  } catch {
    throw new VaultError('NOT_WRITABLE', { part: 'database' })
  }
}

/**
 * Opens an existing encrypted database: a regular file of whole pages, then the key, then the settings above.
 * Throws NOT_AN_OFFICE for anything that is not such a file, OFFICE_DAMAGED when a page does not authenticate,
 * OFFICE_IN_USE when another process has it, NOT_WRITABLE when it or its folder only reads. SQLite itself would take an empty file or a device for an empty database.
 */
export function openDb(path: string, key: PageKey): Db {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new VaultError('OFFICE_DAMAGED', { part: 'database file' })
  if (stat.size < PAGE_BYTES || stat.size % PAGE_BYTES !== 0)
    throw new VaultError('OFFICE_DAMAGED', { part: 'database size' })
  requireWritable(path)
  return classified(() => configured(path, key))
}

function configured(path: string, key: PageKey): Db {
  const db = new Database(path, { fileMustExist: true, timeout: 0 })
  try {
    configure(db, key)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Creates an encrypted database (mode 0600) at a path where nothing is. Throws NOT_WRITABLE or OFFICE_EXISTS. */
export function createDb(path: string, key: PageKey): Db {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new VaultError(exists ? 'OFFICE_EXISTS' : 'NOT_WRITABLE')
  }
  chmodSync(path, 0o600)
  return classified(() => configured(path, key))
}

const statements = new WeakMap<Db, Map<string, Database.Statement>>()

function prepared(db: Db, sql: string): Database.Statement {
  // Locked while an act waited for its worker: what comes back late finds nothing open.
  if (!db.open) throw new VaultError('OFFICE_LOCKED')
  let cache = statements.get(db)
  if (!cache) statements.set(db, (cache = new Map<string, Database.Statement>()))
  let statement = cache.get(sql)
  if (!statement) cache.set(sql, (statement = db.prepare(sql)))
  return statement
}

/** All rows of a query. The row type is the caller's promise about a STRICT table that `checkSchema` compared. */
export const all = <Row>(db: Db, sql: string, ...values: Value[]): Row[] =>
  classified(() => prepared(db, sql).all(...values) as Row[])

/** The first row, or undefined. */
export const one = <Row>(db: Db, sql: string, ...values: Value[]): Row | undefined =>
  classified(() => prepared(db, sql).get(...values) as Row | undefined)

/** Rows one after another, for tables too large to hold. A damaged page is met in the middle and told as by the others. */
export function* each<Row>(db: Db, sql: string, ...values: Value[]): Generator<Row> {
  const rows = classified(() => prepared(db, sql).iterate(...values) as IterableIterator<Row>)
  try {
    for (let next = classified(() => rows.next()); next.done !== true; next = classified(() => rows.next())) {
      yield next.value
    }
  } finally {
    rows.return?.()
  }
}

/** Runs a change; returns how many rows it touched. */
export const run = (db: Db, sql: string, ...values: Value[]): number =>
  classified(() => prepared(db, sql).run(...values).changes)

/** One write transaction: commits and returns, or rolls back and rethrows. */
export function transact<T>(db: Db, work: () => T): T {
  run(db, 'BEGIN IMMEDIATE')
  try {
    const value = work()
    run(db, 'COMMIT')
    return value
  } catch (error) {
    if (db.inTransaction) run(db, 'ROLLBACK')
    throw error
  }
}

/** Moves the WAL into the file and empties it, so that nothing deleted stays in it. Throws OFFICE_IN_USE if it cannot. */
export function truncateWal(db: Db): void {
  const rows = classified(() => db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[])
  if (rows[0]?.busy !== 0) throw new VaultError('OFFICE_IN_USE')
}

/** Rewrites the file without its free pages. */
export const vacuum = (db: Db): void => {
  classified(() => db.exec('VACUUM'))
}

/** Makes a file's and its folder's state durable. */
export function syncFile(path: string): void {
  for (const target of [path, dirname(path)]) {
    if (target !== path && process.platform === 'win32') continue
    const fd = openSync(target, 'r')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  }
}

/** Closes after moving the WAL into the file. A second call does nothing. */
export function closeDb(db: Db): void {
  if (!db.open) return
  try {
    truncateWal(db)
  } finally {
    db.close()
  }
}
