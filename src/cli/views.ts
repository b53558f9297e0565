import { formatEnglish, formatJapanese } from '../shared/dates.ts'
import type { AnchorState, Role } from '../shared/model.ts'
import type { Language } from './language.ts'
import type { Words } from './words.ts'

/** How values look in plain text. */

/** A day for reading; null when there is none. */
export const dateText = (language: Language, iso: string | null): string | null =>
  iso === null ? null : language === 'ja' ? formatJapanese(iso) : formatEnglish(iso)

const JAPAN_MS = 9 * 3_600_000

/** An instant in Japan's time, to the minute; null when there is none. */
export const timeText = (instant: string | null): string | null =>
  instant === null
    ? null
    : new Date(Date.parse(instant) + JAPAN_MS).toISOString().slice(0, 16).replace('T', ' ')

/** A word for a code of open text; the code itself where there is none. */
export const codeText = (list: Readonly<Record<string, string>>, code: string): string =>
  (Object.hasOwn(list, code) ? list[code] : undefined) ?? code

export const roleNames = (words: Words, roles: readonly Role[]): string =>
  roles.map((role) => words.roles[role]).join(', ')

export function anchorText(words: Words, anchor: AnchorState): string {
  const at = timeText(anchor.lastAnchoredAt) ?? words.none
  return anchor.state === 'missing' ? words.anchor.missing : words.anchor[anchor.state](at)
}
