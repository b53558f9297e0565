import { Button, Group, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { UserId } from '../../../../shared/ids.ts'
import { engine } from '../../../engine.ts'
import { Chip } from '../../components/chip.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useOffice } from '../../state/office.tsx'
import { TEST_IDS } from '../../test-ids.ts'

/** The chosen office, locked: who opens it. The passphrase is typed in the secure window, never here. */
export function Locked() {
  const { t } = useTranslation()
  const { state, wasLocked, unlocked, leave } = useOffice()
  const unlock = useMutation({
    mutationFn: async (user: UserId) => unlocked(await engine.call('office.unlock', { user })),
  })
  const { users, office, failedAttempts } = state
  return (
    <>
      <div>
        <Group gap="sm">
          <Title order={1}>{t('locked.title', { office: office?.name ?? '' })}</Title>
          {office?.training === true ? <Chip tone="warn">{t('status.training')}</Chip> : null}
        </Group>
        <Text>{t('locked.lead')}</Text>
        <Text c="dimmed">{t('locked.secret')}</Text>
      </div>
      {wasLocked && !unlock.isPending && !unlock.error ? (
        <Notice tone="quiet">{t('locked.lockedNow')}</Notice>
      ) : null}
      {failedAttempts > 0 ? (
        <Notice tone="warn">{t('locked.failed', { count: failedAttempts })}</Notice>
      ) : null}
      {unlock.isPending ? <Waiting secure /> : null}
      <ErrorNotice error={unlock.error} />
      {users.length === 0 ? <Notice tone="warn">{t('locked.noUsers')}</Notice> : null}
      <ul className="mg-choices mg-choices-narrow">
        {users.map((user) => (
          <li key={user.id}>
            <span className="mg-choice-words">{user.name}</span>
            <Button
              loading={unlock.isPending && unlock.variables === user.id}
              disabled={unlock.isPending}
              aria-label={t('locked.openAs', { name: user.name })}
              data-testid={TEST_IDS.unlockUser}
              onClick={() => unlock.mutate(user.id)}
            >
              {t('locked.open')}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="subtle"
          disabled={unlock.isPending}
          onClick={leave}
          data-testid={TEST_IDS.otherOffice}
        >
          {t('locked.other')}
        </Button>
      </div>
    </>
  )
}
