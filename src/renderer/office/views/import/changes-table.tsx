import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIELD_ORDER } from './mapping.ts'
import type { ImportRow } from '../../../../shared/model.ts'
import { dayText } from '../../state/instants.ts'
import { useLanguage } from '../../state/preferences.tsx'

const AT_FIRST = 50

/** What an import would change in people who are registered already. */
export function ChangesTable(props: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [shown, setShown] = useState(AT_FIRST)
  const hidden = props.rows.length - shown
  const value = (text: string | null): string =>
    text === null ? t('importing.preview.changeEmpty') : dayText(language, text)
  const fieldName = (field: string): string => {
    const known = FIELD_ORDER.find((name) => name === field)
    return known ? t(`importing.columns.fields.${known}`) : field
  }
  return (
    <div className="mg-scroll">
      <Table aria-label={t('importing.preview.changes')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.code')}</Table.Th>
            <Table.Th>{t('common.name')}</Table.Th>
            <Table.Th>{t('importing.preview.changes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.slice(0, shown).map((row) => (
            <Table.Tr key={row.row}>
              <Table.Td>{row.code}</Table.Td>
              <Table.Td>{row.name}</Table.Td>
              <Table.Td>
                {row.changes.map(({ field, from, to }) => (
                  <div key={field}>
                    {fieldName(field)}：{t('importing.preview.change', { from: value(from), to: value(to) })}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {hidden > 0 ? (
        <Button variant="subtle" onClick={() => setShown(props.rows.length)}>
          {t('importing.preview.more', { count: hidden })}
        </Button>
      ) : null}
    </div>
  )
}
