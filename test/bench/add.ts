import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeDb } from '../../src/engine/store/db.ts'
import { timed, timesOf } from './measure.ts'
import { plainAdder, plainAnchor, plainDb, plainImport } from './plain.ts'
import type { Row } from './table.ts'
import type { OpenVault, Vaults } from './vaults.ts'

const SIZES = [1000, 10_000, 100_000]
const RUNS = 200
/** Few enough that SQLite's own checkpoint, every 1,000 pages, stays out of the count. */
const COUNTED = 40

/** A code that no imported person has. */
export const newCode = (index: number): string => `N${index}`

const addOne = (vault: OpenVault, index: number) =>
  vault.call('people.add', { company: vault.company, code: newCode(index), name: '新田　ひとみ', kana: null })

/** One person more, in turn in companies of three sizes. Floor: two rows committed and a small file made durable. */
export async function benchAdd(vaults: Vaults): Promise<Row[]> {
  const sides: { people: number; vault: OpenVault; plain: (index: number) => void; close: () => void }[] = []
  for (const people of SIZES) {
    const vault = await vaults.open(people)
    const db = plainDb(join(vaults.folder, `add-${people}.db`))
    plainImport(db, people)
    const add = plainAdder(db)
    const anchor = plainAnchor(join(vaults.folder, `add-${people}.anchor`))
    const plain = (index: number): void => {
      add(newCode(index))
      anchor.write()
    }
    const close = (): void => {
      anchor.close()
      closeDb(db)
      vault.remove()
    }
    sides.push({ people, vault, plain, close })
  }

  const ours = new Map(SIZES.map((people) => [people, [] as number[]]))
  const floor = new Map(SIZES.map((people) => [people, [] as number[]]))
  for (let index = 0; index < RUNS; index++) {
    for (const { people, vault, plain } of sides) {
      floor.get(people)?.push(await timed(() => plain(index)))
      ours.get(people)?.push(await timed(() => addOne(vault, index)))
    }
  }
  for (const side of sides) side.close()

  const median = (people: number): number => timesOf(ours.get(people) ?? []).median
  return [
    ...SIZES.map((people) => ({
      what: `add one at ${people.toLocaleString('en')}`,
      measured: median(people),
      p95: timesOf(ours.get(people) ?? []).p95,
      floor: timesOf(floor.get(people) ?? []).median,
    })),
    {
      what: 'add one: 100,000 against 1,000',
      measured: median(100_000) / median(1000),
      unit: '×',
      target: { of: 'measured', atMost: 1.5 },
    },
    ...(await fsyncRows(vaults)),
  ]
}

/** How often adding one waits for the disk: a process that adds 41 against one that adds one, under strace. */
async function fsyncRows(vaults: Vaults): Promise<Row[]> {
  const counts: number[] = []
  for (const adds of [1, COUNTED + 1]) {
    const count = fsyncsOf(await vaults.copy(1000), adds, join(vaults.folder, `strace-${adds}.txt`))
    if (count === null) {
      console.log('add one: fsyncs were not counted (strace cannot be run here)')
      return []
    }
    counts.push(count)
  }
  const [one = 0, many = 0] = counts
  const each = (many - one) / COUNTED
  return [{ what: 'add one: fsyncs', measured: each, unit: '', target: { of: 'measured', atMost: 2 } }]
}

function fsyncsOf(root: string, adds: number, output: string): number | null {
  const script = join(import.meta.dirname, 'add-process.ts')
  const trace = ['-f', '-c', '-e', 'trace=fsync,fdatasync', '-o', output]
  const { status, error } = spawnSync('strace', [...trace, process.execPath, script, root, String(adds)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (error ?? status !== 0) return null
  return [...readFileSync(output, 'utf8').matchAll(/^(?:\s*[\d.]+){3}\s+(\d+).*\s(?:fsync|fdatasync)$/gm)]
    .map(([, calls]) => Number(calls))
    .reduce((sum, calls) => sum + calls, 0)
}
