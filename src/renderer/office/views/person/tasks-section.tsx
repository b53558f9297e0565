import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonDetail } from '../../../../shared/model.ts'
import { refusalText } from '../../../i18n/errors.ts'
import { Chip } from '../../components/chip.tsx'
import { Section } from '../../components/section.tsx'
import { useLanguage } from '../../state/preferences.tsx'
import './tasks-section.css'

/** For which tasks the number may be used today, and why not for the others. */
export function TasksSection({ detail }: { detail: PersonDetail }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Section title={t('person.tasks.title')}>
      {detail.tasks.length === 0 ? <Text c="dimmed">{t('person.tasks.none')}</Text> : null}
      <ul className="mg-plain-list mg-tasks">
        {detail.tasks.map(({ task, name, usable, refusal }) => (
          <li key={task}>
            <Chip tone={usable ? 'good' : 'quiet'}>
              {usable ? t('person.tasks.usable') : t('person.tasks.refused')}
            </Chip>
            <span>
              {name[language]}
              {refusal ? (
                <Text span size="sm" c="dimmed" display="block">
                  {refusalText(language, refusal)}
                </Text>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
