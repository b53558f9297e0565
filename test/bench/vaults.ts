import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompanyId } from '../../src/shared/ids.ts'
import { VaultError } from '../../src/shared/errors.ts'
import { cleanUp, place, type TestEngine, testEngine, withCompany } from '../support/engine.ts'
import { payrollCsv } from './payroll-csv.ts'

/** People of a company of 100,000 who left and whose numbers are due. */
export const LEFT = 1000

/** An unlocked engine over a private copy of an office with one company. */
export interface OpenVault extends TestEngine {
  readonly company: CompanyId
  /** Locks and removes the copy. */
  readonly remove: () => void
}

/** Offices with one company of so many people: made once a run, by import and attestation, then copied. */
export interface Vaults {
  /** Folder for whatever else a benchmark writes; removed at the end. */
  readonly folder: string
  /** A fresh copy of the folder with office and anchors, locked. */
  readonly copy: (people: number) => Promise<string>
  /** The same, unlocked. */
  readonly open: (people: number) => Promise<OpenVault>
  readonly remove: () => void
}

/** Imports a company's people through preview and commit. */
export async function importPeople(test: TestEngine, company: CompanyId, file: string): Promise<void> {
  const { handle } = await test.call('import.preview', { company, file: place(file) })
  await test.call('import.commit', { handle })
}

async function make(root: string, people: number): Promise<void> {
  mkdirSync(root)
  const test = testEngine({ root })
  try {
    const company = (await withCompany(test)).id
    if (people === 0) return
    const file = join(root, 'people.csv')
    writeFileSync(file, payrollCsv(people, people >= 100 * LEFT ? LEFT : 0))
    await importPeople(test, company, file)
    await test.call('number.attest', { company, source: '旧システム', collectedOn: '2026-01-05' })
  } finally {
    test.engine.close()
  }
}

/** Unlocks the office of a folder and finds its company. */
export async function unlocked(root: string): Promise<OpenVault> {
  const test = testEngine({ root })
  const state = await test.call('office.select', { place: place(test.dir) })
  const user = state.users[0]?.id
  if (!user) throw new VaultError('UNKNOWN_USER')
  await test.call('office.unlock', { user })
  const company = (await test.call('company.list', {})).companies[0]?.id
  if (!company) throw new VaultError('UNKNOWN_COMPANY')
  return { ...test, company, remove: () => cleanUp(test) }
}

export function createVaults(): Vaults {
  const folder = mkdtempSync(join(tmpdir(), 'mamorigura-bench-'))
  const made = new Map<number, string>()
  let copies = 0

  const copy = async (people: number): Promise<string> => {
    let original = made.get(people)
    if (original === undefined) {
      original = join(folder, `people-${people}`)
      await make(original, people)
      made.set(people, original)
    }
    copies += 1
    const root = join(folder, `copy-${copies}`)
    // Anchors lie in the same folder and go along: without them nothing may be shown.
    cpSync(original, root, { recursive: true })
    return root
  }

  return {
    folder,
    copy,
    open: async (people) => unlocked(await copy(people)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
