/** Bytes of a file that people chose → text. Decided for the whole file, so that half a file is never read as another code. */
import { VaultError } from '../shared/errors.ts'
import type { Encoding } from '../shared/model.ts'

/** Largest file that is read at all, in bytes. Check a file's size before reading it, too. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

export interface LineProblem {
  /** Line in the file, from 1. */
  readonly line: number
  readonly reason: 'gaiji' | 'unreadable-character'
}

export interface DecodedText {
  readonly text: string
  readonly encoding: Exclude<Encoding, 'auto'>
  readonly bom: boolean
  /** Lines with characters that cannot be kept: one entry a line and reason. The rest of the file is good. */
  readonly problems: readonly LineProblem[]
}

/** Private-use characters: a computer's own gaiji (外字), which show as something else, or nothing, everywhere else. */
const GAIJI = /[\u{E000}-\u{F8FF}\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u
/** What an earlier conversion left where it could not read a character. */
const REPLACEMENT = /\u{FFFD}/u

/** The reason that a text with characters of no fixed meaning is refused with; null when all are known. */
export function unkeepable(text: string): LineProblem['reason'] | null {
  if (GAIJI.test(text)) return 'gaiji'
  return REPLACEMENT.test(text) ? 'unreadable-character' : null
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** `shift_jis` of the WHATWG standard is Windows' CP932: it knows 髙, ① and the user area. */
const LABELS = { 'utf-8': 'utf-8', 'utf-16le': 'utf-16le', cp932: 'shift_jis' } as const

function findProblems(text: string): LineProblem[] {
  if (unkeepable(text) === null) return []
  return text.split(/\r\n|\r|\n/).flatMap((content, index) => {
    const reason = unkeepable(content)
    return reason === null ? [] : [{ line: index + 1, reason }]
  })
}

function choose(wanted: Encoding, bom: DecodedText['encoding'] | null): DecodedText['encoding'][] {
  if (wanted !== 'auto') return [wanted]
  return bom === null ? ['utf-8', 'cp932'] : [bom]
}

/**
 * Decodes a whole file; a byte order mark is recognised and dropped. With `auto`: by the mark, else strict UTF-8, else
 * CP932, for CP932 accepts almost any bytes and strict UTF-8 almost none by chance.
 *
 * Throws FILE_TOO_LARGE (`bytes`, `limit`), FILE_EMPTY, FILE_BINARY for NUL bytes (a workbook, not a text) and FILE_ENCODING
 * when no permitted encoding fits every byte.
 */
export function decodeText(bytes: Uint8Array, wanted: Encoding = 'auto'): DecodedText {
  if (bytes.length > MAX_FILE_BYTES)
    throw new VaultError('FILE_TOO_LARGE', { bytes: bytes.length, limit: MAX_FILE_BYTES })
  if (bytes.length === 0) throw new VaultError('FILE_EMPTY')
  if (startsWith(bytes, 0xfe, 0xff)) throw new VaultError('FILE_ENCODING', { encoding: 'utf-16be' })
  const bom = startsWith(bytes, 0xef, 0xbb, 0xbf)
    ? 'utf-8'
    : startsWith(bytes, 0xff, 0xfe)
      ? 'utf-16le'
      : null
  const candidates = choose(wanted, bom)
  // a NUL byte is half of every Latin letter in UTF-16 and never part of a text in the other two
  if (!candidates.includes('utf-16le') && bytes.includes(0)) throw new VaultError('FILE_BINARY')
  for (const encoding of candidates) {
    const text = strictly(bytes, LABELS[encoding])
    if (text === null) continue
    if (text.includes('\0')) throw new VaultError('FILE_BINARY')
    return { text, encoding, bom: bom === encoding, problems: findProblems(text) }
  }
  throw new VaultError('FILE_ENCODING', { encoding: wanted })
}
