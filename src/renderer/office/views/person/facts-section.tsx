import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonDetail } from '../../../../shared/model.ts'
import { Day } from '../../components/day.tsx'
import { Facts } from '../../components/facts.tsx'
import { Section } from '../../components/section.tsx'
import { TEST_IDS } from '../../test-ids.ts'

/** Code and dates, and the event of leaving. */
export function FactsSection(props: { detail: PersonDetail; onLeave: () => void }) {
  const { t } = useTranslation()
  const { person } = props.detail
  const day = (iso: string | null) =>
    iso === null ? <span className="mg-quiet">{t('common.notRecorded')}</span> : <Day iso={iso} />
  const left = person.left === null ? [] : [{ label: t('person.left'), value: <Day iso={person.left} /> }]
  return (
    <Section
      title={t('person.facts')}
      actions={
        person.left === null ? (
          <Button variant="default" data-testid={TEST_IDS.personLeave} onClick={props.onLeave}>
            {t('person.events.leave')}
          </Button>
        ) : null
      }
    >
      <Facts
        items={[
          { label: t('person.code'), value: person.code },
          { label: t('person.birth'), value: day(person.birth) },
          { label: t('person.joined'), value: day(person.joined) },
          ...left,
        ]}
      />
    </Section>
  )
}
