import { useTranslation } from 'react-i18next'
import type { HomeSummary } from '../../../../shared/model.ts'
import { Facts } from '../../components/facts.tsx'

/** How many people and numbers there are, in plain figures. */
export function Holdings({ summary }: { summary: HomeSummary }) {
  const { t } = useTranslation()
  const people = (count: number): string => t('common.people', { count })
  return (
    <div className="mg-section">
      <Facts
        items={[
          { label: t('home.people'), value: people(summary.people) },
          { label: t('home.held'), value: people(summary.numbersHeld) },
          { label: t('home.usable'), value: people(summary.numbersVerified) },
          { label: t('home.missing'), value: people(summary.numbersMissing) },
        ]}
      />
    </div>
  )
}
