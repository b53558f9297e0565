import { type Db, one, run } from './db.ts'

/** Small facts of a database: its own id, the roster's bytes, declarations. */
export const getMeta = (db: Db, key: string): string | null =>
  one<{ value: string }>(db, 'SELECT value FROM meta WHERE key = ?', key)?.value ?? null

/** Writes or replaces one. */
export const setMeta = (db: Db, key: string, value: string): void => {
  run(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  )
}
