import { NativeSelect, UnstyledButton } from '@mantine/core'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useCompanies } from '../state/company.tsx'
import { HOME, LOG, OFFICE, PEOPLE, type Screen, useScreens } from '../state/screens.tsx'
import { TEST_IDS } from '../test-ids.ts'
import { HomeIcon, ImportIcon, LogIcon, OfficeIcon, PeopleIcon, PurgeIcon } from './icons.tsx'

type Entry = 'home' | 'people' | 'import' | 'purge' | 'log' | 'office'

const ENTRIES: readonly {
  readonly name: Entry
  readonly to: Screen
  readonly Icon: ComponentType
  readonly testId: string
}[] = [
  { name: 'home', to: HOME, Icon: HomeIcon, testId: TEST_IDS.navHome },
  { name: 'people', to: PEOPLE, Icon: PeopleIcon, testId: TEST_IDS.navPeople },
  { name: 'import', to: { name: 'import' }, Icon: ImportIcon, testId: TEST_IDS.navImport },
  { name: 'purge', to: { name: 'purge' }, Icon: PurgeIcon, testId: TEST_IDS.navPurge },
  { name: 'log', to: LOG, Icon: LogIcon, testId: TEST_IDS.navLog },
  { name: 'office', to: OFFICE, Icon: OfficeIcon, testId: TEST_IDS.navOffice },
]

const entryOf = (screen: Screen): Entry => (screen.name === 'person' ? 'people' : screen.name)

/** The company in hand and the ways to the screens. */
export function MainNav() {
  const { t } = useTranslation()
  const { screen, go } = useScreens()
  const { companies, company, choose } = useCompanies()
  const choosable = companies.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <nav className="mg-nav" aria-label={t('nav.label')}>
      <div className="mg-brand">{t('common.app')}</div>
      <NativeSelect
        className="mg-nav-company"
        label={t('nav.company')}
        size="sm"
        data={choosable.length > 0 ? choosable : [t('nav.noCompany')]}
        value={company?.id ?? ''}
        disabled={companies.length === 0}
        data-testid={TEST_IDS.companySelect}
        onChange={(event) => {
          const chosen = companies.find(({ id }) => id === event.currentTarget.value)
          if (!chosen) return
          choose(chosen.id)
          go(screen.name === 'person' ? PEOPLE : screen)
        }}
      />
      <ul>
        {ENTRIES.map(({ name, to, Icon, testId }) => (
          <li key={name}>
            <UnstyledButton
              className="mg-nav-item"
              data-testid={testId}
              onClick={() => go(to)}
              {...(entryOf(screen) === name ? { 'aria-current': 'page' as const } : {})}
            >
              <Icon />
              <span>{t(`nav.${name}`)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </nav>
  )
}
