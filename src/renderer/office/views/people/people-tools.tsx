import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PeopleFilter } from '../../state/screens.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { SearchField } from './search-field.tsx'

const FILTERS: readonly PeopleFilter[] = ['all', 'missing', 'unverified', 'due', 'left']

/** Search, filter and how many pass. */
export function PeopleTools(props: {
  /** Changes when the search is to be emptied. */
  searchKey: number
  onSearch: (text: string) => void
  filter: PeopleFilter
  onFilter: (filter: PeopleFilter) => void
  total: number | null
  onAttest?: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="mg-tools">
      <SearchField key={props.searchKey} onSearch={props.onSearch} />
      <div className="mg-tools-row">
        <SegmentedControl
          aria-label={t('people.filter')}
          data={FILTERS.map((value) => ({ value, label: t(`people.filters.${value}`) }))}
          value={props.filter}
          onChange={(value) => props.onFilter(value)}
          data-testid={TEST_IDS.peopleFilter}
        />
        <output className="mg-num" data-testid={TEST_IDS.peopleTotal}>
          {props.total === null ? '' : t('people.total', { count: props.total })}
        </output>
        {props.onAttest ? (
          <Button data-testid={TEST_IDS.attestOpen} onClick={props.onAttest}>
            {t('people.attest')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
