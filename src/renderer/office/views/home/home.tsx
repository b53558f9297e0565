import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../../../shared/model.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { Page } from '../../components/page.tsx'
import { useCompanies } from '../../state/company.tsx'
import { useOffice } from '../../state/office.tsx'
import { useEngineQuery } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { FirstSteps } from './first-steps.tsx'
import { Holdings } from './holdings.tsx'
import { tasksOf } from './tasks.ts'
import { TaskList } from './task-list.tsx'
import './home.css'

function KitReminder() {
  const { t } = useTranslation()
  const { isNew, kitStored } = useOffice()
  if (!isNew) return null
  return (
    <Notice
      tone="warn"
      title={t('create.done')}
      actions={
        <Button variant="default" onClick={kitStored} data-testid={TEST_IDS.kitStored}>
          {t('create.doneKitButton')}
        </Button>
      }
    >
      <Text>{t('create.doneKit')}</Text>
    </Notice>
  )
}

function OfCompany({ company }: { company: Company }) {
  const { state } = useOffice()
  const { data, error } = useEngineQuery('home.summary', { company: company.id })
  if (!data) return error ? <ErrorNotice error={error} /> : <Loading />
  const isManager = state.user?.roles.includes('manager') ?? false
  const isBeginning = data.people === 0 || (data.numbersHeld > 0 && data.numbersVerified === 0)
  // while beginning, the third step is the attestation
  const tasks = tasksOf(data, isManager).filter(({ name }) => !isBeginning || name !== 'unverified')
  return (
    <>
      {isBeginning ? (
        <FirstSteps hasCompany hasPeople={data.people > 0} hasUsable={data.numbersVerified > 0} />
      ) : null}
      {isBeginning && tasks.length === 0 ? null : <TaskList tasks={tasks} next={data.purgeDueNext} />}
      <Holdings summary={data} />
    </>
  )
}

/** What must be done now, each with one button; the first three steps while there is nothing yet. */
export function Home() {
  const { t } = useTranslation()
  const { company, loading, error } = useCompanies()
  return (
    <Page title={t('home.title')} {...(company ? { lead: t('home.lead', { company: company.name }) } : {})}>
      <KitReminder />
      <ErrorNotice error={error} />
      {company ? <OfCompany company={company} /> : null}
      {company || loading || error ? null : (
        <FirstSteps hasCompany={false} hasPeople={false} hasUsable={false} />
      )}
    </Page>
  )
}
