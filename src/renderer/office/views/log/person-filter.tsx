import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/ids.ts'
import type { Company } from '../../../../shared/model.ts'
import { useEngineQuery } from '../../state/queries.ts'

/** Whom the list is limited to, and how to lift that. */
export function PersonFilter(props: { company: Company; person: PersonId; onClear: () => void }) {
  const { t } = useTranslation()
  const { data } = useEngineQuery('people.show', { company: props.company.id, person: props.person })
  return (
    <p className="mg-filter-person">
      <strong>{t('log.person', { name: data?.person.name ?? '' })}</strong>
      <Button variant="subtle" size="compact-md" onClick={props.onClear}>
        {t('log.personClear')}
      </Button>
    </p>
  )
}
