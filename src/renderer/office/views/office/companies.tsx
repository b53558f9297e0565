import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../../../shared/model.ts'
import { Chip } from '../../components/chip.tsx'
import { Empty } from '../../components/empty.tsx'
import { Notice } from '../../components/notice.tsx'
import { Section } from '../../components/section.tsx'
import { useCompanies } from '../../state/company.tsx'
import { useScreens } from '../../state/screens.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { AddCompany } from './add-company.tsx'

function CompanyTable() {
  const { t } = useTranslation()
  const { companies, company: current, choose } = useCompanies()
  return (
    <div className="mg-scroll">
      <Table aria-label={t('office.tabs.companies')} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('office.companies.name')}</Table.Th>
            <Table.Th>{t('office.companies.kind')}</Table.Th>
            <Table.Th>{t('office.companies.corporateNumber')}</Table.Th>
            <Table.Th>{t('office.companies.role')}</Table.Th>
            <Table.Th>{t('office.companies.current')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {companies.map((company) => (
            <Table.Tr key={company.id}>
              <Table.Td>{company.name}</Table.Td>
              <Table.Td>{t(`office.companies.kinds.${company.kind}`)}</Table.Td>
              <Table.Td>{company.corporateNumber}</Table.Td>
              <Table.Td>{t(`office.companies.rolesShort.${company.role}`)}</Table.Td>
              <Table.Td>
                {company.id === current?.id ? (
                  <Chip tone="quiet">{t('office.companies.current')}</Chip>
                ) : (
                  <Button variant="subtle" size="compact-md" onClick={() => choose(company.id)}>
                    {t('office.companies.switch')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

/** The companies of the office; adding one leads on to its first import. */
export function Companies(props: { adding: boolean }) {
  const { t } = useTranslation()
  const { companies, choose } = useCompanies()
  const { go } = useScreens()
  const [adding, setAdding] = useState(props.adding)
  const [added, setAdded] = useState<Company | null>(null)
  return (
    <Section
      title={t('office.tabs.companies')}
      hint={t('office.companies.lead')}
      actions={
        <Button data-testid={TEST_IDS.companyAdd} onClick={() => setAdding(true)}>
          {t('office.companies.add')}
        </Button>
      }
    >
      {added ? (
        <Notice
          tone="good"
          title={t('office.companies.added', { name: added.name })}
          actions={<Button onClick={() => go({ name: 'import' })}>{t('office.companies.nextImport')}</Button>}
        />
      ) : null}
      {companies.length === 0 ? (
        <Empty title={t('office.companies.empty')}>{t('office.companies.emptyHint')}</Empty>
      ) : (
        <CompanyTable />
      )}
      {adding ? (
        <AddCompany
          onAdded={(company) => {
            choose(company.id)
            setAdded(company)
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Section>
  )
}
