import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { z } from 'zod'
import type { Language, Picked } from '../shared/bridge.ts'
import type { Places } from './places.ts'
import { WORDS } from './words.ts'

const OPEN_KIND = z.enum(['people'])
const SAVE_KIND = z.enum(['kit', 'log'])

/** Kinds come from a page and are checked here. */
export interface Dialogs {
  readonly openOffice: () => Promise<Picked | null>
  readonly newOffice: () => Promise<Picked | null>
  readonly chooseFile: (kind: unknown) => Promise<Picked | null>
  readonly saveFile: (kind: unknown) => Promise<Picked | null>
}

const inDocuments = (name: string): string => join(app.getPath('documents'), name)

/**
 * The system's dialogs, each answering with a place or null when cancelled. A kind from a page that is not on the list
 * answers null too.
 */
export function createDialogs(window: BrowserWindow, places: Places, language: () => Language): Dialogs {
  const open = async (options: Electron.OpenDialogOptions) => {
    const answer = await dialog.showOpenDialog(window, options)
    const path = answer.canceled ? undefined : answer.filePaths[0]
    return path === undefined ? null : places.add(path)
  }
  const save = async (options: Electron.SaveDialogOptions) => {
    const answer = await dialog.showSaveDialog(window, { properties: ['createDirectory'], ...options })
    return answer.canceled || answer.filePath === '' ? null : places.add(answer.filePath)
  }
  return {
    openOffice: () => open({ title: WORDS[language()].openOffice, properties: ['openDirectory'] }),
    newOffice: () => {
      const words = WORDS[language()]
      return save({ title: words.newOffice, defaultPath: inDocuments(words.newOfficeName) })
    },
    chooseFile: async (value) => {
      const kind = OPEN_KIND.safeParse(value)
      if (!kind.success) return null
      const words = WORDS[language()]
      return open({
        title: words.choose[kind.data],
        properties: ['openFile'],
        filters: [{ name: words.chooseType[kind.data], extensions: ['csv', 'txt'] }],
      })
    },
    saveFile: async (value) => {
      const kind = SAVE_KIND.safeParse(value)
      if (!kind.success) return null
      const words = WORDS[language()]
      return save({ title: words.save[kind.data], defaultPath: inDocuments(words.saveName[kind.data]) })
    },
  }
}
