import type { ErrorCode } from '../shared/errors.ts'
import type { UsagePart } from './args.ts'
import type { CommandId, OptionName } from './catalog.ts'
import { en } from './words.en.ts'
import type { Language } from './language.ts'
import { ja } from './words.ja.ts'

/** What happened (and why), and what to do instead; see `fill` in print.ts for `{{ }}` and `[[ ]]`. */
export interface ErrorText {
  readonly what: string
  readonly next: string
}

/** Words that must have an entry for every code, part, command and option: a missing one fails the type check. */
export interface Complete {
  readonly errors: Readonly<Record<ErrorCode, ErrorText>>
  readonly usage: Readonly<Record<UsagePart, string>>
  readonly commands: Readonly<Record<CommandId, string>>
  readonly options: Readonly<Record<OptionName, string>>
}

/** The shape of the Japanese words, for the English ones to follow. */
export type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Shape<T[K]>
}

export type Words = Shape<typeof ja>

export const WORDS: Readonly<Record<Language, Words>> = { ja, en }
