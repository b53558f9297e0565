import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company, Proposal } from '../../../../shared/model.ts'
import { Dialog } from '../../components/dialog.tsx'
import { PlainField } from '../../components/plain-field.tsx'
import { useOffice } from '../../state/office.tsx'
import { asVaultError, useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { LostAndKept } from './lost-and-kept.tsx'

/**
 * The second of two steps. Names whom it concerns, what is lost and what remains; a person who confirms the own proposal
 * gives a reason. The secret is asked in the secure window.
 */
export function Confirm(props: {
  company: Company
  proposal: Proposal
  onDone: (proposal: Proposal) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { state } = useOffice()
  const confirm = useEngineCall('purge.confirm')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { proposal } = props
  // names may be shared: the engine, which knows ids, has the last word
  const isSole =
    state.user?.name === proposal.proposedBy ||
    (confirm.error !== null && asVaultError(confirm.error).code === 'SECOND_PERSON_NEEDED')
  const submit = (): void => {
    setAsked(true)
    if (isSole && reason.trim() === '') return
    confirm.mutate(
      { company: props.company.id, proposal: proposal.id, soleReason: isSole ? reason : null },
      {
        onSuccess: (done) => {
          props.onDone(done)
          props.onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('purge.confirmTitle')}
      onClose={props.onClose}
      submit={t('purge.confirmSubmit')}
      submitTestId={TEST_IDS.purgeConfirmSubmit}
      onSubmit={submit}
      busy={confirm.isPending}
      secure
      destructive
      error={confirm.error}
    >
      <Text fw={700}>{t('purge.confirmLead', { count: proposal.people.length })}</Text>
      <div>
        <Text>{t('purge.who')}</Text>
        <ul className="mg-list mg-who">
          {proposal.people.map(({ id, code, name }) => (
            <li key={id}>{t('common.who', { name, code })}</li>
          ))}
        </ul>
      </div>
      <LostAndKept />
      <Text>{t('purge.copies')}</Text>
      {isSole ? (
        <PlainField
          label={t('purge.soleTitle')}
          description={t('purge.soleHint')}
          value={reason}
          onChange={setReason}
          error={asked && reason.trim() === '' ? t('common.required') : null}
          focusFirst
          testId={TEST_IDS.purgeSole}
        />
      ) : null}
      <Text c="dimmed">{t('purge.secret')}</Text>
    </Dialog>
  )
}
