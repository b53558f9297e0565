import { writeSync } from 'node:fs'
import { VaultError } from '../../shared/errors.ts'
import type { Operator, ScreenName, ScreenParams, ScreenResult, Who } from '../../shared/secure-screen.ts'
import { readSecretFile } from './secret-file.ts'
import { promptHidden, waitForKey } from './tty.ts'

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
    next: '  Enterで次へ、Escで終了 ',
  },
  en: {
    passphrase: 'Passphrase: ',
    passphraseAgain: 'Passphrase again: ',
    secret: 'Verification secret: ',
    secretAgain: 'Verification secret again: ',
    number: 'My Number (12 digits): ',
    numberAgain: 'My Number again: ',
    next: '  Enter for the next, Esc to end ',
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
  let people: readonly Who[] = []

  const twice = async (
    file: string | null,
    prompt: string,
    again: string,
    code: 'NUMBER_MISMATCH' | 'USAGE',
  ) => {
    const first = await fromFile(file, prompt)
    const second = file === null ? await promptHidden(again) : first.slice()
    if (code === 'USAGE' && Buffer.compare(first, second) !== 0)
      throw new VaultError('USAGE', { part: 'secrets differ' })
    return { first, second }
  }

  const screens: { [S in ScreenName]: (params: ScreenParams<S>) => Promise<ScreenResult<S>> } = {
    'screen.create': async () => ({
      passphrase: (await twice(options.passphraseFile, words.passphrase, words.passphraseAgain, 'USAGE'))
        .first,
      secret: (await twice(options.secretFile, words.secret, words.secretAgain, 'USAGE')).first,
    }),
    'screen.unlock': async () => ({ passphrase: await fromFile(options.passphraseFile, words.passphrase) }),
    'screen.verify': async () => ({ secret: await fromFile(options.secretFile, words.secret) }),
    'screen.enter': async () => {
      const typed = await twice(options.numberFile, words.number, words.numberAgain, 'NUMBER_MISMATCH')
      return { number: typed.first, again: typed.second }
    },
    'screen.match': async () => ({ number: await fromFile(options.numberFile, words.number) }),
    'screen.list': (params) => {
      people = params.people
      return Promise.resolve({})
    },
    'screen.wait': () => Promise.resolve({}),
    'screen.done': () => Promise.resolve({}),
  }

  return {
    canRetry: false,
    ask: (name, params) => screens[name](params),
    runList: async (count, show, signal) => {
      if (!options.stdout && !process.stdout.isTTY) throw new VaultError('STDOUT_REFUSED')
      for (let index = 0; index < count && !signal.aborted; index++) {
        const digits = await show(index)
        const { code = '', name = '' } = people[index] ?? {}
        if (options.stdout)
          printLine(code, digits, { json: options.json, first: index === 0, last: index === count - 1 })
        else if (!(await showOnce(`${code} ${name}  `, digits, words.next))) return
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

/** Shows one number on the terminal's line until a key, then erases the line. False when the operator ends the list. */
async function showOnce(label: string, digits: Uint8Array, next: string): Promise<boolean> {
  writeSync(1, label)
  for (const at of [0, 4, 8]) {
    writeSync(1, digits.subarray(at, at + 4))
    if (at < 8) writeSync(1, '-')
  }
  writeSync(1, next)
  digits.fill(0)
  const key = await waitForKey(SHOW_MS)
  writeSync(1, '\r\u001b[2K')
  return key !== 'escape'
}

/** A number stays on the screen for 30 seconds at most. */
const SHOW_MS = 30_000
