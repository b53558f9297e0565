import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId, UserId } from '../../../../shared/ids.ts'
import type { Company } from '../../../../shared/model.ts'
import { codesOf } from '../../../i18n/codes.ts'
import { DateField } from '../../components/date-field.tsx'
import { type DateEntry, NO_DATE } from '../../state/date-entry.ts'
import { useLanguage } from '../../state/preferences.tsx'
import { useEngineQuery } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { PersonFilter } from './person-filter.tsx'

export interface Filters {
  readonly person: PersonId | null
  readonly actor: UserId | null
  readonly action: string | null
  readonly from: DateEntry
  readonly to: DateEntry
}

/** Filters that let everything pass but what the screen was opened for. */
export const noFilters = (person: PersonId | null, action: string | null): Filters => ({
  person,
  action,
  actor: null,
  from: NO_DATE,
  to: NO_DATE,
})

/** What, who and when. */
export function LogFilters(props: {
  company: Company | null
  filters: Filters
  onChange: (filters: Filters) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { filters, onChange } = props
  const users = useEngineQuery('office.users', {}).data?.users ?? []
  const isFiltered =
    filters.person !== null ||
    filters.actor !== null ||
    filters.action !== null ||
    filters.from.text !== '' ||
    filters.to.text !== ''
  return (
    <div className="mg-filters">
      {filters.person && props.company ? (
        <PersonFilter
          company={props.company}
          person={filters.person}
          onClear={() => onChange({ ...filters, person: null })}
        />
      ) : null}
      <NativeSelect
        label={t('log.action')}
        data={[
          { value: '', label: t('common.all') },
          ...codesOf(language, 'action').map(({ code, text }) => ({ value: code, label: text })),
        ]}
        value={filters.action ?? ''}
        onChange={(event) => onChange({ ...filters, action: event.currentTarget.value || null })}
        data-testid={TEST_IDS.logAction}
      />
      <NativeSelect
        label={t('log.actor')}
        data={[
          { value: '', label: t('common.all') },
          ...users.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filters.actor ?? ''}
        onChange={(event) => {
          const chosen = users.find(({ id }) => id === event.currentTarget.value)
          onChange({ ...filters, actor: chosen?.id ?? null })
        }}
      />
      <DateField
        label={t('log.from')}
        description={t('common.dateHintShort')}
        value={filters.from}
        onChange={(from) => onChange({ ...filters, from })}
      />
      <DateField
        label={t('log.to')}
        description={t('common.dateHintShort')}
        value={filters.to}
        onChange={(to) => onChange({ ...filters, to })}
      />
      {isFiltered ? (
        <Button variant="subtle" onClick={() => onChange(noFilters(null, null))}>
          {t('log.clear')}
        </Button>
      ) : null}
    </div>
  )
}
