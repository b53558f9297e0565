import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeDb } from '../../src/engine/store/db.ts'
import { repeated, timesOf } from './measure.ts'
import { payrollCsv } from './payroll-csv.ts'
import { plainDb, plainImport } from './plain.ts'
import type { Row } from './table.ts'
import { importPeople, type OpenVault, type Vaults } from './vaults.ts'

const PEOPLE = 10_000
const RUNS = 5

/** Preview and commit of a file with 10,000 people, each with a number. Floor: their rows in one transaction, sealed. */
export async function benchImport(vaults: Vaults): Promise<Row[]> {
  const file = join(vaults.folder, 'import.csv')
  writeFileSync(file, payrollCsv(PEOPLE, 0))
  const empty: OpenVault[] = []
  for (let run = 0; run < RUNS; run++) empty.push(await vaults.open(0))
  const plain = empty.map((_, run) => plainDb(join(vaults.folder, `import-${run}.db`)))
  const floor: number[] = []
  const ours: number[] = []
  for (const [run, vault] of empty.entries()) {
    const db = plain[run]
    if (db) floor.push(...(await repeated(1, () => plainImport(db, PEOPLE))))
    ours.push(...(await repeated(1, () => importPeople(vault, vault.company, file))))
  }
  for (const vault of empty) vault.remove()
  for (const db of plain) closeDb(db)
  return [
    {
      what: 'import of 10,000 people',
      measured: timesOf(ours).median,
      floor: timesOf(floor).median,
      target: { of: 'ratio', atMost: 3 },
    },
  ]
}
