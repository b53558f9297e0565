import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../test-ids.ts'
import './mask.css'

/** Stands where a number would. Its dots are fixed: they tell nothing of the number, not even whether one is held. */
export function Mask() {
  const { t } = useTranslation()
  return (
    <span data-testid={TEST_IDS.personMask}>
      <span className="mg-mask" aria-hidden="true">
        ••••-••••-••••
      </span>
      <VisuallyHidden>{t('person.number.mask')}</VisuallyHidden>
    </span>
  )
}
