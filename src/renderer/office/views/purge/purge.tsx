import { useTranslation } from 'react-i18next'
import type { Company } from '../../../../shared/model.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Loading } from '../../components/loading.tsx'
import { Page } from '../../components/page.tsx'
import { WithCompany } from '../../components/with-company.tsx'
import { useEngineQuery } from '../../state/queries.ts'
import { DueSection } from './due-section.tsx'
import { Proposals } from './proposals.tsx'
import { Timeline } from './timeline.tsx'

function OfCompany({ company }: { company: Company }) {
  const due = useEngineQuery('purge.due', { company: company.id })
  const proposals = useEngineQuery('purge.list', { company: company.id })
  if (!due.data || !proposals.data) {
    const error = due.error ?? proposals.error
    return error ? <ErrorNotice error={error} /> : <Loading />
  }
  return (
    <>
      <Proposals company={company} proposals={proposals.data.proposals} />
      <DueSection
        company={company}
        due={due.data.due}
        on={due.data.on}
        proposals={proposals.data.proposals}
      />
      <Timeline months={due.data.months} on={due.data.on} />
    </>
  )
}

/** What must go, what went: proposals, people due and the months to come. */
export function Purge() {
  const { t } = useTranslation()
  return (
    <Page title={t('purge.title')} lead={t('purge.lead')}>
      <WithCompany>{(company) => <OfCompany key={company.id} company={company} />}</WithCompany>
    </Page>
  )
}
