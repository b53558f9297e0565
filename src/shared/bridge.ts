import type { PlaceToken } from './ids.ts'

/**
 * What the preload of the main window exposes as `window.mamorigura`, and nothing else. Vault traffic does not pass here:
 * the engine's port is handed to the page as a window message with the data `PORT_MESSAGE`.
 */

/** `data` of the window message that carries a port to a page. */
export const PORT_MESSAGE = 'mamorigura-port'

/** `data` of the window message that says the engine was just ended by a lock. */
export const LOCKED_MESSAGE = 'mamorigura-locked'

/**
 * The engine's first event on a window's port. Until it arrived the page posts nothing: what is posted before the other end
 * is set up would wait in main (electron#22404).
 */
export const HELLO_EVENT = 'hello'

/** A file or folder that the operator chose in a dialog of the system. `label` is its name without the path. */
export interface Picked {
  readonly token: PlaceToken
  readonly label: string
}

/** Files that can be chosen for reading. */
export type OpenKind = 'people'

/** Files that can be chosen for writing: the recovery kit (復旧用紙) or an export of the log. */
export type SaveKind = 'kit' | 'log'

export const LANGUAGES = ['ja', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** `contrast` is a light look with the strongest contrast. */
export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

/** Size of everything, in per cent. */
export const ZOOMS = [100, 125, 150, 175, 200] as const
export type Zoom = (typeof ZOOMS)[number]

/** Milliseconds without input after which main locks. */
export const IDLE_LOCK_MS = 5 * 60_000

/** Kept on this computer for the operator, outside any office. */
export interface Preferences {
  readonly language: Language
  readonly theme: Theme
  readonly zoom: Zoom
}

/** Office folders that were opened before, newest first, and the one named on the command line. */
export interface Recents {
  readonly offices: readonly Picked[]
  readonly preselected: Picked | null
}

export interface MainWindowBridge {
  readonly platform: string
  /** Whether the system can keep the windows out of screenshots. */
  readonly hidesFromCapture: boolean
  /** Asks for the engine's port. It arrives as a window message, again after each lock. */
  readonly connect: () => void
  /** Locks now: the engine, its workers and the secure window are ended. */
  readonly lock: () => void
  /** Each resolves to null when the operator cancels. */
  readonly dialogs: {
    readonly openOffice: () => Promise<Picked | null>
    readonly newOffice: () => Promise<Picked | null>
    readonly chooseFile: (kind: OpenKind) => Promise<Picked | null>
    readonly saveFile: (kind: SaveKind) => Promise<Picked | null>
  }
  readonly recent: () => Promise<Recents>
  /** Puts the office folder of this token on top of the recent ones. Call it once the office was really opened. */
  readonly remember: (token: PlaceToken) => Promise<void>
  readonly preferences: () => Promise<Preferences>
  readonly savePreferences: (preferences: Preferences) => Promise<void>
}

/** What the preload of the secure window exposes as `window.mamorigura`. Ports arrive as window messages. */
export interface SecureWindowBridge {
  /** The page listens for ports from now on. */
  readonly connect: () => void
  /** The operator ends it (Esc): main destroys the window. */
  readonly cancel: () => void
}
