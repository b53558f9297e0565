import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { verifyExport } from '../../engine/log/verify-export.ts'
import { EXIT, VaultError } from '../../shared/errors.ts'
import type { CompanyId } from '../../shared/ids.ts'
import type { LogRow, LogVerdict } from '../../shared/model.ts'
import { usage } from '../args.ts'
import type { Cli, Command } from '../cli.ts'
import { companyOf, type OpenEngine, personOf, placeOf, withOpenOffice } from '../office.ts'
import { codeText, timeText } from '../views.ts'

const SHOWN = 50
const MAX_EXPORT_BYTES = 512 * 1024 * 1024

interface Named {
  readonly company: CompanyId | null
  readonly title: string
}

/** The log that is meant: the office's own with `--office-log`, else the company's. */
async function logOf(cli: Cli, { call }: OpenEngine): Promise<Named> {
  const { given, words } = cli
  if (given.flag('office-log')) {
    if (given.flag('company')) throw usage('options-exclude', { option: 'office-log', other: 'company' })
    return { company: null, title: words.log.office }
  }
  const company = await companyOf(cli, call)
  return { company: company.id, title: words.log.company(company.name) }
}

function showRows(cli: Cli, rows: readonly LogRow[]): void {
  const { log, ...words } = cli.words
  cli.out.table(
    [log.seq, log.at, log.actor, log.action, log.people, log.task, log.outcome],
    rows.map((row) => {
      const more = row.peopleTotal - row.people.length
      const codes = [...row.people.map(({ code }) => code), ...(more > 0 ? [log.more(more)] : [])]
      return [
        row.seq,
        timeText(row.at) ?? '',
        row.actor,
        codeText(words.action, row.action),
        codes.join(' '),
        [row.task, row.rule].filter((part) => part !== null).join(' '),
        codeText(words.outcome, row.outcome),
      ]
    }),
  )
}

const list: Command = (cli) =>
  withOpenOffice(cli, async (office) => {
    const { given, out, words } = cli
    const { company, title } = await logOf(cli, office)
    const code = given.text('person')
    const person = code === null || company === null ? null : await personOf(office.call, company, code)
    const answer = await office.call('log.list', {
      company,
      person: person?.id ?? null,
      action: given.text('action'),
      from: given.date('from'),
      to: given.date('to'),
      limit: Math.min(given.count('limit') ?? SHOWN, 1000),
    })
    out.result(answer, () => {
      out.line(title)
      out.line(answer.total === 0 ? words.log.empty : words.log.total(answer.rows.length, answer.total))
      showRows(cli, answer.rows)
    })
    return undefined
  })

const exportLog: Command = (cli) =>
  withOpenOffice(cli, async (office) => {
    const { given, out, words } = cli
    const { company } = await logOf(cli, office)
    const path = given.need('out')
    const answer = await office.call('log.export', { company, file: placeOf(path) })
    out.result({ ...answer, file: path }, () => {
      out.line(words.log.exported(answer.lines, path))
      out.line(`${words.log.root}: ${answer.root}`)
      out.line(`${words.log.head}: ${answer.head}`)
    })
    return undefined
  })

function showVerdict(cli: Cli, verdict: LogVerdict): void {
  const { out, words } = cli
  const { log } = words
  if (verdict.problem !== null) {
    out.line(log.bad(verdict.badLine ?? 0, codeText(log.problems, verdict.problem)))
    out.line(log.tell)
  } else out.line(log.good(verdict.lines, verdict.signatures))
  const anchor = log.anchors[verdict.anchor]
  out.line(anchor(timeText(verdict.anchoredAt) ?? words.none))
}

function readExport(path: string): string {
  let fd: number
  try {
    fd = openSync(path, 'r')
  } catch {
    throw new VaultError('FILE_UNREADABLE')
  }
  try {
    const stat = fstatSync(fd)
    if (!stat.isFile()) throw new VaultError('FILE_UNREADABLE')
    if (stat.size > MAX_EXPORT_BYTES) throw new VaultError('FILE_TOO_LARGE', { limit: MAX_EXPORT_BYTES })
    return readFileSync(fd, 'utf8')
  } finally {
    closeSync(fd)
  }
}

/** An export is verified with nothing but the file: no office, no passphrase. */
const verifyFile = (cli: Cli, path: string): Promise<number | undefined> => {
  const { given, out, words } = cli
  const verdict = verifyExport(readExport(path), given.text('root'))
  out.result(verdict, () => {
    showVerdict(cli, verdict)
    out.line(verdict.signer === 'pinned' ? words.log.pinned : words.log.notPinned)
  })
  return Promise.resolve(verdict.ok ? undefined : EXIT.integrity)
}

/** Without a choice every log of the office is verified: its own and each company's. */
async function allLogs(cli: Cli, office: OpenEngine): Promise<Named[]> {
  const { given, words } = cli
  if (given.flag('office-log') || given.flag('company')) return [await logOf(cli, office)]
  const { companies } = await office.call('company.list', {})
  return [
    { company: null, title: words.log.office },
    ...companies.map(({ id, name }) => ({ company: id, title: words.log.company(name) })),
  ]
}

const verify: Command = (cli) => {
  const { given, out } = cli
  const file = given.text('file')
  if (file !== null) return verifyFile(cli, file)
  if (given.flag('root')) throw usage('option-needed', { option: 'file', command: 'log verify --root' })
  return withOpenOffice(cli, async (office) => {
    const verdicts: (Named & { verdict: LogVerdict })[] = []
    for (const named of await allLogs(cli, office)) {
      verdicts.push({ ...named, verdict: await office.call('log.verify', { company: named.company }) })
    }
    const ok = verdicts.every(({ verdict }) => verdict.ok)
    const logs = verdicts.map(({ company, verdict }) => ({ company, ...verdict }))
    out.result({ ok, logs }, () => {
      for (const { title, verdict } of verdicts) {
        out.line(title)
        showVerdict(cli, verdict)
      }
    })
    return ok ? undefined : EXIT.integrity
  })
}

export const logCommands = {
  'log list': list,
  'log export': exportLog,
  'log verify': verify,
} satisfies Record<string, Command>
