import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, BrowserWindow, type MessagePortMain, screen, type Session, session } from 'electron'
import type { Preferences } from '../shared/bridge.ts'
import { CHANNELS } from '../shared/channels.ts'
import { guardContents, guardSession, keepAtHome } from './guards.ts'
import { onPage } from './page-ipc.ts'
import { createSchemeHandler, type FileTable, ORIGIN, type Page, SCHEME } from './scheme.ts'

/** Where the built pages and preloads are. */
export interface Parts {
  readonly preloads: string
  readonly files: Readonly<Record<Page, FileTable>>
}

/** Pages keep nothing on disk: the partitions have no `persist:`, and the secure window's is new each time. */
function openSession(page: Page, parts: Parts): Session {
  const own = session.fromPartition(page === 'office' ? 'office' : `secure-${randomUUID()}`, { cache: false })
  guardSession(own)
  if (!own.protocol.isProtocolHandled(SCHEME)) {
    own.protocol.handle(SCHEME, createSchemeHandler(page, parts.files[page]))
  }
  return own
}

const webPreferences = (page: Page, parts: Parts): Electron.WebPreferences => ({
  session: openSession(page, parts),
  preload: join(parts.preloads, page === 'office' ? 'main-window.cjs' : 'secure-window.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: page === 'office' && !app.isPackaged,
})

/** Keeps a window out of screenshots where the system can, from its first frame: later is too late on Windows 11. */
function hideFromCapture(window: BrowserWindow): void {
  if (process.platform !== 'linux') window.setContentProtection(true)
}

/** Opens the main window with the office page. */
export function openMainWindow(parts: Parts): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Mamorigura',
    width: 1280,
    height: 860,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: webPreferences('office', parts),
  })
  hideFromCapture(window)
  guardContents(window.webContents)
  window.once('ready-to-show', () => {
    window.show()
  })
  const home = `${ORIGIN}/office/index.html`
  keepAtHome(window.webContents, home)
  void window.loadURL(home)
  return window
}

/** Large enough for large type, and never larger than the screen. */
function secureSize(zoom: number): { width: number; height: number } {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  return { width: Math.min(width, Math.round(8.8 * zoom)), height: Math.min(height, Math.round(6.4 * zoom)) }
}

/** A secure window as the broker sees it. */
export interface SecureWindow<P> {
  /** Gives the page a port to a worker; kept until the page asks for it. */
  readonly sendPort: (port: P) => void
  /** Ends the window and its renderer. Its session's data is in memory only and goes with it. */
  readonly destroy: () => void
}

/**
 * Opens a secure window over the main window. `onClosed` runs once when it is gone, whoever closed it. Its renderer is killed, not
 * asked to end. A page that hangs is destroyed too, so the operator can always get out.
 */
export function openSecureWindow(
  owner: BrowserWindow,
  parts: Parts,
  preferences: Preferences,
  hooks: { readonly onClosed: () => void; readonly onInput: () => void },
): SecureWindow<MessagePortMain> {
  const window = new BrowserWindow({
    parent: owner,
    modal: true,
    frame: false,
    show: false,
    ...secureSize(preferences.zoom),
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    webPreferences: webPreferences('secure', parts),
  })
  hideFromCapture(window)
  guardContents(window.webContents)
  window.removeMenu()
  const destroy = (): void => {
    if (window.isDestroyed()) return
    const pid = window.webContents.getOSProcessId()
    if (pid > 0 && pid !== owner.webContents.getOSProcessId()) process.kill(pid, 'SIGKILL')
    window.destroy()
  }
  let waiting: MessagePortMain[] | null = []
  const send = (port: MessagePortMain): void => {
    if (!window.isDestroyed()) window.webContents.postMessage(CHANNELS.port, null, [port])
  }
  onPage(window, 'secure', CHANNELS.connect, () => {
    const ports = waiting ?? []
    waiting = null
    for (const port of ports) send(port)
  })
  onPage(window, 'secure', CHANNELS.cancel, destroy)
  onPage(window, 'secure', CHANNELS.input, hooks.onInput)
  window.once('ready-to-show', () => {
    window.show()
    window.focus()
  })
  window.once('closed', hooks.onClosed)
  window.webContents.on('unresponsive', destroy)
  window.webContents.on('render-process-gone', destroy)
  window.webContents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(`${ORIGIN}/secure/`)) destroy()
  })
  void window.loadURL(
    `${ORIGIN}/secure/index.html#${preferences.language}.${preferences.theme}.${preferences.zoom}`,
  )
  return {
    sendPort: (port) => {
      if (waiting) waiting.push(port)
      else send(port)
    },
    destroy,
  }
}
