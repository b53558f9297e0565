import { resolve } from 'node:path'
import { parseDate } from '../shared/dates.ts'
import { VaultError } from '../shared/errors.ts'
import type { IsoDate } from '../shared/ids.ts'
import { checkNumber, containsTwelveDigits } from '../shared/my-number.ts'
import {
  COMMANDS,
  COMMON,
  type CommandId,
  type CommandSpec,
  OPTIONS,
  type OptionName,
  type OptionSpec,
  type ValueKind,
} from './catalog.ts'

/** What may be wrong with a command line; the text of each stands in words.*.ts. */
export const USAGE_PARTS = [
  'unknown-command',
  'unknown-option',
  'option-twice',
  'option-not-here',
  'value-missing',
  'value-not-wanted',
  'value-bad',
  'option-needed',
  'argument-needed',
  'too-many-arguments',
  'secret-on-command-line',
  'number-on-command-line',
  'office-needed',
  'user-needed',
  'training-only',
  'columns-bad',
  'terminal-needed',
  'secrets-differ',
  'options-exclude',
] as const
export type UsagePart = (typeof USAGE_PARTS)[number]

/** USAGE with what is wrong. `about` names an option, an argument or a word; never a value that could be a number. */
export const usage = (part: UsagePart, about: Record<string, string | number> = {}): VaultError =>
  new VaultError('USAGE', { part, ...about })

/** A command line that was understood; values were read by their kind. */
export interface Given {
  /** Null: nothing but options was given. */
  readonly command: CommandId | null
  readonly arguments: readonly string[]
  flag(name: OptionName): boolean
  /** The value, or null. */
  text(name: OptionName): string | null
  /** The value of an option that the command requires. */
  need(name: OptionName): string
  many(name: OptionName): readonly string[]
  /** Days were read in any form that people write; ISO here. */
  date(name: OptionName): IsoDate | null
  needDate(name: OptionName): IsoDate
  count(name: OptionName): number | null
}

const SECRET_WORDS = /^(?:passphrase|password|passwd|pass|pin|secret|verification-secret|key)$/i
const NUMBER_WORDS = /^(?:number|my-?number|kojin-?bango)$/i

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name)

/** More digits than a date, a code or a count has: part of a number, or one with a key pressed too often. */
const MANY_DIGITS = 9

/** A word of the command line as an error may repeat it: one that could hold a number is not. */
export const shown = (word: string): string =>
  word.normalize('NFKC').replace(/\P{Nd}/gu, '').length >= MANY_DIGITS ? '…' : word.slice(0, 60)

function unknownOption(name: string): VaultError {
  if (SECRET_WORDS.test(name)) return usage('secret-on-command-line', { option: name.toLowerCase() })
  if (NUMBER_WORDS.test(name)) return usage('number-on-command-line')
  return usage('unknown-option', { option: shown(name) })
}

/** Refuses what a shell's history and the list of processes must not hold, and what is not of its kind. */
function readValue(kind: ValueKind, value: string, label: string, cwd: string): string {
  switch (kind) {
    case 'path':
      // a path may hold any digits (a date and time), but a bare number typed where a file is meant may not
      if (checkNumber(value).ok) throw usage('number-on-command-line')
      return resolve(cwd, value)
    case 'hex':
      if (!/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/i.test(value)) throw usage('value-bad', { option: label })
      return value.toLowerCase()
    case 'count':
      if (!/^[1-9][0-9]{0,5}$/.test(value)) throw usage('value-bad', { option: label })
      return value
    case 'instant':
      if (Number.isNaN(Date.parse(value))) throw usage('value-bad', { option: label })
      return new Date(value).toISOString()
    case 'date': {
      const date = parseDate(value)
      if (date === null) throw new VaultError('BAD_DATE', { option: label })
      return date
    }
    case 'text':
    case 'code':
      if (containsTwelveDigits(value)) throw usage('number-on-command-line')
      return value
  }
}

interface Split {
  readonly words: string[]
  readonly options: Map<OptionName, string[]>
}

/** Tells words from options; an option's value is the next word or follows `=`. `--` ends the options. */
function split(argv: readonly string[]): Split {
  const words: string[] = []
  const options = new Map<OptionName, string[]>()
  const rest = [...argv]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      words.push(...rest)
      break
    }
    if (word === '-h') word = '--help'
    if (!word.startsWith('-') || word === '-') {
      words.push(word)
      continue
    }
    const at = word.indexOf('=')
    const name = (at < 0 ? word : word.slice(0, at)).replace(/^--?/, '')
    if (!word.startsWith('--') || !isOption(name)) throw unknownOption(name)
    const spec: OptionSpec = OPTIONS[name]
    if (options.has(name) && spec.many !== true) throw usage('option-twice', { option: name })
    options.set(name, [
      ...(options.get(name) ?? []),
      valueOf(name, spec, at < 0 ? null : word.slice(at + 1), rest),
    ])
  }
  return { words, options }
}

