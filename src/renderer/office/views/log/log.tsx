import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/ids.ts'
import type { Company } from '../../../../shared/model.ts'
import { Empty } from '../../components/empty.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Loading } from '../../components/loading.tsx'
import { LogTable } from '../../components/log-table.tsx'
import { Page } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { useCompanies } from '../../state/company.tsx'
import { Activity } from './activity.tsx'
import { Export } from './export.tsx'
import { type Filters, LogFilters, noFilters } from './log-filters.tsx'
import { useLogRows } from './use-log-rows.ts'
import { Verification } from './verification.tsx'
import './log.css'

function Rows(props: { company: Company | null; filters: Filters; onFilters: (filters: Filters) => void }) {
  const { t } = useTranslation()
  const { filters } = props
  const log = useLogRows(props.company?.id ?? null, filters)
  return (
    <>
      <Section title={t('log.chart')}>
        <Activity days={log.days} />
      </Section>
      <Section title={log.total === null ? t('log.table') : t('log.total', { count: log.total })}>
        <LogFilters company={props.company} filters={filters} onChange={props.onFilters} />
        <ErrorNotice error={log.error} />
        {log.total === null && !log.error ? <Loading /> : null}
        {log.total === 0 ? (
          <Empty
            title={t('log.empty')}
            actions={
              <Button variant="default" onClick={() => props.onFilters(noFilters(null, null))}>
                {t('log.clear')}
              </Button>
            }
          >
            {t('log.emptyHint')}
          </Empty>
        ) : null}
        {log.rows.length > 0 ? <LogTable rows={log.rows} withPeople /> : null}
        {log.hasMore ? (
          <Button variant="default" mt="md" loading={log.loading} onClick={log.more}>
            {t('log.more')}
          </Button>
        ) : null}
      </Section>
    </>
  )
}

/** Who did what: verification, activity by day, filters and lines, of the company or of the whole office. */
export function Log(props: { person: PersonId | null; action: string | null }) {
  const { t } = useTranslation()
  const { company } = useCompanies()
  const [isOffice, setIsOffice] = useState(company === null)
  const [filters, setFilters] = useState(noFilters(props.person, props.action))
  const scope = isOffice ? null : company
  return (
    <Page title={t('log.title')} lead={t('log.lead')} actions={<Export company={scope} />}>
      <Verification
        key={scope?.id ?? 'office'}
        company={company}
        scope={scope}
        onScope={(toOffice) => {
          setIsOffice(toOffice)
          setFilters(noFilters(null, null))
        }}
      />
      <Rows company={scope} filters={filters} onFilters={setFilters} />
    </Page>
  )
}
