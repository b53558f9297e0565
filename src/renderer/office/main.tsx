import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '../theme/global.css'
import 'dayjs/locale/ja'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { engine } from '../engine.ts'
import { createTexts } from '../i18n/index.ts'
import { App } from './app.tsx'
import { guardComposition } from './state/ime-guard.ts'
import { PreferencesProvider } from './state/preferences.tsx'
import { refuseMarkup } from './state/trusted-types.ts'

refuseMarkup(globalThis)
guardComposition(window)

// The scheme handler gives each load a fresh nonce; Mantine and the scroll lock put it on the style elements they make.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
setNonce(nonce)

const initial = await engine.preferences()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={createTexts(initial.language)}>
        <PreferencesProvider initial={initial}>
          <App nonce={nonce} />
        </PreferencesProvider>
      </I18nextProvider>
    </StrictMode>,
  )
}
