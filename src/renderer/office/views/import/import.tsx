import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { WithCompany } from '../../components/with-company.tsx'
import { ImportWizard } from './import-wizard.tsx'
import './import.css'

/** Takes people, and their numbers, from a file of payroll software. */
export function Import() {
  const { t } = useTranslation()
  return (
    <Page title={t('importing.title')} lead={t('importing.lead')}>
      <WithCompany>{(company) => <ImportWizard key={company.id} company={company} />}</WithCompany>
    </Page>
  )
}
