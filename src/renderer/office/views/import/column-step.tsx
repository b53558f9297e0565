import { Button, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, ImportReport, Mapping } from '../../../../shared/model.ts'
import { Notice } from '../../components/notice.tsx'
import { Section } from '../../components/section.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { FIELD_ORDER, hasNeeded, sharedColumn, withColumn } from './mapping.ts'

/** Which column holds what: guessed, to be corrected. Headings only; no cell of the file is shown. */
export function ColumnStep(props: {
  report: ImportReport
  busy: boolean
  onBack: () => void
  onNext: (mapping: Mapping) => void
}) {
  const { t } = useTranslation()
  const { report } = props
  const [mapping, setMapping] = useState(report.mapping)
  const shared = sharedColumn(mapping)
  const columns = report.headings.map((heading, index) => ({
    value: String(index),
    label: t('importing.columns.column', { n: index + 1, heading }),
  }))
  const choose = (field: Field, value: string): void => {
    setMapping(withColumn(mapping, field, value === '' ? null : Number(value)))
  }
  return (
    <>
      <Section
        title={t('importing.columns.title')}
        hint={t('importing.columns.file', {
          file: report.fileName,
          rows: report.rows,
          encoding: report.encoding,
        })}
        testId={TEST_IDS.importMapping}
      >
        <Text mb="md">{t('importing.columns.lead')}</Text>
        <div className="mg-mapping">
          {FIELD_ORDER.map((field) => (
            <NativeSelect
              key={field}
              label={t(`importing.columns.fields.${field}`)}
              data={[{ value: '', label: t('importing.columns.unused') }, ...columns]}
              value={mapping[field] === undefined ? '' : String(mapping[field])}
              onChange={(event) => choose(field, event.currentTarget.value)}
              data-field={field}
            />
          ))}
        </div>
      </Section>
      {hasNeeded(mapping) ? null : <Notice tone="warn">{t('importing.columns.required')}</Notice>}
      {shared === null ? null : (
        <Notice tone="warn">
          {t('importing.columns.twice', { heading: report.headings[shared] ?? String(shared + 1) })}
        </Notice>
      )}
      <div className="mg-foot">
        <Button variant="default" onClick={props.onBack} disabled={props.busy}>
          {t('common.chooseAgain')}
        </Button>
        <Button
          loading={props.busy}
          disabled={!hasNeeded(mapping) || shared !== null}
          data-testid={TEST_IDS.importPreview}
          onClick={() => props.onNext(mapping)}
        >
          {t('importing.columns.go')}
        </Button>
      </div>
    </>
  )
}
