import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../shared/api.ts'
import { Bars } from '../../components/bars.tsx'
import { Section } from '../../components/section.tsx'
import { useMonthText } from '../../state/month-text.ts'

/** How many people fall due in each month. */
export function Timeline(props: { months: Result<'purge.due'>['months']; on: string }) {
  const { t } = useTranslation()
  const monthText = useMonthText()
  const thisMonth = props.on.slice(0, 7)
  const bars = props.months.map(({ month, count }) => ({
    key: month,
    label: monthText(month),
    words: `${monthText(month)} ${t('common.people', { count })}`,
    count,
    late: month <= thisMonth,
  }))
  return (
    <Section title={t('purge.timeline')} hint={t('purge.timelineHint')}>
      {bars.length === 0 ? (
        <Text c="dimmed">{t('purge.timelineEmpty')}</Text>
      ) : (
        <Bars label={t('purge.timeline')} bars={bars} roomy />
      )}
    </Section>
  )
}
