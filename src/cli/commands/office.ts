import type { Call } from '../../shared/api.ts'
import type { AnchorState, Company, HomeSummary, OfficeState } from '../../shared/model.ts'
import type { Cli, Command } from '../cli.ts'
import { officeFolder, withNewOffice, withOffice, withOpenOffice } from '../office.ts'
import { anchorText, roleNames } from '../views.ts'

const create: Command = (cli) => {
  const { given, out, words } = cli
  const [dir = ''] = given.arguments
  const wanted = {
    dir,
    name: given.need('name'),
    user: given.need('user'),
    kit: given.need('kit-out'),
    training: given.flag('training'),
  }
  return withNewOffice(cli, wanted, ({ state }) => {
    out.result({ ...state, folder: dir, kit: wanted.kit }, () => {
      out.line(words.office.created(wanted.name))
      if (wanted.training) out.line(words.office.training)
      for (const line of words.office.kit(wanted.kit).split('\n')) out.line(line)
      out.line(words.office.next)
    })
    return Promise.resolve(undefined)
  })
}

interface Counted {
  readonly company: Company
  readonly summary: HomeSummary
}

function showState(cli: Cli, dir: string, state: OfficeState): void {
  const { out, words } = cli
  out.line(`${words.office.name}: ${state.office?.name ?? ''}`)
  out.line(`${words.office.id}: ${state.office?.id ?? ''}`)
  out.line(`${words.office.folder}: ${dir}`)
  out.line(`${words.office.users}: ${state.users.map(({ name }) => name).join(', ')}`)
  if (state.office?.training === true) out.line(words.office.training)
}

function showOpen(cli: Cli, state: OfficeState, anchor: AnchorState, companies: readonly Counted[]): void {
  const { out, words } = cli
  if (state.user) out.line(`${words.office.user}: ${state.user.name} (${roleNames(words, state.user.roles)})`)
  out.line(`${words.anchor.title}: ${anchorText(words, anchor)}`)
  if (state.failedAttempts > 0) out.line(words.office.failed(state.failedAttempts))
  out.line()
  if (companies.length === 0) out.line(words.office.noCompanies)
  const { states } = words.person
  out.table(
    [words.company.name, words.purge.size, states.verified, states.held, states.none, words.person.due],
    companies.map(({ company, summary }) => [
      company.name,
      summary.people,
      summary.numbersVerified,
      summary.numbersUnverified,
      summary.numbersMissing,
      summary.purgeDue,
    ]),
  )
}

const status: Command = (cli) => {
  const { given, out, words } = cli
  const dir = officeFolder(cli)
  // Naming the user or the file asks for more than anybody may see; nothing else makes this command ask for a secret.
  const opens = given.flag('passphrase-file') || given.flag('user')
  return withOffice(cli, async ({ call, state: locked, unlock }) => {
    if (!opens) {
      out.result({ ...locked, folder: dir }, () => {
        showState(cli, dir, locked)
        out.line(words.office.locked)
      })
      return undefined
    }
    const state = await unlock()
    const { companies } = await call('company.list', {})
    const counted: Counted[] = []
    for (const company of companies) {
      counted.push({ company, summary: await call('home.summary', { company: company.id }) })
    }
    const { listLimit } = await call('office.policy', {}).catch(() => ({ listLimit: null }))
    const list = counted.map(({ company, summary }) => ({ ...company, summary }))
    out.result({ ...state, folder: dir, listLimit, companies: list }, () => {
      showState(cli, dir, state)
      if (listLimit !== null) out.line(words.office.listLimit(listLimit))
      if (state.anchor) showOpen(cli, state, state.anchor, counted)
    })
    return undefined
  })
}

const policy: Command = (cli) =>
  withOpenOffice(cli, async ({ call }) => {
    const limit = cli.given.count('list-limit')
    const answer = await call('office.policy', limit === null ? {} : { listLimit: limit })
    cli.out.result(answer, () => cli.out.line(cli.words.office.listLimit(answer.listLimit)))
    return undefined
  })

/** Whether this machine has no anchor for the office's log or for one of its companies'. */
async function lacksAnchor(call: Call, state: OfficeState): Promise<boolean> {
  if (state.anchor?.state === 'missing') return true
  const { companies } = await call('company.list', {})
  for (const { id } of companies) {
    const { log } = await call('home.summary', { company: id })
    if (log.anchor.state === 'missing') return true
  }
  return false
}

const declare: Command = (cli) =>
  withOpenOffice(cli, async ({ call, state: before }) => {
    const { out, words } = cli
    const declared = await lacksAnchor(call, before)
    const state = await call('office.declareAnchor', { reason: cli.given.need('reason') })
    out.result({ declared, ...state }, () => out.line(declared ? words.anchor.done : words.anchor.nothing))
    return undefined
  })

export const officeCommands = {
  'office create': create,
  'office status': status,
  'office policy': policy,
  'anchor declare': declare,
} satisfies Record<string, Command>
