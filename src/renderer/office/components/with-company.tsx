import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../../shared/model.ts'
import { useCompanies } from '../state/company.tsx'
import { useScreens } from '../state/screens.tsx'
import { Empty } from './empty.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Loading } from './loading.tsx'

/** What needs a company: shows it for the company in hand, or how to add the first one. */
export function WithCompany(props: { children: (company: Company) => ReactNode }) {
  const { t } = useTranslation()
  const { company, loading, error } = useCompanies()
  const { go } = useScreens()
  if (company) return props.children(company)
  if (error) return <ErrorNotice error={error} />
  if (loading) return <Loading />
  return (
    <Empty
      title={t('office.companies.empty')}
      actions={
        <Button onClick={() => go({ name: 'office', section: 'companies', open: 'add-company' })}>
          {t('office.companies.add')}
        </Button>
      }
    >
      {t('office.companies.emptyHint')}
    </Empty>
  )
}
