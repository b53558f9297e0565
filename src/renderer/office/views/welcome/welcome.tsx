import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../../components/language-switch.tsx'
import { useOffice } from '../../state/office.tsx'
import { CreateOffice } from './create-office.tsx'
import { Locked } from './locked.tsx'
import { Start } from './start.tsx'
import './welcome.css'

/** Before an office is open: choose one, make one, or open the one chosen. */
export function Welcome() {
  const { t } = useTranslation()
  const { state } = useOffice()
  const [making, setMaking] = useState<'office' | 'training' | null>(null)
  return (
    <div className="mg-welcome">
      <header className="mg-welcome-head">
        <span className="mg-brand">{t('common.app')}</span>
        <LanguageSwitch />
      </header>
      <main className="mg-welcome-main">
        {state.phase === 'locked' ? (
          <Locked />
        ) : making === null ? (
          <Start onMake={setMaking} />
        ) : (
          <CreateOffice training={making === 'training'} onBack={() => setMaking(null)} />
        )}
      </main>
      <footer className="mg-welcome-foot">{t('status.offlineHint')}</footer>
    </div>
  )
}
