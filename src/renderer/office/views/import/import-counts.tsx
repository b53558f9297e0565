import { useTranslation } from 'react-i18next'
import type { ImportReport } from '../../../../shared/model.ts'
import { TEST_IDS } from '../../test-ids.ts'

const COUNTS = [
  'added',
  'changed',
  'unchanged',
  'refusedRows',
  'numbersNew',
  'numbersHeld',
  'numbersRefused',
] as const

/** The figures of an import; zeros stand back. */
export function ImportCounts({ report }: { report: ImportReport }) {
  const { t } = useTranslation()
  return (
    <dl className="mg-counts" data-testid={TEST_IDS.importCounts}>
      {COUNTS.map((name) => (
        <div key={name} className={report[name] === 0 ? 'mg-counts-quiet' : ''} data-count={name}>
          <dt>{t(`importing.preview.${name}`)}</dt>
          <dd>{report[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
