import type { SecureWindowBridge } from '../../shared/bridge.ts'
import { el } from './dom.ts'
import type { Look } from './look.ts'
import { WORDS, type Words } from './words.ts'

/** The frame around every screen: one title bar, one body, and Esc that always gets the operator out. */
export interface Shell {
  readonly words: Words
  /** The text of the operator's language. */
  readonly local: (text: { readonly ja: string; readonly en: string }) => string
  /** Replaces what is on screen. The screen before is told to wipe itself first. */
  readonly show: (title: string, body: Node, hooks?: ScreenHooks) => void
  readonly wait: (what: keyof Words['wait']) => void
  readonly cancelButton: (label?: string) => HTMLButtonElement
}

export interface ScreenHooks {
  /** Runs when another screen takes over, or the port closed. */
  readonly onLeave?: () => void
  /** Runs on Esc instead of closing the window. */
  readonly onEscape?: () => void
}

/** Builds the frame in `root`. */
export function createShell(root: HTMLElement, look: Look, bridge: SecureWindowBridge): Shell {
  const words = WORDS[look.language]
  const title = el('h1', { 'data-testid': 'title', tabindex: '-1' })
  const main = el('main')
  let hooks: ScreenHooks = {}
  root.replaceChildren(el('header', {}, el('span', { class: 'product' }, words.product), title), main)

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.repeat) return
    event.preventDefault()
    if (hooks.onEscape) hooks.onEscape()
    else bridge.cancel()
  })

  const show: Shell['show'] = (text, body, next = {}) => {
    hooks.onLeave?.()
    hooks = next
    title.textContent = text
    document.title = text
    main.replaceChildren(body)
    title.focus()
  }
  return {
    words,
    local: (text) => text[look.language],
    show,
    wait: (what) => {
      const text = el('p', { class: 'wait', role: 'status', 'data-testid': 'wait' }, words.wait[what])
      show(title.textContent, el('div', { class: 'centre' }, el('div', { class: 'turning' }), text))
    },
    cancelButton: (label = words.cancel) => {
      const button = el('button', { type: 'button', 'data-testid': 'cancel' }, label, el('kbd', {}, 'Esc'))
      button.addEventListener('click', () => {
        if (hooks.onEscape) hooks.onEscape()
        else bridge.cancel()
      })
      return button
    },
  }
}
