import type { CompanyKind, VaultRole } from '../../shared/model.ts'
import type { Command } from '../cli.ts'
import { withCompany, withOpenOffice } from '../office.ts'

const add: Command = (cli) =>
  withOpenOffice(cli, async ({ call }) => {
    const { given, out, words } = cli
    const company = await call('company.add', {
      name: given.need('name'),
      kind: (given.text('kind') as CompanyKind | null) ?? 'corporation',
      corporateNumber: given.text('corporate-number'),
      role: (given.text('role') as VaultRole | null) ?? 'B',
    })
    out.result(company, () => {
      out.line(words.company.added(company.name))
      out.line(words.company.next)
    })
    return undefined
  })

const list: Command = (cli) =>
  withOpenOffice(cli, async ({ call }) => {
    const { out, words } = cli
    const answer = await call('company.list', {})
    out.result(answer, () => {
      if (answer.companies.length === 0) out.line(words.office.noCompanies)
      out.table(
        [words.company.name, words.company.kind, words.company.number, words.company.role, words.company.id],
        answer.companies.map(({ name, kind, corporateNumber, role, id }) => [
          name,
          words.company.kinds[kind],
          corporateNumber ?? words.none,
          role,
          id,
        ]),
      )
    })
    return undefined
  })

const notice: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { out, words, language } = cli
    const answer = await call('purpose.list', { company: company.id })
    out.result(answer, () => {
      out.line(words.notice.title(answer.notice.version, answer.notice.publishedOn))
      out.table(
        [words.notice.task, words.notice.name, words.notice.included],
        answer.tasks.map(({ task, name, inNotice }) => [
          task,
          name[language],
          inNotice ? words.yes : words.no,
        ]),
      )
    })
    return undefined
  })

export const companyCommands = {
  'company add': add,
  'company list': list,
  'notice list': notice,
} satisfies Record<string, Command>
