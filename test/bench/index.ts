import { benchAdd } from './add.ts'
import { benchImport } from './import.ts'
import { benchLog } from './log.ts'
import { benchPurge } from './purge.ts'
import { benchReveal } from './reveal.ts'
import { benchSearch } from './search.ts'
import { type Row, tableText } from './table.ts'
import { benchUnlock } from './unlock.ts'
import { createVaults, type Vaults } from './vaults.ts'
import { benchWindow } from './window.ts'

/** `npm run bench`, or `npm run bench -- import search`: each beside its floor, measured in the same run. */
const BENCHMARKS: Readonly<Record<string, (vaults: Vaults) => Promise<Row[]>>> = {
  unlock: benchUnlock,
  import: benchImport,
  add: benchAdd,
  search: benchSearch,
  reveal: benchReveal,
  log: benchLog,
  purge: benchPurge,
  window: benchWindow,
}

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in BENCHMARKS))
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(' ')}; there are: ${Object.keys(BENCHMARKS).join(' ')}`)
    process.exitCode = 2
    return
  }
  const vaults = createVaults()
  try {
    const rows: Row[] = []
    for (const [name, bench] of Object.entries(BENCHMARKS)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      console.log(`… ${name}`)
      rows.push(...(await bench(vaults)))
    }
    console.log(`\n${tableText(rows)}`)
  } finally {
    vaults.remove()
  }
}

await main(process.argv.slice(2))
