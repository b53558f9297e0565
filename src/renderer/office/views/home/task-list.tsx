import { Button, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { HomeSummary } from '../../../../shared/model.ts'
import { Attest } from '../../components/attest.tsx'
import { Section } from '../../components/section.tsx'
import { useMonthText } from '../../state/month-text.ts'
import { useScreens } from '../../state/screens.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { useState } from 'react'
import type { HomeTask } from './tasks.ts'

const why = (t: TFunction, task: HomeTask): string =>
  'count' in task ? t(`home.tasks.${task.name}Why`, { count: task.count }) : t(`home.tasks.${task.name}Why`)

function NothingToDo({ next }: { next: HomeSummary['purgeDueNext'] }) {
  const { t } = useTranslation()
  const monthText = useMonthText()
  return (
    <Section title={t('home.nothing')}>
      <Text c="dimmed">
        {next
          ? t('home.nothingNext', {
              date: monthText(next.on.slice(0, 7)),
              people: t('common.people', { count: next.count }),
            })
          : t('home.nothingNever')}
      </Text>
    </Section>
  )
}

/** The things to do, one row and one button each. */
export function TaskList(props: { tasks: readonly HomeTask[]; next: HomeSummary['purgeDueNext'] }) {
  const { t } = useTranslation()
  const { go } = useScreens()
  const [attesting, setAttesting] = useState(false)
  if (props.tasks.length === 0) return <NothingToDo next={props.next} />
  return (
    <>
      <ul className="mg-rows" aria-label={t('home.title')}>
        {props.tasks.map((task) => (
          <li
            key={task.name}
            className={`mg-row-${task.tone}`}
            data-testid={TEST_IDS.homeTask}
            data-task={task.name}
          >
            <div className="mg-row-words">
              <div className="mg-row-title">{t(`home.tasks.${task.name}`)}</div>
              <Text c="dimmed">{why(t, task)}</Text>
            </div>
            <Button
              variant={task.tone === 'late' ? 'filled' : 'default'}
              onClick={() => (task.to === 'attest' ? setAttesting(true) : go(task.to))}
              {...(task.to === 'attest' ? { 'data-testid': TEST_IDS.attestOpen } : {})}
            >
              {task.name === 'unverified' && task.to !== 'attest'
                ? t('home.tasks.unverifiedGoList')
                : t(`home.tasks.${task.name}Go`)}
            </Button>
          </li>
        ))}
      </ul>
      {attesting ? <Attest importId={null} onClose={() => setAttesting(false)} /> : null}
    </>
  )
}
