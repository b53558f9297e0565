import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company, PersonRow } from '../../../../shared/model.ts'
import { Dialog } from '../../components/dialog.tsx'
import { PlainField } from '../../components/plain-field.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** The first of two steps: says who and why. Destroys nothing. */
export function Propose(props: { company: Company; people: readonly PersonRow[]; onClose: () => void }) {
  const { t } = useTranslation()
  const propose = useEngineCall('purge.propose')
  const [reason, setReason] = useState<string>(t('purge.proposeReasonDefault'))
  const [asked, setAsked] = useState(false)
  const submit = (): void => {
    setAsked(true)
    if (reason.trim() === '') return
    propose.mutate(
      { company: props.company.id, people: props.people.map(({ id }) => id), reason },
      { onSuccess: props.onClose },
    )
  }
  return (
    <Dialog
      title={t('purge.proposeTitle')}
      onClose={props.onClose}
      submit={t('purge.proposeSubmit')}
      submitTestId={TEST_IDS.purgeProposeSubmit}
      onSubmit={submit}
      busy={propose.isPending}
      error={propose.error}
    >
      <Text>{t('purge.proposeLead', { count: props.people.length })}</Text>
      <ul className="mg-list mg-who">
        {props.people.map(({ id, code, name }) => (
          <li key={id}>{t('common.who', { name, code })}</li>
        ))}
      </ul>
      <PlainField
        label={t('purge.proposeReason')}
        description={t('purge.proposeReasonHint')}
        value={reason}
        onChange={setReason}
        error={asked && reason.trim() === '' ? t('common.required') : null}
        focusFirst
        testId={TEST_IDS.purgeReason}
      />
    </Dialog>
  )
}
