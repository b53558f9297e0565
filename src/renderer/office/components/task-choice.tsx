import { Radio, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Text2 } from '../../../shared/model.ts'
import { refusalText } from '../../i18n/errors.ts'
import { useLanguage } from '../state/preferences.tsx'
import { TEST_IDS } from '../test-ids.ts'

export interface TaskOption {
  readonly task: string
  readonly name: Text2
  /** Code that refuses the task; null when it can be used. */
  readonly refusal: string | null
}

/** The tasks (事務) a number can be used for. Refused ones stay in sight with the reason. */
export function TaskChoice(props: {
  options: readonly TaskOption[]
  value: string
  onChange: (task: string) => void
  error: string | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Radio.Group
      label={t('reveal.task')}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
      size="md"
    >
      <Stack gap="xs" mt="xs">
        {props.options.map(({ task, name, refusal }) => (
          <Radio
            key={task}
            value={task}
            disabled={refusal !== null}
            label={name[language]}
            data-testid={TEST_IDS.revealTask}
            data-task={task}
            {...(refusal === null
              ? {}
              : {
                  description: (
                    <Text span size="sm" c="dimmed">
                      {t('reveal.refused', { reason: refusalText(language, refusal) })}
                    </Text>
                  ),
                })}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

/** The task to offer first: the only usable one, else none. */
export function soleUsable(options: readonly TaskOption[]): string {
  const usable = options.filter(({ refusal }) => refusal === null)
  return usable.length === 1 ? (usable[0]?.task ?? '') : ''
}
