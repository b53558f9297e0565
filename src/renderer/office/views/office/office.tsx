import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import type { OfficeSection } from '../../state/screens.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { Checks } from './checks.tsx'
import { Companies } from './companies.tsx'
import { Settings } from './settings.tsx'
import { Users } from './users.tsx'

const SECTIONS = ['companies', 'users', 'checks', 'settings'] as const
const IDS: Readonly<Record<OfficeSection, string>> = {
  companies: TEST_IDS.officeCompanies,
  users: TEST_IDS.officeUsers,
  checks: TEST_IDS.officeChecks,
  settings: TEST_IDS.officeSettings,
}

/** 管理: companies, users, checks and how the window looks. */
export function Office(props: { section: OfficeSection; open: 'add-company' | 'declare' | null }) {
  const { t } = useTranslation()
  const [section, setSection] = useState<OfficeSection>(props.section)
  return (
    <Page title={t('office.title')}>
      <Tabs
        value={section}
        keepMounted={false}
        onChange={(value) => setSection(SECTIONS.find((name) => name === value) ?? section)}
      >
        <Tabs.List mb="lg">
          {SECTIONS.map((name) => (
            <Tabs.Tab key={name} value={name} fz="md" data-testid={IDS[name]}>
              {t(`office.tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="companies">
          <Companies adding={props.open === 'add-company'} />
        </Tabs.Panel>
        <Tabs.Panel value="users">
          <Users />
        </Tabs.Panel>
        <Tabs.Panel value="checks">
          <Checks declaring={props.open === 'declare'} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <Settings />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
