import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonDetail } from '../../../../shared/model.ts'
import { LogTable } from '../../components/log-table.tsx'
import { Section } from '../../components/section.tsx'
import { useScreens } from '../../state/screens.tsx'

/** The newest log lines that name the person. */
export function PersonLog({ detail }: { detail: PersonDetail }) {
  const { t } = useTranslation()
  const { go } = useScreens()
  return (
    <Section
      title={t('person.log.title')}
      actions={
        <Button variant="subtle" onClick={() => go({ name: 'log', person: detail.person.id, action: null })}>
          {t('person.log.all')}
        </Button>
      }
    >
      {detail.log.length === 0 ? (
        <Text c="dimmed">{t('person.log.none')}</Text>
      ) : (
        <LogTable rows={detail.log.slice(0, 10)} withPeople={false} />
      )}
    </Section>
  )
}
