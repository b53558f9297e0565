import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../components/date-field.tsx'
import { type DateEntry, dateEntry, NO_DATE } from '../../state/date-entry.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { ActProps } from './act-props.ts'
import { usualLastFiling } from './last-filing.ts'

/** The event of leaving: starts the clock of the purge date. The last filing follows the day of leaving until it is changed. */
export function Leave(props: ActProps) {
  const { t } = useTranslation()
  const leave = useEngineCall('event.leave')
  const [on, setOn] = useState<DateEntry>(NO_DATE)
  const [changed, setChanged] = useState<DateEntry | null>(null)
  const [asked, setAsked] = useState(false)
  const usual = on.iso === null ? NO_DATE : dateEntry(usualLastFiling(on.iso))
  const lastFiling = changed ?? usual
  const isBackward = on.iso !== null && lastFiling.iso !== null && lastFiling.iso < on.iso

  const submit = (): void => {
    setAsked(true)
    if (on.iso === null || lastFiling.bad || isBackward) return
    leave.mutate(
      {
        company: props.company.id,
        person: props.detail.person.id,
        on: on.iso,
        lastFiling: lastFiling.iso,
      },
      { onSuccess: props.onClose },
    )
  }
  return (
    <Dialog
      title={t('leave.title')}
      onClose={props.onClose}
      submit={t('leave.submit')}
      submitTestId={TEST_IDS.leaveSubmit}
      onSubmit={submit}
      busy={leave.isPending}
      error={leave.error}
    >
      <Text>{t('leave.lead', { name: props.detail.person.name })}</Text>
      <DateField
        label={t('leave.on')}
        value={on}
        onChange={setOn}
        error={asked && on.iso === null ? t('common.required') : null}
        testId={TEST_IDS.leaveOn}
      />
      <DateField
        label={t('leave.lastFiling')}
        value={lastFiling}
        onChange={setChanged}
        error={isBackward ? t('leave.order') : null}
        testId={TEST_IDS.leaveLastFiling}
      />
      <Text c="dimmed">{t('leave.lastFilingHint')}</Text>
      <Text c="dimmed">{t('leave.lost')}</Text>
    </Dialog>
  )
}
