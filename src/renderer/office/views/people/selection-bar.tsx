import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'

/** What can be done with the people selected. */
export function SelectionBar(props: { count: number; onReveal: () => void; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="mg-selection">
      <output className="mg-strong">{t('people.selected', { count: props.count })}</output>
      <Button data-testid={TEST_IDS.peopleReveal} onClick={props.onReveal}>
        {t('people.reveal')}
      </Button>
      <Button variant="subtle" onClick={props.onClear}>
        {t('people.clear')}
      </Button>
    </div>
  )
}
