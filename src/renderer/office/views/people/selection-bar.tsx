import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** What can be done with the people selected; more than the policy's list limit is said before anything is asked. */
export function SelectionBar(props: { count: number; onReveal: () => void; onClear: () => void }) {
  const { t } = useTranslation()
  const limit = useEngineQuery('office.policy', {}).data?.listLimit
  const isOver = limit !== undefined && props.count > limit
  return (
    <div className="mg-selection">
      <output className="mg-strong">{t('people.selected', { count: props.count })}</output>
      {isOver ? <output>{t('people.overLimit', { count: limit })}</output> : null}
      <Button data-testid={TEST_IDS.peopleReveal} onClick={props.onReveal} disabled={isOver}>
        {t('people.reveal')}
      </Button>
      <Button variant="subtle" onClick={props.onClear}>
        {t('people.clear')}
      </Button>
    </div>
  )
}
