import { z } from 'zod'
import { LANGUAGES, type Preferences, THEMES, ZOOMS } from '../shared/bridge.ts'
import { readJson, writeJson } from './json-file.ts'

/** Shape of the operator's preferences, also of those that a page sends. */
export const PreferencesShape = z.strictObject({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  zoom: z.literal(ZOOMS),
})

/** Japanese is the source language and the default everywhere, also on a system in another language. */
const DEFAULTS: Preferences = { language: 'ja', theme: 'auto', zoom: 100 }

export interface PreferenceStore {
  readonly get: () => Preferences
  readonly set: (preferences: Preferences) => void
}

/** Kept in `file`; defaults when there is none. */
export function createPreferences(file: string): PreferenceStore {
  let current = readJson(file, PreferencesShape, DEFAULTS)
  return {
    get: () => current,
    set: (preferences) => {
      current = preferences
      writeJson(file, preferences)
    },
  }
}
