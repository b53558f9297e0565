import { join } from 'node:path'
import { addDays, today as todayOf } from '../../shared/dates.ts'
import type { CompanyId } from '../../shared/ids.ts'
import type { Cli } from '../cli.ts'
import { type OpenEngine, placeOf, withNewOffice } from '../office.ts'
import { makeSampleFolder, sampleFolder, withSecrets, writeSample } from './files.ts'
import { type MadeUpPerson, madeUpPeople, payrollCsv } from './people.ts'

/** What a training office was filled with. */
export interface Demo {
  readonly office: string
  readonly sample: string
  readonly company: CompanyId
  readonly people: number
  readonly numbers: number
  readonly refused: number
  readonly attested: number
  readonly due: number
}

/**
 * Makes a training office in `dir` and fills it through the same path as a real one: a CSV file, read by a worker. The first
 * half is attested. Secrets, kit and CSV files stay in its `sample` folder.
 */
export function makeDemo(cli: Cli, dir: string, count: number, now: number): Promise<Demo> {
  const { words } = cli
  const kit = join(dir, 'recovery-kit.txt')
  const wanted = { dir, name: words.demo.officeName, user: words.demo.user, kit, training: true }
  return withSecrets((secrets) =>
    withNewOffice({ ...cli, given: withFiles(cli.given, secrets) }, wanted, async (office) => {
      makeSampleFolder(dir, kit)
      return fill(cli, office, dir, count, todayOf(now))
    }),
  )
}

const withFiles = (
  given: Cli['given'],
  files: { passphraseFile: string; secretFile: string },
): Cli['given'] => ({
  ...given,
  text: (name) => {
    if (name === 'passphrase-file') return files.passphraseFile
    return name === 'secret-file' ? files.secretFile : given.text(name)
  },
})

async function fill(
  cli: Cli,
  { call }: OpenEngine,
  dir: string,
  count: number,
  today: string,
): Promise<Demo> {
  const { words } = cli
  const { id: company } = await call('company.add', { name: words.demo.company })
  const people = madeUpPeople(count, today)
  const half = Math.ceil(count / 2)
  const take = async (name: string, some: readonly MadeUpPerson[]) => {
    const file = placeOf(writeSample(dir, name, payrollCsv(some)))
    const { handle } = await call('import.preview', { company, file })
    return (await call('import.commit', { handle })).report
  }
  const first = await take('shain-1.csv', people.slice(0, half))
  const { numbers: attested } = await call('number.attest', {
    company,
    source: words.demo.source,
    collectedOn: addDays(today, -30),
  })
  const reports = half < count ? [first, await take('shain-2.csv', people.slice(half))] : [first]
  const sum = (of: (report: typeof first) => number): number =>
    reports.reduce((total, report) => total + of(report), 0)
  const { due } = await call('purge.due', { company })
  return {
    office: dir,
    sample: sampleFolder(dir),
    company,
    people: sum(({ added }) => added),
    numbers: sum(({ numbersNew }) => numbersNew),
    refused: sum(({ numbersRefused }) => numbersRefused),
    attested,
    due: due.length,
  }
}
