import { Table } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { LogRow } from '../../../shared/model.ts'
import { codeText } from '../../i18n/codes.ts'
import { refusalText } from '../../i18n/errors.ts'
import { useCatalogue } from '../state/catalogue.ts'
import { useLanguage } from '../state/preferences.tsx'
import { TEST_IDS } from '../test-ids.ts'
import { Instant } from './day.tsx'

function concerned(t: TFunction, row: LogRow): string {
  const first = row.people[0]
  if (!first) return row.peopleTotal > 0 ? t('common.people', { count: row.peopleTotal }) : ''
  const name = t('common.who', first)
  return row.peopleTotal > 1 ? t('log.peopleMore', { name, count: row.peopleTotal - 1 }) : name
}

/** Log lines, newest first: when, who, what, whom, for which task, how it ended. */
export function LogTable(props: { rows: readonly LogRow[]; withPeople: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { ruleName } = useCatalogue()
  const purpose = (row: LogRow): string => {
    if (row.rule) return ruleName(row.rule)
    return row.task ? codeText(language, 'task', row.task) : ''
  }
  const outcome = (code: string): string => {
    const word = codeText(language, 'outcome', code)
    return word === code ? refusalText(language, code) : word
  }
  return (
    <div className="mg-scroll">
      <Table aria-label={t('log.table')} verticalSpacing="xs" data-testid={TEST_IDS.logTable}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('log.columns.seq')}</Table.Th>
            <Table.Th>{t('log.columns.at')}</Table.Th>
            <Table.Th>{t('log.columns.actor')}</Table.Th>
            <Table.Th>{t('log.columns.action')}</Table.Th>
            {props.withPeople ? <Table.Th>{t('log.columns.people')}</Table.Th> : null}
            <Table.Th>{t('log.columns.task')}</Table.Th>
            <Table.Th>{t('log.columns.outcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map((row) => (
            <Table.Tr key={row.seq} data-testid={TEST_IDS.logRow} data-action={row.action}>
              <Table.Td>{row.seq}</Table.Td>
              <Table.Td>
                <Instant at={row.at} form="stacked" />
              </Table.Td>
              <Table.Td>{row.actor}</Table.Td>
              <Table.Td>{codeText(language, 'action', row.action)}</Table.Td>
              {props.withPeople ? <Table.Td>{concerned(t, row)}</Table.Td> : null}
              <Table.Td>{purpose(row)}</Table.Td>
              <Table.Td>{outcome(row.outcome)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
