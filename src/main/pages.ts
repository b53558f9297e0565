import { type BrowserWindow, nativeTheme } from 'electron'
import type { Recents } from '../shared/bridge.ts'
import { CHANNELS } from '../shared/channels.ts'
import type { Dialogs } from './dialogs.ts'
import { setMenu } from './menu.ts'
import { answerPage, onPage } from './page-ipc.ts'
import type { Places } from './places.ts'
import { type PreferenceStore, PreferencesShape } from './preferences.ts'
import type { RecentOffices } from './recent.ts'

/** What the main window's page may ask of main. */
export interface OfficePage {
  readonly dialogs: Dialogs
  readonly places: Places
  readonly recent: RecentOffices
  readonly preferences: PreferenceStore
  /** Folder named on the command line. */
  readonly preselected: string | null
  readonly onConnect: () => void
  readonly onLock: () => void
  readonly onInput: () => void
}

/** Applies the operator's choice to what main draws itself. */
export function applyPreferences(preferences: PreferenceStore): void {
  const { language, theme } = preferences.get()
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme === 'contrast' ? 'light' : theme
  setMenu(language)
}

/** Serves the fixed channels of the main window's page. Arguments are checked here, from unknown. */
export function serveOfficePage(window: BrowserWindow, page: OfficePage): void {
  const { dialogs, places, recent, preferences } = page
  const answer = (
    channel: (typeof CHANNELS)[keyof typeof CHANNELS],
    run: (argument: unknown) => unknown,
  ): void => {
    answerPage(window, 'office', channel, run)
  }
  onPage(window, 'office', CHANNELS.connect, page.onConnect)
  onPage(window, 'office', CHANNELS.lock, page.onLock)
  onPage(window, 'office', CHANNELS.input, page.onInput)
  answer(CHANNELS.openOffice, dialogs.openOffice)
  answer(CHANNELS.newOffice, dialogs.newOffice)
  answer(CHANNELS.chooseFile, dialogs.chooseFile)
  answer(CHANNELS.saveFile, dialogs.saveFile)
  answer(
    CHANNELS.recent,
    (): Recents => ({
      offices: recent.list().map(places.add),
      preselected: page.preselected === null ? null : places.add(page.preselected),
    }),
  )
  answer(CHANNELS.remember, (token) => {
    const path = typeof token === 'string' ? places.path(token) : null
    if (path !== null) recent.touch(path)
  })
  answer(CHANNELS.preferences, preferences.get)
  answer(CHANNELS.savePreferences, (value) => {
    const parsed = PreferencesShape.safeParse(value)
    if (!parsed.success) return
    preferences.set(parsed.data)
    applyPreferences(preferences)
  })
}
