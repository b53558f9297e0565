import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company, Proposal } from '../../../../shared/model.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { Page } from '../../components/page.tsx'
import { WithCompany } from '../../components/with-company.tsx'
import { useEngineQuery } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { DueSection } from './due-section.tsx'
import { Proposals } from './proposals.tsx'
import { Timeline } from './timeline.tsx'

function OfCompany({ company }: { company: Company }) {
  const { t } = useTranslation()
  const [done, setDone] = useState<Proposal | null>(null)
  const due = useEngineQuery('purge.due', { company: company.id })
  const proposals = useEngineQuery('purge.list', { company: company.id })
  if (!due.data || !proposals.data) {
    const error = due.error ?? proposals.error
    return error ? <ErrorNotice error={error} /> : <Loading />
  }
  const list = <Proposals company={company} proposals={proposals.data.proposals} onDone={setDone} />
  const isWaiting = proposals.data.proposals.some(({ state }) => state === 'proposed')
  return (
    <>
      {done ? (
        <Notice tone="good" title={t('purge.doneTitle')} testId={TEST_IDS.purgeDone}>
          {t('purge.doneText', { count: done.people.length })}
        </Notice>
      ) : null}
      {isWaiting ? list : null}
      <DueSection
        company={company}
        due={due.data.due}
        on={due.data.on}
        proposals={proposals.data.proposals}
      />
      <Timeline months={due.data.months} on={due.data.on} />
      {isWaiting ? null : list}
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
