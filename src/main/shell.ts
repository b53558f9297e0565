import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, MessageChannelMain, type MessagePortMain, session } from 'electron'
import { CHANNELS } from '../shared/channels.ts'
import { startAutoLock } from './auto-lock.ts'
import { type Broker, createBroker } from './broker.ts'
import { createCoreLimiter } from './core-limit.ts'
import { createDialogs } from './dialogs.ts'
import { guardSession } from './guards.ts'
import { forkHost } from './hosts.ts'
import { applyPreferences, serveOfficePage } from './pages.ts'
import { createPlaces } from './places.ts'
import { createPreferences } from './preferences.ts'
import { createRecentOffices } from './recent.ts'
import { listFiles } from './scheme.ts'
import { openMainWindow, openSecureWindow, type Parts } from './windows.ts'
import { WORDS } from './words.ts'

/** How the app was started. */
export interface Start {
  /** Office folder to offer first, or null. */
  readonly office: string | null
  readonly stateDir: string
  /** Folder of the built parts: `main`, `preload`, `renderer`. */
  readonly built: string
}

const channel = (): readonly [MessagePortMain, MessagePortMain] => {
  const { port1, port2 } = new MessageChannelMain()
  return [port1, port2]
}

/** One quit in a hundred, soon after the start, Electron 33 stayed in its loop after `app.exit`. */
const STUCK_MS = 1_000

/** Ends the forked processes before the app: the engine commits, then all are gone, in the end by force. */
function quitCleanly(broker: Broker): void {
  let asked = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (asked) return
    asked = true
    void broker.shutDown().then(() => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy()
      app.exit(0)
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), STUCK_MS)
    })
  })
}

/** Opens the main window and starts the engine. Call once, when Electron is ready. */
export function startShell(start: Start): void {
  const userData = app.getPath('userData')
  const preferences = createPreferences(join(userData, 'preferences.json'))
  const renderer = join(start.built, 'renderer')
  const parts: Parts = {
    preloads: join(start.built, 'preload'),
    files: { office: listFiles(renderer, 'office'), secure: listFiles(renderer, 'secure') },
  }
  // No page uses it, but it exists.
  guardSession(session.defaultSession)
  applyPreferences(preferences)
  const limiter = createCoreLimiter()
  const limitCores = (): void => {
    limiter(app.getAppMetrics().map(({ pid }) => pid))
  }

  const window: BrowserWindow = openMainWindow(parts)
  const post = (name: 'port' | 'locked', ports: MessagePortMain[] = []): void => {
    if (window.isDestroyed() || window.webContents.isCrashed()) return
    window.webContents.postMessage(CHANNELS[name], null, ports)
  }
  const places = createPlaces((place) => {
    broker.tell({ t: 'place', ...place })
  })
  const broker: Broker = createBroker<MessagePortMain>({
    fork: (kind) => forkHost(kind, join(start.built, 'main'), limitCores),
    channel,
    closePort: (port) => {
      port.close()
    },
    sendToMainWindow: (port) => {
      post('port', [port])
    },
    onLocked: () => {
      away.reset()
      post('locked')
    },
    openSecureWindow: (onClosed) =>
      openSecureWindow(window, parts, preferences.get(), {
        onClosed,
        onInput: () => {
          away.input()
        },
      }),
    greeting: () => [
      { t: 'init', stateDir: start.stateDir, device: hostname() },
      ...places.all().map((place) => ({ t: 'place' as const, ...place })),
    ],
    onBroken: () => {
      const words = WORDS[preferences.get().language]
      dialog.showErrorBox(words.broken, words.brokenDetail)
      app.quit()
    },
    now: () => performance.now(),
  })
  const away = startAutoLock(broker, limitCores)

  serveOfficePage(window, {
    dialogs: createDialogs(window, places, () => preferences.get().language),
    places,
    recent: createRecentOffices(join(userData, 'recent.json')),
    preferences,
    preselected: start.office,
    onConnect: broker.connectMainWindow,
    onLock: () => {
      broker.lock('asked')
    },
    onInput: away.input,
  })
  window.webContents.on('render-process-gone', () => {
    if (window.isDestroyed()) return
    broker.lock('page')
    // From within its own event a reload never ends.
    setImmediate(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    })
  })
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  quitCleanly(broker)
}
