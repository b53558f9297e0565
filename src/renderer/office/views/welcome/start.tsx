import { Button, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/bridge.ts'
import { engine } from '../../../engine.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { useOffice } from '../../state/office.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { RecentOffices } from './recent-offices.tsx'

let preselectedWasOpened = false

/** The start page: open an office, make one, make one for training. */
export function Start(props: { onMake: (what: 'office' | 'training') => void }) {
  const { t } = useTranslation()
  const office = useOffice()
  const recent = useQuery({ queryKey: ['recent'], queryFn: () => engine.recent() })
  const select = useMutation({
    mutationFn: async (picked: Picked) => {
      office.enter(picked.token, await engine.call('office.select', { place: picked.token }))
    },
  })
  const openFolder = async (): Promise<void> => {
    const picked = await engine.dialogs.openOffice()
    if (picked) select.mutate(picked)
  }

  const preselected = recent.data?.preselected ?? null
  const openPreselected = useEffectEvent((picked: Picked) => {
    if (preselectedWasOpened) return
    preselectedWasOpened = true
    select.mutate(picked)
  })
  useEffect(() => {
    if (preselected) openPreselected(preselected)
  }, [preselected])

  const choices = [
    { name: 'open', testId: TEST_IDS.openOffice, act: () => void openFolder() },
    { name: 'create', testId: TEST_IDS.createOffice, act: () => props.onMake('office') },
    { name: 'training', testId: TEST_IDS.createTraining, act: () => props.onMake('training') },
  ] as const
  const first = (recent.data?.offices.length ?? 0) > 0 ? 'open' : 'create'
  return (
    <>
      <div>
        <Title order={1}>{t('welcome.title')}</Title>
        <Text>{t('welcome.lead')}</Text>
        <Text c="dimmed">{t('welcome.offline')}</Text>
      </div>
      <ErrorNotice error={select.error} />
      <ul className="mg-choices">
        {choices.map(({ name, testId, act }) => (
          <li key={name}>
            <span className="mg-choice-words" id={`choice-${name}`}>
              {t(`welcome.${name}Hint`)}
            </span>
            <Button
              variant={name === first ? 'filled' : 'default'}
              loading={select.isPending && name === 'open'}
              aria-describedby={`choice-${name}`}
              data-testid={testId}
              onClick={act}
            >
              {t(`welcome.${name}`)}
            </Button>
          </li>
        ))}
      </ul>
      <RecentOffices offices={recent.data?.offices ?? []} busy={select.isPending} onOpen={select.mutate} />
    </>
  )
}
