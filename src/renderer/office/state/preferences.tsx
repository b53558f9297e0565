import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Preferences } from '../../../shared/bridge.ts'
import { engine } from '../../engine.ts'

interface PreferencesState extends Preferences {
  readonly change: (part: Partial<Preferences>) => void
}

const Context = createContext<PreferencesState | null>(null)

/** Language, colours and size of text. Kept by the shell for this computer, outside any office. */
export function PreferencesProvider(props: { initial: Preferences; children: ReactNode }) {
  const { i18n } = useTranslation()
  const [preferences, setPreferences] = useState(props.initial)
  const { language, theme, zoom } = preferences

  useEffect(() => {
    document.documentElement.lang = language
    void i18n.changeLanguage(language)
  }, [i18n, language])

  useEffect(() => {
    document.documentElement.style.fontSize = `${zoom}%`
    document.documentElement.dataset['mgContrast'] = theme === 'contrast' ? 'high' : 'normal'
  }, [theme, zoom])

  const change = (part: Partial<Preferences>): void => {
    const next = { ...preferences, ...part }
    setPreferences(next)
    void engine.savePreferences(next)
  }
  return <Context value={{ ...preferences, change }}>{props.children}</Context>
}

/** The preferences and how to change them. Only below {@link PreferencesProvider}. */
export function usePreferences(): PreferencesState {
  const value = useContext(Context)
  if (!value) throw new Error('no preferences above')
  return value
}

/** The language in use. */
export const useLanguage = (): Language => usePreferences().language
