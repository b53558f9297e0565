import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../src/crypto/canonical.ts'
import { asKey, type PageKey } from '../../src/crypto/keys.ts'
import { closeDb, createDb, type Db, openDb } from '../../src/engine/store/db.ts'
import { checkSchema, createSchema, type DbKind, SCHEMA_VERSION } from '../../src/engine/store/schema.ts'
import { VaultError } from '../../src/shared/errors.ts'

/** Databases that somebody with the page key changed with plain SQLite, and files that are no such database. */
const KINDS = ['office', 'company'] as const
const key = asKey<PageKey>(systemRandom(32))
let root: string
const good = (kind: DbKind): string => join(root, `${kind}.db`)

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mamorigura-schema-'))
  for (const kind of KINDS) {
    const db = createDb(good(kind), key)
    createSchema(db, kind)
    closeDb(db)
  }
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

let copies = 0
/** A copy of a good database after some surgery. */
function altered(kind: DbKind, surgery: (db: Db) => void): string {
  const path = join(root, `copy-${copies++}.db`)
  copyFileSync(good(kind), path)
  const db = openDb(path, key)
  db.unsafeMode()
  surgery(db)
  closeDb(db)
  return path
}

/** What the engine does with a file: its code, and whether it left the file as it was. */
function refusal(kind: DbKind, path: string): { code: string; unchanged: boolean } {
  const before = readFileSync(path)
  let code = 'opened'
  try {
    const db = openDb(path, key)
    try {
      checkSchema(db, kind)
    } finally {
      db.close()
    }
  } catch (error) {
    code = error instanceof VaultError ? error.code : `not a VaultError: ${String(error)}`
  }
  return { code, unchanged: readFileSync(path).equals(before) }
}

/** Rewrites the text of an object's definition, as `writable_schema` lets anybody do. */
const rewrite = (from: string, to: string) => (db: Db) => {
  db.pragma('writable_schema=ON')
  const { changes } = db
    .prepare('UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE instr(sql, ?) > 0')
    .run(from, to, from)
  if (changes === 0) throw new Error('nothing was rewritten')
  db.pragma('writable_schema=OFF')
}

const SURGERIES: readonly (readonly [string, DbKind, (db: Db) => void, string])[] = [
  ['nothing', 'office', () => undefined, 'opened'],
  ['nothing', 'company', () => undefined, 'opened'],
  [
    'a trigger that copies into another table',
    'company',
    (db) => db.exec(`CREATE TRIGGER t AFTER INSERT ON sealed BEGIN DELETE FROM log WHERE seq = 1; END`),
    'OFFICE_TAMPERED',
  ],
  ['a view', 'company', (db) => db.exec('CREATE VIEW v AS SELECT * FROM person'), 'OFFICE_TAMPERED'],
  [
    'a view in the place of a table',
    'office',
    (db) => db.exec('DROP TABLE policy; CREATE VIEW policy AS SELECT key, value FROM meta'),
    'OFFICE_TAMPERED',
  ],
  ['an extra table', 'office', (db) => db.exec('CREATE TABLE copy (box BLOB)'), 'OFFICE_TAMPERED'],
  [
    'a virtual table',
    'company',
    (db) => db.exec('CREATE VIRTUAL TABLE words USING fts5(text)'),
    'OFFICE_TAMPERED',
  ],
  ['an extra index', 'company', (db) => db.exec('CREATE INDEX i ON sealed (box)'), 'OFFICE_TAMPERED'],
  ['a missing index', 'company', (db) => db.exec('DROP INDEX person_due'), 'OFFICE_TAMPERED'],
  ['a missing table', 'company', (db) => db.exec('DROP TABLE sealed'), 'OFFICE_TAMPERED'],
  ['an extra column', 'company', (db) => db.exec('ALTER TABLE meta ADD COLUMN note TEXT'), 'OFFICE_TAMPERED'],
  [
    'a generated column',
    'company',
    (db) => db.exec(`ALTER TABLE person ADD COLUMN copy TEXT AS (name) VIRTUAL`),
    'OFFICE_TAMPERED',
  ],
  [
    'a removed constraint',
    'company',
    rewrite('box BLOB NOT NULL CHECK (length(box) = 32)', 'box BLOB NOT NULL'),
    'OFFICE_TAMPERED',
  ],
  [
    'a widened constraint',
    'office',
    rewrite(`role IN ('A', 'B', 'C')`, `role IN ('A', 'B', 'C', 'D')`),
    'OFFICE_TAMPERED',
  ],
  [
    'a table without STRICT',
    'company',
    rewrite(
      'key TEXT PRIMARY KEY,\n  value TEXT NOT NULL\n) STRICT, WITHOUT',
      'key TEXT PRIMARY KEY,\n  value TEXT NOT NULL\n) WITHOUT',
    ),
    'OFFICE_TAMPERED',
  ],
  [
    'statistics that steer the planner',
    'company',
    (db) => db.exec(`INSERT INTO meta VALUES ('a', 'b'); ANALYZE`),
    'OFFICE_TAMPERED',
  ],
  [
    'the schema of a later version',
    'company',
    (db) => db.pragma(`user_version=${SCHEMA_VERSION + 1}`),
    'OFFICE_TOO_NEW',
  ],
  ['version 0', 'company', (db) => db.pragma('user_version=0'), 'OFFICE_TAMPERED'],
  ['a negative version', 'office', (db) => db.pragma('user_version=-1'), 'OFFICE_TAMPERED'],
  ['another application id', 'company', (db) => db.pragma('application_id=1'), 'OFFICE_TAMPERED'],
]

