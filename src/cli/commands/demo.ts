import type { Cli, Command } from '../cli.ts'
import { type Demo, makeDemo } from '../demo/make.ts'
import { TRAINING_SECRETS } from '../demo/files.ts'

const PEOPLE = 120

function show(cli: Cli, made: Demo): void {
  const { out, words } = cli
  const { demo } = words
  out.line(demo.training)
  out.line(demo.office(made.office))
  out.line(demo.imported(made.people, made.numbers, made.refused))
  out.line(demo.attested(made.attested))
  out.line(demo.due(made.due))
  out.line()
  out.line(`${demo.secrets}:`)
  out.line(`  ${demo.passphrase}: ${TRAINING_SECRETS.passphrase}`)
  out.line(`  ${demo.secret}: ${TRAINING_SECRETS.secret}`)
  out.line(demo.files(made.sample))
  out.line()
  out.line(`${demo.tryThis}:`)
  const stateDir = cli.given.text('state-dir')
  const state = stateDir === null ? '' : ` --state-dir ${stateDir}`
  const opening = `--office ${made.office} --passphrase-file ${made.sample}/passphrase.txt${state}`
  out.line(`  mamorigura people list ${opening}`)
  out.line(`  mamorigura number reveal 0001 --purpose T12 --secret-file ${made.sample}/secret.txt ${opening}`)
  out.line(`  mamorigura purge due ${opening}`)
}

const demo: Command = async (cli) => {
  const { given, out } = cli
  const [dir = ''] = given.arguments
  const now = given.text('now')
  const made = await makeDemo(
    cli,
    dir,
    given.count('people') ?? PEOPLE,
    now === null ? Date.now() : Date.parse(now),
  )
  out.result({ training: true, ...made, secrets: TRAINING_SECRETS }, () => show(cli, made))
  return undefined
}

export const demoCommands = { demo } satisfies Record<string, Command>
