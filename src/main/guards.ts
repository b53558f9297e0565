import type { Session, WebContents } from 'electron'
import { ORIGIN } from './scheme.ts'

/** Denies a session everything that reaches out of the page: permissions, devices, downloads, every other address. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', refuse)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !details.url.startsWith(`${ORIGIN}/`) })
  })
}

const refuse = (event: { preventDefault: () => void }): void => {
  event.preventDefault()
}

/** Keeps a page where it is: no navigation, no frame, no second window, no webview. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
}
