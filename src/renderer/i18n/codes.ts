import type { Language } from '../../shared/bridge.ts'
import { codesEn } from './codes.en.ts'
import { type CodeGroup, codesJa } from './codes.ja.ts'

const GROUPS: Readonly<Record<Language, Readonly<Record<CodeGroup, Readonly<Record<string, string>>>>>> = {
  ja: codesJa,
  en: codesEn,
}

/** The word for a code of the group, or the code itself when there is none. */
export function codeText(language: Language, group: CodeGroup, code: string): string {
  const words = GROUPS[language][group]
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}

/** All codes of a group with their words, in the order of the source. */
export const codesOf = (language: Language, group: CodeGroup): { code: string; text: string }[] =>
  Object.entries(GROUPS[language][group]).map(([code, text]) => ({ code, text }))
