import { LANGUAGES, type Language, THEMES, type Theme } from '../../shared/bridge.ts'

/** How the page is to look. Main passes it in the address, because this page may ask nothing of main. */
export interface Look {
  readonly language: Language
  readonly theme: Theme
  /** Per cent. */
  readonly zoom: number
}

/** Reads `#ja.auto.100`. Anything missing or unknown gives Japanese, the system's theme and 100. */
export function readLook(hash: string): Look {
  const [language, theme, zoom] = hash.replace(/^#/, '').split('.')
  const size = Number(zoom)
  return {
    language: LANGUAGES.find((one) => one === language) ?? 'ja',
    theme: THEMES.find((one) => one === theme) ?? 'auto',
    zoom: size >= 100 && size <= 200 ? size : 100,
  }
}

/** Applies it to the document. Light and dark come from the system setting, which main sets for both windows. */
export function applyLook(root: HTMLElement, look: Look): void {
  root.lang = look.language
  root.dataset['contrast'] = look.theme === 'contrast' ? 'high' : 'normal'
  root.dataset['size'] = look.zoom >= 150 ? 'large' : 'normal'
  root.style.fontSize = `${look.zoom}%`
}
