import { ipcRenderer } from 'electron'
import { CHANNELS } from '../shared/channels.ts'

const QUIET_MS = 5_000
const INPUTS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * Tells main that the operator is there, at most every 5 s and without saying what was pressed. The system's own idle time
 * is not used: it was wrong on Wayland (electron#27912) and always 0 on some Ubuntu releases (electron#34826).
 */
export function reportInput(): void {
  let last = Number.NEGATIVE_INFINITY
  const report = (event: Event): void => {
    if (!event.isTrusted || performance.now() - last < QUIET_MS) return
    last = performance.now()
    ipcRenderer.send(CHANNELS.input)
  }
  for (const type of INPUTS) window.addEventListener(type, report, { capture: true, passive: true })
}
