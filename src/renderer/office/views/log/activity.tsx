import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Bars } from '../../components/bars.tsx'
import { dayText } from '../../state/instants.ts'
import { useLanguage } from '../../state/preferences.tsx'
import { type DayCount, lastDays } from './last-days.ts'

const LABEL_EVERY = 5

/** How many lines each of the last days has. */
export function Activity(props: { days: readonly DayCount[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const days = lastDays(props.days)
  if (days.length === 0) return <Text c="dimmed">{t('log.empty')}</Text>
  const bars = days.map(({ day, count }, index) => ({
    key: day,
    words: `${dayText(language, day)} ${t('common.items', { count })}`,
    label:
      (days.length - 1 - index) % LABEL_EVERY === 0
        ? `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
        : '',
    count,
  }))
  return <Bars label={t('log.chart')} bars={bars} />
}
