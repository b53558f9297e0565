import { ProposalId } from '../../shared/ids.ts'
import type { Proposal } from '../../shared/model.ts'
import { usage } from '../args.ts'
import type { Cli, Command } from '../cli.ts'
import { idsOf, withCompany } from '../office.ts'
import { timeText } from '../views.ts'

const due: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out, words, language } = cli
    const answer = await call('purge.due', { company: company.id, on: given.date('on') })
    out.result(answer, () => {
      const { length } = answer.due
      out.line(length === 0 ? words.purge.nobody(answer.on) : words.purge.due(length, answer.on))
      for (const { person, due: on, because } of answer.due) {
        out.line(`  ${person.code}  ${person.name}  ${on}`)
        for (const { rule, article, ...text } of because) {
          out.line(`      ${text[language]} [${rule}${article === '' ? '' : ` ${article}`}]`)
        }
      }
      if (answer.months.length > 0) out.line(`${words.purge.months}:`)
      out.table(
        [words.purge.month, words.purge.count],
        answer.months.map(({ month, count }) => [month, count]),
      )
    })
    return undefined
  })

const propose: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out, words } = cli
    const codes = given.many('person')
    const proposal = await call('purge.propose', {
      company: company.id,
      people: codes.length === 0 ? null : await idsOf(call, company.id, codes),
      reason: given.need('reason'),
    })
    out.result(proposal, () => {
      out.line(words.purge.proposed(proposal.people.length))
      showPeople(cli, proposal)
      out.line(words.purge.next(proposal.id))
    })
    return undefined
  })

function showPeople({ out }: Cli, proposal: Proposal): void {
  for (const { code, name, due: on } of proposal.people) out.line(`  ${code}  ${name}  ${on ?? ''}`)
}

const list: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { out, words } = cli
    const answer = await call('purge.list', { company: company.id })
    const { purge } = words
    out.result(answer, () => {
      if (answer.proposals.length === 0) out.line(purge.none)
      out.table(
        [purge.id, purge.state, purge.at, purge.by, purge.size, purge.reason],
        answer.proposals.map((proposal) => [
          proposal.id,
          purge.states[proposal.state],
          timeText(proposal.proposedAt) ?? '',
          proposal.proposedBy,
          proposal.people.length,
          proposal.reason,
        ]),
      )
    })
    return undefined
  })

const confirm: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out, words } = cli
    const id = ProposalId.safeParse(given.arguments[0])
    if (!id.success) throw usage('value-bad', { option: 'PROPOSAL-ID' })
    const proposal = await call('purge.confirm', {
      company: company.id,
      proposal: id.data,
      soleReason: given.text('sole-reason'),
    })
    out.result(proposal, () => {
      out.line(words.purge.done(proposal.people.length))
      showPeople(cli, proposal)
      if (proposal.soleReason !== null) out.line(words.purge.sole)
      out.line(words.purge.elsewhere)
    })
    return undefined
  })

export const purgeCommands = {
  'purge due': due,
  'purge propose': propose,
  'purge list': list,
  'purge confirm': confirm,
} satisfies Record<string, Command>
