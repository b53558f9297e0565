import { useTranslation } from 'react-i18next'
import { ageOf } from './instants.ts'
import { useNow } from './now.ts'

/** How long ago an instant was, in words that stay true while the page is open. Null for null. */
export function useAgeText(instant: string | null): string | null {
  const { t } = useTranslation()
  const now = useNow()
  if (instant === null) return null
  const age = ageOf(instant, now)
  return age.unit === 'now' ? t('age.now') : t(`age.${age.unit}`, { count: age.count })
}
