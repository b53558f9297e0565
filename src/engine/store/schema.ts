import { VaultError } from '../../shared/errors.ts'
import { all, classified, type Db, run, transact } from './db.ts'
import { COMPANY_SCHEMA_1 } from './migrations/0001-company.ts'
import { OFFICE_SCHEMA_1 } from './migrations/0001-office.ts'

/** Both kinds of database with their application id ("MGOF", "MGCO") and the statements of each version. */
const KINDS = {
  office: { applicationId: 0x4d474f46, versions: [OFFICE_SCHEMA_1] },
  company: { applicationId: 0x4d47434f, versions: [COMPANY_SCHEMA_1] },
} as const
export type DbKind = keyof typeof KINDS

/** The schema version that this program writes. */
export const SCHEMA_VERSION = 1

/** Lays out an empty database in one transaction. */
export function createSchema(db: Db, kind: DbKind): void {
  const { applicationId, versions } = KINDS[kind]
  transact(db, () => {
    for (const statement of versions[SCHEMA_VERSION - 1] ?? []) run(db, statement)
    classified(() => {
      db.pragma(`application_id=${applicationId}`)
      db.pragma(`user_version=${SCHEMA_VERSION}`)
    })
  })
}

/**
 * Refuses a database whose schema is not byte for byte the expected one: a planted trigger, view, extra table or changed
 * constraint would run inside our own statements. Throws OFFICE_TOO_NEW, or OFFICE_TAMPERED with the object's name.
 */
export function checkSchema(db: Db, kind: DbKind): void {
  const { applicationId, versions } = KINDS[kind]
  const pragma = (name: string): unknown => classified(() => db.pragma(name, { simple: true }))
  if (pragma('application_id') !== applicationId)
    throw new VaultError('OFFICE_TAMPERED', { part: 'application id' })
  const version = pragma('user_version')
  if (typeof version === 'number' && version > SCHEMA_VERSION)
    throw new VaultError('OFFICE_TOO_NEW', { version })
  const expected = new Set<string>(versions[SCHEMA_VERSION - 1])
  const rows = all<{ name: string; sql: string | null }>(db, 'SELECT name, sql FROM sqlite_schema')
  for (const { name, sql } of rows) {
    if (sql === null ? name.startsWith('sqlite_autoindex_') : expected.delete(sql)) continue
    throw new VaultError('OFFICE_TAMPERED', { part: 'schema', object: name })
  }
  if (version !== SCHEMA_VERSION || expected.size > 0)
    throw new VaultError('OFFICE_TAMPERED', { part: 'schema' })
}
