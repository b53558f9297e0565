import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/bridge.ts'
import { engine } from '../../../engine.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { PlaceField } from '../../components/place-field.tsx'
import { PlainField } from '../../components/plain-field.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useOffice } from '../../state/office.tsx'
import { TEST_IDS } from '../../test-ids.ts'

/** Makes an office: its names, its folder and where the recovery kit goes. Both secrets are set in the secure window. */
export function CreateOffice(props: { training: boolean; onBack: () => void }) {
  const { t } = useTranslation()
  const office = useOffice()
  const [name, setName] = useState(props.training ? t('create.trainingName') : '')
  const [user, setUser] = useState('')
  const [folder, setFolder] = useState<Picked | null>(null)
  const [kit, setKit] = useState<Picked | null>(null)
  const [asked, setAsked] = useState(false)

  const make = useMutation({
    mutationFn: async (places: { folder: Picked; kit: Picked }) => {
      const state = await engine.call('office.create', {
        place: places.folder.token,
        kit: places.kit.token,
        name,
        user,
        training: props.training,
      })
      office.enter(places.folder.token, state, { isNew: true })
      await engine.remember(places.folder.token)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() === '' || user.trim() === '' || !folder || !kit || make.isPending) return
    make.mutate({ folder, kit })
  }
  const missing = (value: unknown): string | null => (asked && !value ? t('common.required') : null)

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <div>
          <Title order={1}>{props.training ? t('create.trainingTitle') : t('create.title')}</Title>
          {props.training ? <Text>{t('create.trainingLead')}</Text> : null}
        </div>
        <PlainField
          label={t('create.name')}
          description={t('create.nameHint')}
          value={name}
          onChange={setName}
          error={missing(name.trim())}
          testId={TEST_IDS.createName}
        />
        <PlainField
          label={t('create.user')}
          description={t('create.userHint')}
          value={user}
          onChange={setUser}
          error={missing(user.trim())}
          testId={TEST_IDS.createUser}
        />
        <PlaceField
          label={t('create.folder')}
          description={t('create.folderHint')}
          choose={t('create.chooseFolder')}
          picked={folder}
          pick={engine.dialogs.newOffice}
          onPick={setFolder}
          error={missing(folder)}
          testId={TEST_IDS.createFolder}
        />
        <PlaceField
          label={t('create.kit')}
          description={t('create.kitHint')}
          choose={t('create.chooseKit')}
          picked={kit}
          pick={() => engine.dialogs.saveFile('kit')}
          onPick={setKit}
          error={missing(kit)}
          testId={TEST_IDS.createKit}
        />
        <Notice tone="quiet" title={t('create.next')}>
          <ul className="mg-list">
            <li>{t('create.nextPassphrase')}</li>
            <li>{t('create.nextSecret')}</li>
          </ul>
        </Notice>
        {make.isPending ? <Waiting secure /> : null}
        <ErrorNotice error={make.error} />
        <Group justify="space-between">
          <Button variant="default" onClick={props.onBack} disabled={make.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" loading={make.isPending} data-testid={TEST_IDS.createSubmit}>
            {t('create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
