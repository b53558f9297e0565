import type { Session, WebContents } from 'electron'
import { ORIGIN } from './scheme.ts'

/** Denies a session everything that reaches out of the page: permissions, devices, downloads, every other address. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // Switching it off alone still fetches the dictionary of the first language.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.on('will-download', refuse)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !details.url.startsWith(`${ORIGIN}/`) })
  })
}

const refuse = (event: { preventDefault: () => void }): void => {
  event.preventDefault()
}

/** No navigation, no frame, no second window, no webview. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
}

/**
 * Brings a page back to its own address `home` when it left it in a way that asks nobody: about:blank needs no loader and so
 * no permission. The page could not have done anything there; main answers its own pages only.
 */
export function keepAtHome(contents: WebContents, home: string): void {
  contents.on('did-navigate', (_event, url) => {
    if (url !== home) void contents.loadURL(home)
  })
}
