import { DOCUMENTS } from '../../engine/people/documents.ts'
import {
  COMMANDS,
  COMMAND_IDS,
  COMMON,
  type CommandId,
  type CommandSpec,
  OPTIONS,
  type OptionName,
  type OptionSpec,
  optionSynopsis,
  synopsis,
} from '../catalog.ts'
import { shown, usage } from '../args.ts'
import type { Cli, Command } from '../cli.ts'
import { padTo, widthOf } from '../width.ts'

/** Pairs in two columns; not cut, so that a terminal may wrap and a pipe stays whole. */
function columns(cli: Cli, rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([left]) => widthOf(left)))
  for (const [left, right] of rows) cli.out.line(`  ${padTo(left, width)}  ${right}`)
}

function optionRow(cli: Cli, name: OptionName): readonly [string, string] {
  const { words } = cli
  const spec: OptionSpec = OPTIONS[name]
  const repeat = spec.many === true ? ` (${words.help.repeat})` : ''
  return [optionSynopsis(name), `${words.options[name]}${repeat}`]
}

/** Everything about one command. */
function showCommand(cli: Cli, id: CommandId): void {
  const { out, words, language } = cli
  const spec: CommandSpec = COMMANDS[id]
  out.line(words.commands[id])
  out.line()
  out.line(`${words.help.usage}: mamorigura ${synopsis(id)}`)
  out.line()
  out.line(`${words.help.options}:`)
  const names = [...spec.required, ...spec.options, ...COMMON].filter(
    (name, index, all) => all.indexOf(name) === index,
  )
  columns(
    cli,
    names.map((name) => optionRow(cli, name)),
  )
  if (!spec.options.includes('number-doc')) return
  out.line()
  out.line(`${words.help.documents}:`)
  columns(
    cli,
    DOCUMENTS.filter(({ refused }) => refused === null).map((entry) => [entry.id, entry[language]]),
  )
}

/** All commands, one line each. */
function showAll(cli: Cli): void {
  const { out, words } = cli
  out.line(words.help.title)
  out.line()
  out.line(`${words.help.commands}:`)
  columns(
    cli,
    COMMAND_IDS.map((id) => [id, words.commands[id]]),
  )
  out.line()
  out.line(`${words.help.common}:`)
  columns(
    cli,
    COMMON.map((name) => optionRow(cli, name)),
  )
  out.line()
  out.line(words.help.secrets)
  out.line(words.help.exit)
  out.line(words.help.more)
}

/** Commands whose name begins with these words. Throws USAGE (unknown-command). */
function named(words: readonly string[]): CommandId[] {
  const wanted = words.join(' ')
  const found = COMMAND_IDS.filter((id) => id === wanted || id.startsWith(`${wanted} `))
  if (found.length === 0) throw usage('unknown-command', { command: shown(wanted) })
  return found
}

/** Help for commands; all of them when none is named. */
export function showHelp(cli: Cli, words: readonly string[]): void {
  const ids = words.length === 0 ? COMMAND_IDS : named(words)
  const [only, ...others] = ids
  const document = {
    commands: ids.map((id) => {
      const spec: CommandSpec = COMMANDS[id]
      return { command: id, usage: synopsis(id), about: cli.words.commands[id], options: spec.options }
    }),
  }
  cli.out.result(document, () => {
    if (words.length === 0) showAll(cli)
    else if (only && others.length === 0) showCommand(cli, only)
    else
      columns(
        cli,
        ids.map((id) => [synopsis(id), cli.words.commands[id]]),
      )
  })
}

const help: Command = (cli) => {
  showHelp(cli, cli.given.arguments)
  return Promise.resolve(undefined)
}

export const helpCommands = { help } satisfies Record<string, Command>
