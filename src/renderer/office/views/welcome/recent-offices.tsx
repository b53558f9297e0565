import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/bridge.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** Offices opened before, by the name of their folder. */
export function RecentOffices(props: {
  offices: readonly Picked[]
  busy: boolean
  onOpen: (picked: Picked) => void
}) {
  const { t } = useTranslation()
  return (
    <section>
      <Title order={2} mb="xs">
        {t('welcome.recent')}
      </Title>
      {props.offices.length === 0 ? <Text c="dimmed">{t('welcome.recentEmpty')}</Text> : null}
      {props.offices.length > 0 ? (
        <ul className="mg-choices mg-choices-narrow">
          {props.offices.map((picked) => (
            <li key={picked.token}>
              <span className="mg-choice-words">{picked.label}</span>
              <Button
                variant="default"
                disabled={props.busy}
                aria-label={t('welcome.recentOpen', { label: picked.label })}
                data-testid={TEST_IDS.recentOffice}
                onClick={() => props.onOpen(picked)}
              >
                {t('locked.open')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
