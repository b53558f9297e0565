import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonDetail } from '../../../../shared/model.ts'
import { codeText } from '../../../i18n/codes.ts'
import { Instant } from '../../components/day.tsx'
import { Mask } from '../../components/mask.tsx'
import { NumberChip } from '../../components/number-chip.tsx'
import { Section } from '../../components/section.tsx'
import { dayText, japanParts } from '../../state/instants.ts'
import { useLanguage } from '../../state/preferences.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import type { Act } from './person-dialog.tsx'

function Words({ detail }: { detail: PersonDetail }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const state = detail.person.number
  if (state === 'purged') {
    const date = detail.purgedAt ? dayText(language, japanParts(detail.purgedAt).day) : ''
    return <Text>{t('person.number.purged', { date })}</Text>
  }
  return (
    <div>
      <Text>{t(`person.number.${state}`)}</Text>
      {state === 'none' ? <Text c="dimmed">{t('person.number.noneHint')}</Text> : null}
    </div>
  )
}

interface Step {
  readonly act: Exclude<Act, 'leave'>
  readonly testId: string
  readonly shown: boolean
  readonly variant: 'filled' | 'default' | 'subtle'
}

/** The number as a mask, its state in words, and what can be done with it. One step stands out: the one that is next. */
export function NumberSection(props: { detail: PersonDetail; onAct: (act: Act) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { person, numberRecordedAt, numberSource } = props.detail
  const isHeld = person.number === 'held' || person.number === 'verified'
  const buttons: readonly Step[] = [
    {
      act: 'reveal',
      testId: TEST_IDS.personReveal,
      shown: isHeld,
      variant: person.number === 'verified' ? 'filled' : 'default',
    },
    { act: 'enter', testId: TEST_IDS.personEnter, shown: !isHeld, variant: 'filled' },
    { act: 'verify', testId: TEST_IDS.personVerifyNow, shown: person.number === 'held', variant: 'filled' },
    { act: 'match', testId: TEST_IDS.personMatch, shown: isHeld, variant: 'subtle' },
    { act: 'replace', testId: TEST_IDS.personReplace, shown: isHeld, variant: 'subtle' },
  ]
  return (
    <Section title={t('person.number.title')}>
      <Group gap="lg" mb="xs">
        {isHeld ? <Mask /> : null}
        <NumberChip state={person.number} testId={TEST_IDS.personState} />
      </Group>
      <Words detail={props.detail} />
      {isHeld && numberRecordedAt ? (
        <Text size="sm" c="dimmed">
          <Instant at={numberRecordedAt} form="short" />
          {numberSource
            ? `　${t('person.number.source', { source: codeText(language, 'source', numberSource) })}`
            : null}
        </Text>
      ) : null}
      <Group gap="sm" mt="md">
        {buttons
          .filter(({ shown }) => shown)
          .map(({ act, testId, variant }) => (
            <Button key={act} variant={variant} data-testid={testId} onClick={() => props.onAct(act)}>
              {t(`person.number.${act}`)}
            </Button>
          ))}
      </Group>
    </Section>
  )
}
