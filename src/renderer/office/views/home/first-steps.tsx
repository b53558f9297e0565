import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Attest } from '../../components/attest.tsx'
import { Chip } from '../../components/chip.tsx'
import { useScreens } from '../../state/screens.tsx'
import { TEST_IDS } from '../../test-ids.ts'

/** The way into an empty office: add a company, import, attest. Only the next step's button stands out. */
export function FirstSteps(props: { hasCompany: boolean; hasPeople: boolean; hasUsable: boolean }) {
  const { t } = useTranslation()
  const { go } = useScreens()
  const [attesting, setAttesting] = useState(false)
  const steps = [
    {
      name: 'company',
      done: props.hasCompany,
      testId: TEST_IDS.firstCompany,
      act: () => go({ name: 'office', section: 'companies', open: 'add-company' }),
    },
    {
      name: 'import',
      done: props.hasPeople,
      testId: TEST_IDS.firstImport,
      act: () => go({ name: 'import' }),
    },
    {
      name: 'attest',
      done: props.hasUsable,
      testId: TEST_IDS.firstAttest,
      act: () => setAttesting(true),
    },
  ] as const
  const next = steps.find(({ done }) => !done)?.name
  return (
    <section data-testid={TEST_IDS.homeFirst}>
      <Title order={2}>{t('home.first.title')}</Title>
      <Text c="dimmed" mb="sm">
        {t('home.first.lead')}
      </Text>
      <ol className="mg-rows">
        {steps.map(({ name, done, testId, act }, index) => (
          <li key={name}>
            <div className="mg-row-words">
              <div className="mg-step">{t('home.first.step', { n: index + 1 })}</div>
              <div className="mg-row-title">{t(`home.first.${name}`)}</div>
              <Text c="dimmed">{t(`home.first.${name}Why`)}</Text>
            </div>
            {done ? (
              <Chip tone="good">{t('home.first.done')}</Chip>
            ) : (
              <Button
                variant={name === next ? 'filled' : 'default'}
                disabled={name !== next}
                data-testid={testId}
                onClick={act}
              >
                {t(`home.first.${name}Go`)}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {attesting ? <Attest importId={null} onClose={() => setAttesting(false)} /> : null}
    </section>
  )
}
