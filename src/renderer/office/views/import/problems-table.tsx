import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowProblem } from '../../../../shared/model.ts'
import { codeText } from '../../../i18n/codes.ts'
import { useLanguage } from '../../state/preferences.tsx'

const AT_FIRST = 50

/** Rows and cells that were not taken, or should be looked at: where, who and why. Never the cell itself. */
export function ProblemsTable(props: { label: string; problems: readonly RowProblem[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [shown, setShown] = useState(AT_FIRST)
  const hidden = props.problems.length - shown
  return (
    <div className="mg-scroll">
      <Table aria-label={props.label} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('importing.preview.row')}</Table.Th>
            <Table.Th>{t('common.code')}</Table.Th>
            <Table.Th>{t('importing.preview.column')}</Table.Th>
            <Table.Th>{t('importing.preview.reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.problems.slice(0, shown).map(({ row, code, column, reason }) => (
            <Table.Tr key={`${row} ${column ?? ''} ${reason}`} data-row={row} data-reason={reason}>
              <Table.Td>{row}</Table.Td>
              <Table.Td>{code}</Table.Td>
              <Table.Td>{column}</Table.Td>
              <Table.Td>{codeText(language, 'reason', reason)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {hidden > 0 ? (
        <Button variant="subtle" onClick={() => setShown(props.problems.length)}>
          {t('importing.preview.more', { count: hidden })}
        </Button>
      ) : null}
    </div>
  )
}
