import { readFileSync } from 'node:fs'
import { exitStatus } from '../shared/errors.ts'
import { readCommandLine } from './args.ts'
import type { Cli, World } from './cli.ts'
import { ACTS } from './commands/index.ts'
import { showHelp } from './commands/help.ts'
import { type Language, LANGUAGES, languageOf } from './language.ts'
import { createPrinter, printError, type Streams } from './print.ts'
import { WORDS } from './words.ts'

const isLanguage = (text: string | undefined): text is Language =>
  LANGUAGES.some((language) => language === text)

/** The language that is asked for, found without parsing: also a wrong command line is answered in it. */
function languageFor(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = argv.indexOf('--lang')
  const named =
    at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length)
  return isLanguage(named) ? named : languageOf(env)
}

function version(): string {
  const { version: text } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { version: string }
  return text
}

/**
 * Runs one command line and answers with its exit status: 0, what the command says, or that of the error that ended it
 * (shared/errors.ts). Never throws. Reads no secret and no number: those are the workers'.
 */
export async function main(argv: readonly string[], world: World, streams: Streams): Promise<number> {
  const language = languageFor(argv, world.env)
  const words = WORDS[language]
  const json = argv.includes('--json')
  try {
    const given = readCommandLine(argv, world.cwd)
    const cli: Cli = { given, words, language, out: createPrinter(streams, json), world }
    if (given.flag('version')) {
      cli.out.result({ version: version() }, () => cli.out.line(version()))
      return 0
    }
    if (given.command === null) {
      showHelp(cli, [])
      return given.flag('help') ? 0 : 2
    }
    if (given.flag('help')) {
      showHelp(cli, given.command.split(' '))
      return 0
    }
    return (await ACTS[given.command](cli)) ?? 0
  } catch (error) {
    return exitStatus(printError(streams, language, json, error))
  }
}
