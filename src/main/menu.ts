import { Menu } from 'electron'
import type { Language } from '../shared/bridge.ts'
import { WORDS } from './words.ts'

/**
 * The application menu: zoom everywhere, and on macOS what its text fields need. There is no reload, no developer tool and
 * no print. The secure window has no menu at all.
 */
export function setMenu(language: Language, platform: NodeJS.Platform = process.platform): void {
  const words = WORDS[language]
  const view: Electron.MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      // The plus of a Japanese keyboard is Shift and semicolon; Ctrl and equals zooms without Shift on the others.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ],
  }
  const edit: Electron.MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      platform === 'darwin' ? [{ role: 'appMenu' }, edit, view, { role: 'windowMenu' }] : [view],
    ),
  )
}
