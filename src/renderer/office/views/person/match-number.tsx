import { Button, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { soleUsable, TaskChoice } from '../../components/task-choice.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { ActProps } from './act-props.ts'

function Answer(props: { same: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const word = props.same ? 'same' : 'different'
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('match.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Notice
        tone={props.same ? 'good' : 'bad'}
        title={t(`match.${word}`)}
        testId={TEST_IDS.matchResult}
        actions={<Button onClick={props.onClose}>{t('common.close')}</Button>}
      >
        {t(`match.${word}Hint`)}
      </Notice>
    </Modal>
  )
}

/** Compares a number on a document with the one held. The number is typed in the secure window; the answer is yes or no. */
export function MatchNumber(props: ActProps) {
  const { t } = useTranslation()
  const match = useEngineCall('number.match')
  const [chosen, setChosen] = useState('')
  const [asked, setAsked] = useState(false)
  const options = props.detail.tasks
  const task = chosen === '' ? soleUsable(options) : chosen
  const noneUsable = options.every(({ refusal }) => refusal !== null)
  const submit = (): void => {
    setAsked(true)
    if (task === '') return
    match.mutate({ company: props.company.id, person: props.detail.person.id, purpose: task })
  }
  if (match.data) return <Answer same={match.data.match} onClose={props.onClose} />
  return (
    <Dialog
      title={t('match.title')}
      onClose={props.onClose}
      submit={t('match.submit')}
      submitTestId={TEST_IDS.matchSubmit}
      onSubmit={submit}
      busy={match.isPending}
      secure
      disabled={noneUsable}
      error={match.error}
    >
      <Text fw={700}>{t('common.who', props.detail.person)}</Text>
      <Text>{t('match.lead')}</Text>
      {noneUsable ? <Notice tone="warn">{t('reveal.noneUsable')}</Notice> : null}
      <TaskChoice
        options={options}
        value={task}
        onChange={setChosen}
        error={asked && task === '' ? t('common.required') : null}
      />
    </Dialog>
  )
}
