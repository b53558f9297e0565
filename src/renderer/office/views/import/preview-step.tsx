import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '../../../../shared/model.ts'
import { Notice } from '../../components/notice.tsx'
import { Section } from '../../components/section.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { ChangesTable } from './changes-table.tsx'
import { ImportCounts } from './import-counts.tsx'
import { ProblemsTable } from './problems-table.tsx'

/** What would be imported and what would not, with the reason for each. Nothing is saved yet. */
export function PreviewStep(props: {
  report: ImportReport
  busy: boolean
  onBack: () => void
  onCommit: () => void
}) {
  const { t } = useTranslation()
  const { report } = props
  const touched = report.people.filter((row) => row.state !== 'unchanged' || row.number === 'new').length
  const changed = report.people.filter((row) => row.changes.length > 0)
  return (
    <>
      <Section title={t('importing.preview.title')} hint={t('importing.preview.lead')}>
        <ImportCounts report={report} />
      </Section>
      {report.refused.length > 0 ? (
        <Section
          title={t('importing.preview.problems')}
          hint={t('importing.preview.problemsHint')}
          testId={TEST_IDS.importProblems}
        >
          <ProblemsTable label={t('importing.preview.problems')} problems={report.refused} />
          {report.numbersRefused > 0 ? (
            <Text c="dimmed" mt="sm">
              {t('importing.preview.kept')}
            </Text>
          ) : null}
        </Section>
      ) : (
        <Notice tone="good">{t('importing.preview.noProblems')}</Notice>
      )}
      {report.warnings.length > 0 ? (
        <Section title={t('importing.preview.warnings')}>
          <ProblemsTable label={t('importing.preview.warnings')} problems={report.warnings} />
        </Section>
      ) : null}
      {changed.length > 0 ? (
        <Section title={t('importing.preview.changes')}>
          <ChangesTable rows={changed} />
        </Section>
      ) : null}
      {touched === 0 ? <Notice tone="warn">{t('importing.preview.nothing')}</Notice> : null}
      <div className="mg-foot">
        <Button variant="default" onClick={props.onBack} disabled={props.busy}>
          {t('common.back')}
        </Button>
        <Button
          loading={props.busy}
          disabled={touched === 0}
          data-testid={TEST_IDS.importCommit}
          onClick={props.onCommit}
        >
          {t('importing.preview.commitPeople', { count: touched })}
        </Button>
      </div>
    </>
  )
}
