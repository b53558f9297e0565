import type { Words } from './words.ts'

/** Why the operator is asked again, as the worker says it. */
export interface Fault {
  readonly code: string
  readonly params: Readonly<Record<string, string | number | boolean>>
}

const waitText = (words: Words, seconds: number): string =>
  seconds < 90 ? words.problems.seconds(Math.ceil(seconds)) : words.problems.minutes(Math.ceil(seconds / 60))

/** The sentence for an error, or null for none. A code without a sentence of its own is named. */
export function problemText(words: Words, fault: Fault | null): string | null {
  if (!fault) return null
  const { problems } = words
  const text = (name: string): string => String(fault.params[name] ?? '')
  const count = (name: string): number => Number(fault.params[name] ?? 0)
  switch (fault.code) {
    case 'WRONG_PASSPHRASE':
      return problems.wrongPassphrase
    case 'WRONG_SECRET':
      return problems.wrongSecret
    case 'TOO_MANY_ATTEMPTS':
      return problems.tooMany(waitText(words, count('seconds')))
    case 'SECRET_TOO_SHORT':
      return problems.tooShort(count('minimum'))
    case 'SECRET_SAME_AS_PASSPHRASE':
      return problems.same
    case 'NUMBER_MISMATCH':
      return problems.numberMismatch
    case 'NUMBER_HELD':
      return problems.held
    case 'NUMBER_INVALID':
      return problems.number[text('reason')] ?? problems.other(fault.code)
    default:
      return problems.other(fault.code)
  }
}
