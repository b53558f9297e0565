import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Loading } from '../../components/loading.tsx'
import { Section } from '../../components/section.tsx'
import type { Role } from '../../../../shared/model.ts'
import { useEngineQuery } from '../../state/queries.ts'

const ROLES: readonly Role[] = ['manager', 'handler', 'intake', 'system', 'auditor']

/** Who can open the office and what each may do. */
export function Users() {
  const { t } = useTranslation()
  const { data, error } = useEngineQuery('office.users', {})
  const roleWord = (text: string): string => {
    const role = ROLES.find((known) => known === text)
    return role ? t(`roles.${role}`) : text
  }
  return (
    <Section title={t('office.tabs.users')} hint={t('office.users.lead')}>
      <ErrorNotice error={error} />
      {data ? (
        <div className="mg-scroll">
          <Table aria-label={t('office.tabs.users')} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('office.users.name')}</Table.Th>
                <Table.Th>{t('office.users.roles')}</Table.Th>
                <Table.Th>{t('office.users.mayOpen')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.users.map((user) => (
                <Table.Tr key={user.id}>
                  <Table.Td>{user.name}</Table.Td>
                  <Table.Td>{user.roles.map(roleWord).join(t('common.listMark'))}</Table.Td>
                  <Table.Td>{user.mayOpenNumbers ? t('common.yes') : t('common.no')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
      {!data && !error ? <Loading /> : null}
      <Text size="sm" c="dimmed" mt="sm">
        {t('office.users.note')}
      </Text>
    </Section>
  )
}
