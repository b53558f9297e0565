import { toWire, type ErrorParams, VaultError } from '../shared/errors.ts'
import { NOT_ALLOWED } from '../engine/retention/tasks.ts'
import type { Language } from './language.ts'
import { padTo, widthOf } from './width.ts'
import { WORDS } from './words.ts'

/** Where the command line writes. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

export interface Printer {
  readonly json: boolean
  /** The one result of a command: its document with `--json`, else the lines. */
  result(document: unknown, lines: () => void): void
  line(text?: string): void
  /** Columns aligned by what a terminal shows; nothing when there are no rows. */
  table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): void
  /** A remark beside the result, on standard error; nothing with `--json`. */
  note(text: string): void
}

/** Without control characters: a name or a file's text must not move the cursor or colour a terminal. */
export const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

/** Prints for people, or one JSON document for programs. */
export function createPrinter(streams: Streams, json: boolean): Printer {
  const line = (text = ''): void => {
    if (!json) streams.out(`${plain(text).trimEnd()}\n`)
  }
  return {
    json,
    line,
    result: (document, lines) => {
      if (json) streams.out(`${JSON.stringify(document)}\n`)
      else lines()
    },
    table: (headings, rows) => {
      if (rows.length === 0) return
      const all = [headings, ...rows.map((row) => row.map((cell) => plain(String(cell))))]
      const widths = headings.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))))
      for (const row of all) line(row.map((cell, column) => padTo(cell, widths[column] ?? 0)).join('  '))
    },
    note: (text) => {
      if (!json) streams.err(`${plain(text)}\n`)
    },
  }
}

/**
 * Fills `{{name}}` from an error's parameters. A part in `[[ ]]` is dropped when one of its parameters is missing, so that
 * a text can say more where more is known.
 */
export function fill(text: string, params: ErrorParams): string {
  const valueOf = (name: string): string => {
    const value = params[name]
    return value === undefined ? '' : String(value)
  }
  const filled = (part: string): string => part.replace(/\{\{(\w+)\}\}/g, (_, name: string) => valueOf(name))
  return filled(
    text.replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
      [...part.matchAll(/\{\{(\w+)\}\}/g)].every(([, name]) => valueOf(name ?? '') !== '')
        ? filled(part)
        : '',
    ),
  )
}

const word = (list: object, key: unknown): string | null => {
  const found: unknown = typeof key === 'string' && Object.hasOwn(list, key) ? Reflect.get(list, key) : null
  return typeof found === 'string' ? found : null
}

/** Why the law does not allow the use that was asked for. */
function whyNot(language: Language, { code, params }: VaultError): string | null {
  const use = code === 'PURPOSE_FORBIDDEN' ? NOT_ALLOWED.find(({ id }) => id === params['use']) : undefined
  return use ? `${use[language]}[${use.basis}]` : null
}

/** What happened, why, and what to do instead, as one line. */
export function errorText(language: Language, error: VaultError): string {
  const words = WORDS[language]
  const { code, params } = error
  const part = code === 'USAGE' ? word(words.usage, params['part']) : null
  if (part !== null) return plain(fill(part, params))
  const { what, next } = words.errors[code]
  const reason = word(words.reason, params['reason'])
  const sentences = [fill(what, params), reason, whyNot(language, error), fill(next, params)]
  return plain(sentences.filter(Boolean).join(words.space))
}

/** Writes an error to standard error: one line that ends with its code, or one JSON document. Returns what it was. */
export function printError(streams: Streams, language: Language, json: boolean, thrown: unknown): VaultError {
  const { code, params } = toWire(thrown)
  const error = new VaultError(code, params)
  const message = errorText(language, error)
  streams.err(json ? `${JSON.stringify({ error: { code, params, message } })}\n` : `${message} [${code}]\n`)
  return error
}
