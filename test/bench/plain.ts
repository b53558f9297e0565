import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { randomFillSync } from 'node:crypto'
import { asKey, type PageKey } from '../../src/crypto/keys.ts'
import { sodium } from '../../src/crypto/sodium.ts'
import { createDb, type Db } from '../../src/engine/store/db.ts'
import { createSchema } from '../../src/engine/store/schema.ts'
import { syntheticPerson } from './payroll-csv.ts'

/**
 * The floors: the rows that must be stored, through SQLite's own statements, in a database with the same settings, and the
 * bare calls of the libraries. Nothing is checked, logged, signed or sent between processes.
 */

const random = (bytes: number): Uint8Array => randomFillSync(new Uint8Array(bytes))

const AT = '2026-11-24T01:00:00.000Z'
const USER = random(16)

/** An empty company database with a key of its own. */
export function plainDb(path: string): Db {
  const db = createDb(path, asKey<PageKey>(random(32)))
  createSchema(db, 'company')
  return db
}

/** The statements of one person's rows. */
function statements(db: Db) {
  return {
    person: db.prepare<[Uint8Array, string, string, string, string, string, string, number]>(
      `INSERT INTO person (id, code, kind, name, kana, birth, joined, number_state, version, created_at)
       VALUES (?, ?, 'employee', ?, ?, ?, ?, ?, ?, '${AT}')`,
    ),
    basis: db.prepare<[Uint8Array, string]>(
      `INSERT INTO basis (person, rule, kind, started_on) VALUES (?, 'T12', 'relation', ?)`,
    ),
    number: db.prepare<[Uint8Array, Uint8Array, number, Uint8Array]>(
      `INSERT INTO number (person, version, state, batch, position, source, recorded_at, recorded_by)
       VALUES (?, 1, 'held', ?, ?, 'import', '${AT}', ?)`,
    ),
    sealed: db.prepare<[Uint8Array, Uint8Array]>(
      'INSERT INTO sealed (person, version, box) VALUES (?, 1, ?)',
    ),
  }
}

/** Stores people with sealed numbers in one transaction: one AEAD call and four rows each. Answers their ids. */
export function plainImport(db: Db, people: number): Uint8Array[] {
  const add = statements(db)
  const batch = random(16)
  const key = random(32)
  const about = random(120)
  db.exec('BEGIN IMMEDIATE')
  db.prepare<[Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]>(
    `INSERT INTO batch (id, generation, sealed_key, members, collector, signature, created_at)
     VALUES (?, 1, ?, ?, ?, ?, '${AT}')`,
  ).run(batch, random(80), random(20 * people), USER, random(64))
  const ids = Array.from({ length: people }, (_, index) => {
    const person = syntheticPerson(index, false)
    const id = random(16)
    const nonce = new Uint8Array(24)
    new DataView(nonce.buffer).setUint32(20, index)
    const plain = new Uint8Array(16)
    plain.set(new TextEncoder().encode(person.number))
    const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, about, null, nonce, key)
    add.person.run(id, person.code, person.name, person.kana, person.birth, person.joined, 'held', 1)
    add.basis.run(id, person.joined)
    add.number.run(id, batch, index, USER)
    add.sealed.run(id, box)
    return id
  })
  db.exec('COMMIT')
  return ids
}

/** Commits one person without a number, and their basis, at each call. */
export function plainAdder(db: Db): (code: string) => void {
  const add = statements(db)
  const { name, kana, birth, joined } = syntheticPerson(0, false)
  return (code) => {
    const id = random(16)
    db.exec('BEGIN IMMEDIATE')
    add.person.run(id, code, name, kana, birth, joined, 'none', 0)
    add.basis.run(id, joined)
    db.exec('COMMIT')
  }
}

/** Commits one line of a log at each call. */
export function plainLiner(db: Db): () => void {
  const add = db.prepare<[string]>('INSERT INTO log (line) VALUES (?)')
  const line = 'x'.repeat(250)
  return () => {
    add.run(line)
  }
}

/** A small file that is rewritten in place and made durable, as the anchor is. */
export function plainAnchor(path: string): { write: () => void; close: () => void } {
  const fd = openSync(path, 'w')
  const slot = random(88)
  return {
    write: () => {
      writeSync(fd, slot, 0, slot.length, 0)
      fsyncSync(fd)
    },
    close: () => closeSync(fd),
  }
}
