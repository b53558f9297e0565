import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Section } from '../../components/section.tsx'
import { useEngineCall, useEngineQuery } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** Up to 20 named people of one company and task on one operator verification. */
const MOST = 20
const CHOICES = Array.from({ length: MOST }, (_, index) => index + 1)

/** How many numbers one operator verification may show; the responsible person's decision. */
export function ListLimit() {
  const { t } = useTranslation()
  const { data, error } = useEngineQuery('office.policy', {})
  const set = useEngineCall('office.policy')
  return (
    <Section title={t('office.settings.policy')} hint={t('office.settings.policyHint')}>
      <ErrorNotice error={error ?? set.error} />
      <NativeSelect
        label={t('office.settings.listLimit')}
        data={CHOICES.map((value) => ({ value: String(value), label: t('common.people', { count: value }) }))}
        value={String(data?.listLimit ?? 1)}
        disabled={!data || set.isPending}
        onChange={(event) => set.mutate({ listLimit: Number(event.currentTarget.value) })}
        data-testid={TEST_IDS.listLimit}
        maw="16rem"
      />
    </Section>
  )
}