function valueOf(name: OptionName, spec: OptionSpec, inline: string | null, rest: string[]): string {
  if (spec.kind === 'flag') {
    if (inline !== null) throw usage('value-not-wanted', { option: name })
    return ''
  }
  const value = inline ?? (rest[0]?.startsWith('--') === true ? undefined : rest.shift())
  if (value === undefined || value === '') throw usage('value-missing', { option: name })
  return value
}

const isCommand = (id: string): id is CommandId => Object.hasOwn(COMMANDS, id)

/** The command that the first one or two words name, and the words after it. */
function commandOf(words: readonly string[]): { id: CommandId | null; rest: readonly string[] } {
  const [first, second] = words
  if (first === undefined) return { id: null, rest: [] }
  if (isCommand(first)) return { id: first, rest: words.slice(1) }
  const both = `${first} ${second ?? ''}`.trim()
  if (isCommand(both)) return { id: both, rest: words.slice(2) }
  throw usage('unknown-command', { command: shown(both) })
}

function readArguments(id: CommandId, words: readonly string[], cwd: string): string[] {
  const spec: CommandSpec = COMMANDS[id]
  const last = spec.arguments.at(-1)
  // before anything else is said of it: a number here is worse than one word too many
  if (words.some((word) => checkNumber(word).ok)) throw usage('number-on-command-line')
  const missing = spec.arguments[words.length]
  if (missing && missing.optional !== true)
    throw usage('argument-needed', { argument: missing.value, command: id })
  if (words.length > spec.arguments.length && last?.many !== true) {
    throw usage('too-many-arguments', { command: id })
  }
  return words.map((word, index) => {
    const argument = spec.arguments[index] ?? last
    if (!argument) throw usage('too-many-arguments', { command: id })
    return readValue(argument.kind, word, argument.value, cwd)
  })
}

function readOptions(options: Split['options'], cwd: string): Map<OptionName, readonly string[]> {
  const read = new Map<OptionName, readonly string[]>()
  for (const [name, values] of options) {
    const { kind, choices }: OptionSpec = OPTIONS[name]
    if (kind === 'flag') read.set(name, [])
    else {
      read.set(
        name,
        values.map((value) => {
          if (choices && !choices.includes(value)) {
            throw containsTwelveDigits(value)
              ? usage('number-on-command-line')
              : usage('value-bad', { option: name })
          }
          return readValue(kind, value, name, cwd)
        }),
      )
    }
  }
  return read
}

/**
 * Reads a command line. Strict: an unknown command or option, an option of another command, a missing value and a bad one
 * are USAGE (with `part`) or BAD_DATE. Secrets and numbers are never taken from it, and never repeated in the error.
 */
export function readCommandLine(argv: readonly string[], cwd: string): Given {
  const { words, options } = split(argv)
  const { id, rest } = commandOf(words)
  const values = readOptions(options, cwd)
  const helped = values.has('help')
  const spec: CommandSpec | null = id && COMMANDS[id]
  for (const name of values.keys()) {
    const taken = spec ? [...spec.options, ...COMMON].includes(name) : [...COMMON, 'version'].includes(name)
    if (!taken) throw usage('option-not-here', { option: name, command: id ?? '' })
  }
  const args = id === null || helped ? [] : readArguments(id, rest, cwd)
  const missing = helped ? undefined : spec?.required.find((name) => !values.has(name))
  if (missing !== undefined) throw usage('option-needed', { option: missing, command: id ?? '' })

  const text = (name: OptionName): string | null => values.get(name)?.[0] ?? null
  const need = (name: OptionName): string => {
    const value = text(name)
    if (value === null) throw usage('option-needed', { option: name, command: id ?? '' })
    return value
  }
  return {
    command: id,
    arguments: args,
    flag: (name) => values.has(name),
    text,
    need,
    many: (name) => values.get(name) ?? [],
    date: (name) => text(name) as IsoDate | null,
    needDate: (name) => need(name) as IsoDate,
    count: (name) => {
      const value = text(name)
      return value === null ? null : Number(value)
    },
  }
}
