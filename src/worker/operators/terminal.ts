import { writeSync } from 'node:fs'
import { VaultError } from '../../shared/errors.ts'
import type { Operator, ScreenName, ScreenParams, ScreenResult } from '../../shared/secure-screen.ts'
import { readSecretFile } from './secret-file.ts'
import { showList } from './terminal-list.ts'
import { promptHidden, say } from './tty.ts'

/** What the command line told its worker: paths only, never a secret. */
export interface TerminalOptions {
  readonly passphraseFile: string | null
  readonly secretFile: string | null
  readonly numberFile: string | null
  /** Print numbers to standard output instead of a terminal. */
  readonly stdout: boolean
  readonly json: boolean
  readonly language: 'ja' | 'en'
}

const WORDS = {
  ja: {
    passphrase: '起動パスワード: ',
    passphraseAgain: '起動パスワード（もう一度）: ',
    secret: '番号表示パスワード: ',
    secretAgain: '番号表示パスワード（もう一度）: ',
    number: '個人番号（12桁）: ',
    numberAgain: '個人番号（もう一度）: ',
    company: '事業者',
    task: '事務',
    people: '対象',
  },
  en: {
    passphrase: 'Passphrase: ',
    passphraseAgain: 'Passphrase again: ',
    secret: 'Verification secret: ',
    secretAgain: 'Verification secret again: ',
    number: 'My Number (12 digits): ',
    numberAgain: 'My Number again: ',
    company: 'Company',
    task: 'Task',
    people: 'People',
  },
} as const

const fromFile = async (file: string | null, prompt: string): Promise<Uint8Array> =>
  file === null ? promptHidden(prompt) : readSecretFile(file)

/**
 * The operator at a terminal, or behind secret files. Runs in the number worker itself, so the command line's own process
 * never holds a secret or a number. `canRetry` is false: a wrong secret ends the command with its code.
 */
export function terminalOperator(options: TerminalOptions): Operator {
  const words = WORDS[options.language]
  let list: ScreenParams<'screen.list'> | null = null

  const twice = async (
    file: string | null,
    prompt: string,
    again: string,
    code: 'NUMBER_MISMATCH' | 'USAGE',
  ) => {
    const first = await fromFile(file, prompt)
    const second = file === null ? await promptHidden(again) : first.slice()
    if (code === 'USAGE' && Buffer.compare(first, second) !== 0)
      throw new VaultError('USAGE', { part: 'secrets-differ' })
    return { first, second }
  }

  const screens: { [S in ScreenName]: (params: ScreenParams<S>) => Promise<ScreenResult<S>> } = {
    'screen.create': async () => ({
      passphrase: (await twice(options.passphraseFile, words.passphrase, words.passphraseAgain, 'USAGE'))
        .first,
      secret: (await twice(options.secretFile, words.secret, words.secretAgain, 'USAGE')).first,
    }),
    'screen.unlock': async () => ({ passphrase: await fromFile(options.passphraseFile, words.passphrase) }),
    'screen.verify': async ({ company, task, rule, people }) => {
      if (options.secretFile === null) {
        // What the secret will be typed for: fixed by now, and not changed after.
        say(`${words.company}: ${company}`)
        say(`${words.task}: ${task[options.language]}${rule === null ? '' : ` (${rule})`}`)
        say(`${words.people}: ${people.map(({ code, name }) => `${code} ${name}`).join(', ')}`)
      }
      return { secret: await fromFile(options.secretFile, words.secret) }
    },
    'screen.enter': async () => {
      const typed = await twice(options.numberFile, words.number, words.numberAgain, 'NUMBER_MISMATCH')
      return { number: typed.first, again: typed.second }
    },
    'screen.match': async () => ({ number: await fromFile(options.numberFile, words.number) }),
    'screen.list': (params) => {
      list = params
      return Promise.resolve({})
    },
    'screen.wait': () => Promise.resolve({}),
    'screen.done': () => Promise.resolve({}),
  }

  return {
    canRetry: false,
    ask: (name, params) => screens[name](params),
    runList: async (count, show, signal) => {
      const people = list?.people ?? []
      if (!options.stdout) {
        if (!process.stdout.isTTY) throw new VaultError('STDOUT_REFUSED')
        const seconds = list?.secondsEach ?? 0
        await showList({ people, seconds, language: options.language }, show, signal)
        return
      }
      for (let index = 0; index < count && !signal.aborted; index++) {
        const digits = await show(index)
        const last = index === count - 1
        printLine(people[index]?.code ?? '', digits, { json: options.json, first: index === 0, last })
        digits.fill(0)
      }
    },
  }
}

/** One number on standard output, written from bytes: `code<TAB>number`, or an element of one JSON document. */
function printLine(
  code: string,
  digits: Uint8Array,
  place: { json: boolean; first: boolean; last: boolean },
): void {
  const [before, after] = place.json
    ? [
        `${place.first ? '{"numbers":[' : ','}{"code":${JSON.stringify(code)},"number":"`,
        `"}${place.last ? ']}\n' : ''}`,
      ]
    : [`${code}\t`, '\n']
  writeSync(1, before)
  writeSync(1, digits)
  writeSync(1, after)
}
