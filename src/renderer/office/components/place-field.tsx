import { Button, Group, Input, Text } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../shared/bridge.ts'

/** A file or folder chosen in a dialog of the system. The page only learns its name, never its path. */
export function PlaceField(props: {
  label: string
  description: string
  choose: string
  picked: Picked | null
  pick: () => Promise<Picked | null>
  onPick: (picked: Picked) => void
  error: string | null
  testId: string
}) {
  const { t } = useTranslation()
  const id = useId()
  const pick = async (): Promise<void> => {
    const picked = await props.pick()
    if (picked) props.onPick(picked)
  }
  return (
    <Input.Wrapper
      id={id}
      label={props.label}
      labelElement="div"
      description={props.description}
      error={props.error}
      size="md"
    >
      <Group gap="md" mt={6}>
        <Button
          variant="default"
          aria-describedby={`${id}-description`}
          data-testid={props.testId}
          onClick={() => void pick()}
        >
          {props.picked ? t('common.chooseAgain') : props.choose}
        </Button>
        <Text {...(props.picked ? {} : { c: 'dimmed' })}>
          {props.picked ? t('create.chosen', { label: props.picked.label }) : t('create.notChosen')}
        </Text>
      </Group>
    </Input.Wrapper>
  )
}
