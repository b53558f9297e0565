import { Button, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../shared/api.ts'
import type { Company, PersonRow } from '../../../shared/model.ts'
import { useEngineCall } from '../state/queries.ts'
import { useTasksOf, useTasksOfNotice } from '../state/task-options.ts'
import { TEST_IDS } from '../test-ids.ts'
import { Dialog } from './dialog.tsx'
import { Notice } from './notice.tsx'
import { soleUsable, TaskChoice, type TaskOption } from './task-choice.tsx'

interface RevealProps {
  readonly company: Company
  readonly people: readonly PersonRow[]
  readonly onClose: () => void
}

function Ended(props: { result: Result<'number.reveal'>; onClose: () => void }) {
  const { t } = useTranslation()
  const { shown, notShown } = props.result
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('reveal.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Notice
        tone={notShown === 0 ? 'good' : 'quiet'}
        title={t('reveal.done')}
        testId={TEST_IDS.revealResult}
        actions={<Button onClick={props.onClose}>{t('common.close')}</Button>}
      >
        <div>{t('reveal.shown', { count: shown })}</div>
        {notShown > 0 ? <div>{t('reveal.notShown', { count: notShown })}</div> : null}
      </Notice>
    </Modal>
  )
}

function Ask(props: RevealProps & { options: readonly TaskOption[] | null; failed: Error | null }) {
  const { t } = useTranslation()
  const reveal = useEngineCall('number.reveal')
  const [chosen, setChosen] = useState('')
  const [asked, setAsked] = useState(false)
  const options = props.options ?? []
  const task = chosen === '' ? soleUsable(options) : chosen
  const noneUsable = props.options !== null && options.every(({ refusal }) => refusal !== null)

  const submit = (): void => {
    setAsked(true)
    if (task === '') return
    reveal.mutate({ company: props.company.id, people: props.people.map(({ id }) => id), purpose: task })
  }
  if (reveal.data) return <Ended result={reveal.data} onClose={props.onClose} />
  return (
    <Dialog
      title={t('reveal.title')}
      onClose={props.onClose}
      submit={t('reveal.submit')}
      submitTestId={TEST_IDS.revealSubmit}
      onSubmit={submit}
      busy={reveal.isPending}
      secure
      disabled={noneUsable || props.options === null}
      error={reveal.error ?? props.failed}
    >
      <div>
        <Text fw={700}>{t('reveal.people')}</Text>
        <ul className="mg-list">
          {props.people.map(({ id, code, name }) => (
            <li key={id}>{t('common.who', { name, code })}</li>
          ))}
        </ul>
      </div>
      <Text>{t('reveal.lead')}</Text>
      {noneUsable ? <Notice tone="warn">{t('reveal.noneUsable')}</Notice> : null}
      <TaskChoice
        options={options}
        value={task}
        onChange={setChosen}
        error={asked && task === '' ? t('common.required') : null}
      />
      <Text c="dimmed">{t('reveal.next')}</Text>
    </Dialog>
  )
}

function OfOne(props: RevealProps & { person: PersonRow }) {
  const { options, error } = useTasksOf(props.company, props.person)
  return <Ask {...props} options={options} failed={error} />
}

function OfSeveral(props: RevealProps) {
  const { options, error } = useTasksOfNotice(props.company)
  return <Ask {...props} options={options} failed={error} />
}

/**
 * Asks what the numbers are needed for, then leaves the rest to the secure window: secret, digits and ring are never here.
 * Ends with how many were shown.
 */
export function Reveal(props: RevealProps) {
  const [first, second] = props.people
  return first && !second ? <OfOne {...props} person={first} /> : <OfSeveral {...props} />
}
