/** Languages of the command line. */
export const LANGUAGES = ['ja', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * The language by the locale, in the order in which POSIX reads it. Japanese unless the locale clearly names another
 * language: C, POSIX and an empty locale name none.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value) ?? ''
  const named = /^[a-z]{2,3}(?=[_.@-]|$)/i.exec(locale)?.[0].toLowerCase()
  return named === undefined || named === 'ja' ? 'ja' : 'en'
}
