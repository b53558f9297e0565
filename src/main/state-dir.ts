import { accessSync, constants, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { stateFolder } from '../shared/state-folder.ts'

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** This machine's folder for anchors and attempt counters, the same that the command line uses. */
export const defaultStateDir = (): string =>
  stateFolder({ platform: process.platform, env: process.env, home: homedir(), isWritable })
