import { join } from 'node:path'
import { closeDb } from '../../src/engine/store/db.ts'
import { repeated, timed, timesOf } from './measure.ts'
import { plainDb, plainImport } from './plain.ts'
import type { Row } from './table.ts'
import type { Vaults } from './vaults.ts'

const PEOPLE = 100_000
const RUNS = 10

/** Codes, names whole and in part, variant kanji, readings, a birth date and a text that nobody has. */
const QUERIES = [
  '1',
  '012345',
  '0999',
  '佐藤　太郎',
  '佐藤',
  '佐',
  '渡邉',
  '高橋',
  'さくら',
  'ワタナベ　ケンタ',
  'たなか',
  '1985-02-14',
  '昭和60年2月14日',
  '見当たらない人',
]

/** Search in the list of 100,000 people, first page. Floor: SQLite's own LIKE over names, readings and codes. */
export async function benchSearch(vaults: Vaults): Promise<Row[]> {
  const vault = await vaults.open(PEOPLE)
  const { company } = vault
  const list = (search: string, filter: 'all' | 'missing' | 'left') =>
    vault.call('people.list', { company, search, filter, limit: 200 })
  await list('', 'all')
  const first = await timed(() => list('鈴木', 'all'))
  const all: number[] = []
  const filtered: number[] = []
  for (const query of QUERIES) {
    all.push(...(await repeated(RUNS, () => list(query, 'all'))))
    filtered.push(...(await repeated(RUNS, () => list(query, 'left'))))
  }
  vault.remove()

  const db = plainDb(join(vaults.folder, 'search.db'))
  plainImport(db, PEOPLE)
  const like = db.prepare<[string, string, string]>(
    'SELECT id, code, name FROM person WHERE name LIKE ? OR kana LIKE ? OR code LIKE ? ORDER BY code LIMIT 200',
  )
  const plain: number[] = []
  for (const query of QUERIES) {
    const text = `%${query}%`
    plain.push(...(await repeated(RUNS, () => like.all(text, text, text))))
  }
  closeDb(db)
  const floor = timesOf(plain).median
  return [
    {
      what: 'search among 100,000',
      measured: timesOf(all).median,
      p95: timesOf(all).p95,
      floor,
      target: { of: 'p95', atMost: 30 },
    },
    {
      what: 'search among 100,000, those who left',
      measured: timesOf(filtered).median,
      p95: timesOf(filtered).p95,
      floor,
      target: { of: 'p95', atMost: 30 },
    },
    { what: 'search among 100,000: first after opening', measured: first, floor },
  ]
}
