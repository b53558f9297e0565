import type { Call } from '../../shared/api.ts'
import type { CompanyId } from '../../shared/ids.ts'
import { type Encoding, FIELDS, type Field, type ImportDone, type Mapping } from '../../shared/model.ts'
import { shown, usage } from '../args.ts'
import type { Cli, Command } from '../cli.ts'
import { placeOf, withCompany } from '../office.ts'
import { EXIT } from '../../shared/errors.ts'
import { codeText } from '../views.ts'

const isField = (text: string): text is Field => FIELDS.some((field) => field === text)

/** `code=社員番号,number=5` → pairs. Throws USAGE (columns-bad) for a field that does not exist or a missing heading. */
export function readColumns(text: string): { field: Field; column: string }[] {
  return text.split(',').map((part) => {
    const at = part.indexOf('=')
    const field = part.slice(0, Math.max(0, at)).trim()
    const column = part.slice(at + 1).trim()
    if (!isField(field) || column === '') throw usage('columns-bad', { column: shown(part) })
    return { field, column }
  })
}

/** Column positions of the headings named; a number is a position from 1. Throws USAGE (columns-bad). */
export function mappingOf(
  columns: readonly { field: Field; column: string }[],
  headings: readonly string[],
): Mapping {
  const pairs = columns.map(({ field, column }) => {
    const index = headings.indexOf(column)
    const position = index >= 0 ? index : /^[1-9][0-9]{0,2}$/.test(column) ? Number(column) - 1 : -1
    if (position < 0 || position >= headings.length) throw usage('columns-bad', { column: shown(column) })
    return [field, position] as const
  })
  return Object.fromEntries(pairs)
}

/** The file's headings, read with a stand-in mapping because the engine cannot guess where `--columns` is needed. */
async function chosenMapping(
  cli: Cli,
  call: Call,
  source: { company: CompanyId; file: ReturnType<typeof placeOf>; encoding: Encoding },
): Promise<Mapping | null> {
  const text = cli.given.text('columns')
  if (text === null) return null
  const columns = readColumns(text)
  const { handle, report } = await call('import.preview', { ...source, mapping: { code: 0, name: 1 } })
  await call('import.cancel', { handle })
  return mappingOf(columns, report.headings)
}

function showProblems(cli: Cli, title: string, problems: ImportDone['report']['refused']): void {
  const { out, words } = cli
  if (problems.length === 0) return
  out.line()
  out.line(`${title}:`)
  const { importing } = words
  out.table(
    [importing.row, words.person.code, importing.column, importing.reason],
    problems.map(({ row, code, column, reason }) => [
      row,
      code ?? '',
      column ?? '',
      codeText(words.reason, reason),
    ]),
  )
}

function showReport(cli: Cli, done: ImportDone, dryRun: boolean): void {
  const { out, words } = cli
  const { importing } = words
  const { report } = done
  out.line(importing.file(report.fileName, report.encoding, report.rows))
  for (const key of [
    'added',
    'changed',
    'unchanged',
    'refusedRows',
    'numbersNew',
    'numbersHeld',
    'numbersRefused',
  ] as const) {
    out.line(`  ${importing[key]}: ${report[key]}`)
  }
  for (const { code, changes } of report.people) {
    for (const { field, from, to } of changes) {
      const label = codeText(words.fields, field)
      out.line(`  ${importing.change(code, label, from ?? words.none, to ?? words.none)}`)
    }
  }
  showProblems(cli, importing.problems, report.refused)
  showProblems(cli, importing.warnings, report.warnings)
  out.line()
  if (dryRun) out.line(importing.dryRun)
  else if (!done.committed) out.line(importing.nothing)
  else {
    out.line(`${importing.done} ${importing.id}: ${done.importId ?? ''}`)
    if (report.numbersNew > 0) out.line(importing.next)
    out.line(importing.source)
  }
}

const importFile: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out } = cli
    const [file = ''] = given.arguments
    const source = {
      company: company.id,
      file: placeOf(file),
      encoding: (given.text('encoding') as Encoding | null) ?? 'auto',
    }
    const mapping = await chosenMapping(cli, call, source)
    const { handle, report } = await call('import.preview', { ...source, mapping })
    const dryRun = given.flag('dry-run')
    if (dryRun) await call('import.cancel', { handle })
    const done: ImportDone = dryRun
      ? { importId: null, committed: false, report }
      : await call('import.commit', { handle })
    out.result(done, () => showReport(cli, done, dryRun))
    // A file of which no row could be taken is bad input, even though the report is complete.
    return done.report.people.length === 0 ? EXIT.badInput : undefined
  })

export const importCommands = { 'people import': importFile } satisfies Record<string, Command>