describe('a database with', () => {
  it.each(SURGERIES)('%s (%s) is taken for what it is and not written', (_, kind, surgery, code) => {
    expect(refusal(kind, altered(kind, surgery))).toEqual({ code, unchanged: true })
  })

  it('the other kind’s schema is refused', () => {
    expect(
      refusal(
        'company',
        altered('office', () => undefined),
      ).code,
    ).toBe('OFFICE_TAMPERED')
    expect(
      refusal(
        'office',
        altered('company', () => undefined),
      ).code,
    ).toBe('OFFICE_TAMPERED')
  })
})

describe('a file that is no database of ours', () => {
  const file = (name: string, content: Uint8Array | string): string => {
    const path = join(root, name)
    writeFileSync(path, content)
    return path
  }

  it('is refused when it is a plain SQLite database with our very schema', () => {
    const path = join(root, 'plain.db')
    const db = new Database(path)
    createSchema(db, 'company')
    db.close()
    expect(refusal('company', path)).toEqual({ code: 'OFFICE_DAMAGED', unchanged: true })
  })

  it('is refused when it is encrypted under another key', () => {
    const path = join(root, 'other-key.db')
    const db = createDb(path, asKey<PageKey>(systemRandom(32)))
    createSchema(db, 'company')
    closeDb(db)
    expect(refusal('company', path)).toEqual({ code: 'OFFICE_DAMAGED', unchanged: true })
  })

  it.each([
    ['empty', ''],
    ['one byte', 'x'],
    ['text of a page', 'x'.repeat(4096)],
    ['pages of zeros', new Uint8Array(8192)],
    ['pages of random bytes', systemRandom(8192)],
  ])('is refused when it is %s, and not laid out as a new one', (name, content) => {
    expect(refusal('company', file(`${name}.bin`, content))).toEqual({
      code: 'OFFICE_DAMAGED',
      unchanged: true,
    })
  })
})

describe('a cut file', () => {
  it('is refused at every 512 bytes', () => {
    const whole = readFileSync(good('office'))
    const path = join(root, 'cut.db')
    const opened: number[] = []
    for (let size = 0; size < whole.length; size += 512) {
      writeFileSync(path, whole)
      truncateSync(path, size)
      const { code, unchanged } = refusal('office', path)
      if (code !== 'OFFICE_DAMAGED' || !unchanged) opened.push(size)
    }
    expect(opened).toEqual([])
  })
})

describe('a damaged file', () => {
  it('is noticed for a bit flipped in any of its pages', () => {
    const whole = readFileSync(good('office'))
    const path = join(root, 'flipped.db')
    const missed: number[] = []
    for (let at = 100; at < whole.length; at += 1365) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(path, bytes)
      let silent = true
      try {
        const db = openDb(path, key)
        try {
          checkSchema(db, 'office')
          // reads every page, indexes included
          db.pragma('integrity_check')
        } finally {
          db.close()
        }
      } catch {
        silent = false
      }
      if (silent) missed.push(at)
    }
    expect(missed).toEqual([])
  })
})
