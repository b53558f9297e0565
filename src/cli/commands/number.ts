import { EXIT, VaultError } from '../../shared/errors.ts'
import { ImportId } from '../../shared/ids.ts'
import type { Command } from '../cli.ts'
import { idsOf, personOf, withCompany } from '../office.ts'
import { usage } from '../args.ts'

const set: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out, words } = cli
    const [code = ''] = given.arguments
    const { id } = await personOf(call, company.id, code)
    const row = await call('number.enter', {
      company: company.id,
      person: id,
      replace: given.flag('replace'),
    })
    out.result(row, () => {
      out.line(words.number.set(row.code))
      out.line(words.number.verifyNext)
    })
    return undefined
  })

const verify: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out, words } = cli
    const [code = ''] = given.arguments
    const { id } = await personOf(call, company.id, code)
    const detail = await call('number.verify', {
      company: company.id,
      person: id,
      numberDoc: given.need('number-doc'),
      identityDocs: [...given.many('identity-doc')],
      on: given.date('on'),
    })
    out.result(detail, () => out.line(words.number.verified(detail.person.code)))
    return undefined
  })

const attest: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out, words } = cli
    const batch = ImportId.nullable().safeParse(given.text('batch'))
    if (!batch.success) throw usage('value-bad', { option: 'batch' })
    const answer = await call('number.attest', {
      company: company.id,
      source: given.need('source'),
      collectedOn: given.needDate('collected-on'),
      importId: batch.data,
    })
    out.result(answer, () => out.line(words.number.attested(answer.numbers)))
    return undefined
  })

const reveal: Command = (cli) => {
  const { given, out, words, world } = cli
  const stdout = given.flag('stdout')
  // Before any secret is asked for: the worker refuses it as well, but only after the operator was verified.
  if (!stdout && !world.stdoutIsTerminal) throw new VaultError('STDOUT_REFUSED')
  return withCompany(cli, async ({ call, company }) => {
    const people = await idsOf(call, company.id, given.arguments)
    const answer = await call('number.reveal', {
      company: company.id,
      people,
      purpose: given.need('purpose'),
    })
    // The worker itself has printed the one document or the lines; nothing may follow them.
    if (stdout) out.note(words.number.shown(answer.shown, answer.notShown))
    else out.result(answer, () => out.line(words.number.shown(answer.shown, answer.notShown)))
    return answer.notShown > 0 ? EXIT.refused : undefined
  })
}

const match: Command = (cli) =>
  withCompany(cli, async ({ call, company }) => {
    const { given, out, words } = cli
    const [code = ''] = given.arguments
    const { id } = await personOf(call, company.id, code)
    const answer = await call('number.match', {
      company: company.id,
      person: id,
      purpose: given.need('purpose'),
    })
    out.result(answer, () => out.line(answer.match ? words.number.match : words.number.noMatch))
    return undefined
  })

export const numberCommands = {
  'number set': set,
  'number verify': verify,
  'number attest': attest,
  'number reveal': reveal,
  'number match': match,
} satisfies Record<string, Command>
