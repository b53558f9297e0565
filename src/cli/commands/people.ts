import type { Params } from '../../shared/api.ts'
import type { PersonDetail, PersonRow } from '../../shared/model.ts'
import { withCompany, personOf } from '../office.ts'
import type { Cli, Command } from '../cli.ts'
import { codeText, dateText, timeText } from '../views.ts'

const PAGE = 1000

function showPeople(cli: Cli, people: readonly PersonRow[], total: number): void {
  const { out, words } = cli
  const { person } = words
  out.line(people.length === 0 ? person.nobody : person.total(people.length, total))
  out.table(
    [
      person.code,
      person.name,
      person.kana,
      person.birth,
      person.joined,
      person.left,
      person.number,
      person.due,
    ],
    people.map((row) => [
      row.code,
      row.name,
      row.kana ?? '',
      row.birth ?? '',
      row.joined ?? '',
      row.left ?? '',
      person.states[row.number],
      row.due ?? '',
    ]),
  )
}

const list: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out } = cli
    const wanted = given.count('limit') ?? Number.POSITIVE_INFINITY
    const query = {
      company: company.id,
      search: given.text('search') ?? '',
      filter: (given.text('filter') as Params<'people.list'>['filter']) ?? 'all',
    }
    const people: PersonRow[] = []
    let total = 0
    for (;;) {
      const limit = Math.min(PAGE, wanted - people.length)
      const page = await call('people.list', { ...query, offset: people.length, limit })
      total = page.total
      people.push(...page.people)
      if (page.people.length < limit || people.length >= wanted) break
    }
    out.result({ total, people }, () => showPeople(cli, people, total))
    return undefined
  })

/** The page of one person (個人票), without the number. */
export function showPerson(cli: Cli, detail: PersonDetail): void {
  const { out, words, language } = cli
  const { person } = words
  const row = detail.person
  out.line(`${row.code}  ${row.name}${row.kana ? `（${row.kana}）` : ''}`)
  const facts: [string, string | null][] = [
    [person.birth, dateText(language, row.birth)],
    [person.joined, dateText(language, row.joined)],
    [person.left, dateText(language, row.left)],
    [person.number, person.states[row.number]],
    [person.recorded, timeText(detail.numberRecordedAt)],
    [person.source, detail.numberSource && codeText(words.sources, detail.numberSource)],
    [person.purgedAt, timeText(detail.purgedAt)],
    [person.due, row.number === 'purged' ? null : (dateText(language, detail.due.due) ?? person.noDue)],
  ]
  for (const [label, value] of facts) if (value !== null) out.line(`${label}: ${value}`)
  for (const { rule, article, ...text } of detail.due.because) {
    out.line(`  ${text[language]} [${rule}${article === '' ? '' : ` ${article}`}]`)
  }
  out.line(`${person.bases}:`)
  for (const basis of detail.bases) {
    const until = basis.endedOn ?? person.open
    out.line(`  ${basis.rule} ${basis.document[language]} (${basis.startedOn ?? ''} - ${until})`)
  }
  out.line(`${person.verifications}:`)
  if (detail.verifications.length === 0) out.line(`  ${person.noVerifications}`)
  for (const { route, on, by, numberDoc, identityDocs, source } of detail.verifications) {
    const seen = [numberDoc, ...identityDocs, source].filter((part) => part !== null).join(', ')
    out.line(`  ${on} ${person.routes[route]} ${by} (${seen})`)
  }
  out.line(`${person.tasks}:`)
  for (const { task, name, usable, refusal } of detail.tasks) {
    out.line(`  ${task} ${name[language]}: ${usable ? person.usable : refusalText(cli, refusal)}`)
  }
}

function refusalText({ words }: Cli, refusal: string | null): string {
  const known = Object.entries(words.errors).find(([code]) => code === refusal)?.[1]
  return known ? known.what.replace(/\[\[.*?\]\]/g, '') : (refusal ?? '')
}

const show: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const [code = ''] = cli.given.arguments
    const { id } = await personOf(call, company.id, code)
    const detail = await call('people.show', { company: company.id, person: id })
    cli.out.result(detail, () => showPerson(cli, detail))
    return undefined
  })

const add: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out, words } = cli
    const [code = ''] = given.arguments
    const row = await call('people.add', {
      company: company.id,
      code,
      name: given.need('name'),
      kana: given.text('kana'),
      birth: given.date('birth'),
      joined: given.date('joined'),
    })
    out.result(row, () => out.line(words.person.added(row.code)))
    return undefined
  })

const leave: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out, words, language } = cli
    const [code = ''] = given.arguments
    const { id } = await personOf(call, company.id, code)
    const on = given.needDate('on')
    const detail = await call('event.leave', {
      company: company.id,
      person: id,
      on,
      lastFiling: given.date('last-filing'),
    })
    out.result(detail, () => {
      out.line(words.person.left2(detail.person.code, on))
      out.line(`${words.person.due}: ${dateText(language, detail.due.due) ?? words.person.noDue}`)
      for (const because of detail.due.because) out.line(`  ${because[language]}`)
    })
    return undefined
  })

export const peopleCommands = {
  'people add': add,
  'people list': list,
  'people show': show,
  leave,
} satisfies Record<string, Command>
