import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDone } from '../../../../shared/model.ts'
import { Attest } from '../../components/attest.tsx'
import { Notice } from '../../components/notice.tsx'
import { Section } from '../../components/section.tsx'
import { PEOPLE, useScreens } from '../../state/screens.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { ProblemsTable } from './problems-table.tsx'

/** What was imported, what was not, and what comes next: the attestation when there are new numbers. */
export function DoneStep({ done, onAgain }: { done: ImportDone; onAgain: () => void }) {
  const { t } = useTranslation()
  const { go } = useScreens()
  const [attesting, setAttesting] = useState(false)
  const { report } = done
  const hasNumbers = report.numbersNew > 0
  return (
    <>
      <Notice tone="good" title={t('importing.done.title')} testId={TEST_IDS.importDone}>
        <div>{t('importing.done.added', { count: report.added })}</div>
        {report.changed > 0 ? <div>{t('importing.done.changed', { count: report.changed })}</div> : null}
        {hasNumbers ? <div>{t('importing.done.numbers', { count: report.numbersNew })}</div> : null}
        {report.refused.length > 0 ? (
          <div>{t('importing.done.refused', { count: report.refused.length })}</div>
        ) : null}
      </Notice>
      <Section title={t('importing.done.nextTitle')}>
        {hasNumbers ? <Text mb="md">{t('importing.done.nextAttest')}</Text> : null}
        <div className="mg-next">
          {hasNumbers ? (
            <Button data-testid={TEST_IDS.importAttest} onClick={() => setAttesting(true)}>
              {t('importing.done.attest')}
            </Button>
          ) : null}
          <Button variant={hasNumbers ? 'default' : 'filled'} onClick={() => go(PEOPLE)}>
            {t('importing.done.people')}
          </Button>
          <Button variant="default" onClick={onAgain}>
            {t('importing.done.another')}
          </Button>
        </div>
        {hasNumbers ? (
          <Text c="dimmed" mt="md">
            {t('importing.done.deleteFile')}
          </Text>
        ) : null}
      </Section>
      {report.refused.length > 0 ? (
        <Section title={t('importing.preview.problems')}>
          <ProblemsTable label={t('importing.preview.problems')} problems={report.refused} />
        </Section>
      ) : null}
      {attesting ? <Attest importId={done.importId} onClose={() => setAttesting(false)} /> : null}
    </>
  )
}
