import { useTranslation } from 'react-i18next'
import { MainNav } from './components/main-nav.tsx'
import { StatusBar } from './components/status-bar.tsx'
import { useOffice } from './state/office.tsx'
import { type Screen, useScreens } from './state/screens.tsx'
import { Home } from './views/home/home.tsx'
import { Import } from './views/import/import.tsx'
import { Log } from './views/log/log.tsx'
import { Office } from './views/office/office.tsx'
import { People } from './views/people/people.tsx'
import { Person } from './views/person/person.tsx'
import { Purge } from './views/purge/purge.tsx'
import './desk.css'

function Current({ screen }: { screen: Screen }) {
  switch (screen.name) {
    case 'home':
      return <Home />
    case 'people':
      return <People filter={screen.filter} />
    case 'person':
      return <Person id={screen.person} />
    case 'import':
      return <Import />
    case 'purge':
      return <Purge />
    case 'log':
      return <Log person={screen.person} action={screen.action} />
    case 'office':
      return <Office section={screen.section} open={screen.open} />
  }
}

/** An open office: navigation, the current screen, status bar. */
export function Desk() {
  const { t } = useTranslation()
  const { state } = useOffice()
  const { screen, visit } = useScreens()
  return (
    <div className="mg-window">
      <div className="mg-desk">
        <a className="mg-skip" href="#content">
          {t('common.skip')}
        </a>
        <MainNav />
        <main id="content" className="mg-content" tabIndex={-1}>
          {state.office?.training === true ? <p className="mg-training">{t('status.trainingLong')}</p> : null}

          <Current key={visit} screen={screen} />
        </main>
        <StatusBar />
      </div>
    </div>
  )
}
