import { useTranslation } from 'react-i18next'
import type { NumberState } from '../../../shared/model.ts'
import { Chip, type ChipTone } from './chip.tsx'

const TONES: Readonly<Record<NumberState, ChipTone>> = {
  none: 'quiet',
  held: 'warn',
  verified: 'good',
  purged: 'quiet',
}

/** What is known of a number, never the number. */
export function NumberChip(props: { state: NumberState; testId?: string }) {
  const { t } = useTranslation()
  return (
    <Chip tone={TONES[props.state]} {...(props.testId === undefined ? {} : { testId: props.testId })}>
      {t(`numberState.${props.state}`)}
    </Chip>
  )
}
