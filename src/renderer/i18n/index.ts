import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/bridge.ts'
import { en } from './en/index.ts'
import { ja } from './ja/index.ts'

/**
 * The texts of the main window, ready at once: nothing is loaded later. Values are not escaped because React writes them
 * as text.
 */
export function createTexts(language: Language): i18n {
  const texts = createInstance()
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'ja',
    resources: { ja: { translation: ja }, en: { translation: en } },
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return texts
}
