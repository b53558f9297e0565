import { writeSync } from 'node:fs'
import type { StopSignal, Who } from '../../shared/secure-screen.ts'
import { printable, waitForKey } from './tty.ts'

/** The terminal's other screen: what is shown on it never reaches the scroll-back. */
const ENTER = '\u001b[?1049h'
const CLEAR = '\u001b[2J\u001b[H'
const LEAVE = '\u001b[?1049l'

const WORDS = {
  ja: { open: 'Enterで表示、Escで終了', next: 'Enterで消して次へ、Escで終了' },
  en: { open: 'Enter shows it, Esc ends', next: 'Enter hides it and goes on, Esc ends' },
} as const

/**
 * Shows numbers one at a time, each on its own key press, for `seconds` at most, on the terminal's other screen, which is
 * cleared when it ends. Ends when all were shown, on Esc, or when the list's time is over (`signal`).
 */
export async function showList(
  list: { readonly people: readonly Who[]; readonly seconds: number; readonly language: 'ja' | 'en' },
  show: (index: number) => Promise<Uint8Array>,
  signal: StopSignal,
): Promise<void> {
  const words = WORDS[list.language]
  writeSync(1, ENTER)
  try {
    for (const [index, { code, name }] of list.people.entries()) {
      const label = printable(`${index + 1}/${list.people.length}  ${code}  ${name}`)
      writeSync(1, `${CLEAR}${label}\r\n\r\n${words.open}\r\n`)
      if ((await waitForKey(null, signal)) !== 'next') return
      const digits = await show(index)
      writeSync(1, `${CLEAR}${label}\r\n\r\n    `)
      writeGrouped(digits)
      writeSync(1, `\r\n\r\n${words.next}\r\n`)
      const key = await waitForKey(list.seconds * 1000, signal)
      writeSync(1, CLEAR)
      if (key === 'escape' || key === 'stop') return
    }
  } finally {
    writeSync(1, `${CLEAR}${LEAVE}`)
  }
}

/** Four and four and four digits, from bytes; wiped after. */
function writeGrouped(digits: Uint8Array): void {
  for (const at of [0, 4, 8]) {
    if (at > 0) writeSync(1, ' ')
    writeSync(1, digits.subarray(at, at + 4))
  }
  digits.fill(0)
}
