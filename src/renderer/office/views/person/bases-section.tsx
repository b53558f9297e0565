import { Button, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonDetail } from '../../../../shared/model.ts'
import { BecauseList } from '../../components/because-list.tsx'
import { Day } from '../../components/day.tsx'
import { Section } from '../../components/section.tsx'
import { dayText } from '../../state/instants.ts'
import { useLanguage } from '../../state/preferences.tsx'

function Due({ detail, onPurge }: { detail: PersonDetail; onPurge: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { due, because } = detail.due
  const isHeld = detail.person.number === 'held' || detail.person.number === 'verified'
  return (
    <div>
      <Title order={3} mt="lg" mb="xs">
        {t('person.due.title')}
      </Title>
      {due === null ? (
        <Text>{t('person.due.none')}</Text>
      ) : (
        <Text fw={700}>{t('person.due.on', { date: dayText(language, due) })}</Text>
      )}
      {because.length > 0 ? (
        <>
          <Text c="dimmed" mt="xs">
            {t('person.due.because')}
          </Text>
          <BecauseList lines={because} />
        </>
      ) : null}
      {due !== null && isHeld ? (
        <Button variant="default" mt="md" onClick={onPurge}>
          {t('person.due.go')}
        </Button>
      ) : null}
    </div>
  )
}

/** Why the number is kept, with rule and article, and when that ends. */
export function BasesSection(props: { detail: PersonDetail; onPurge: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { bases } = props.detail
  return (
    <Section title={t('person.bases.title')}>
      {bases.length === 0 ? <Text c="dimmed">{t('person.bases.none')}</Text> : null}
      {bases.length > 0 ? (
        <div className="mg-scroll">
          <Table aria-label={t('person.bases.title')} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('person.bases.document')}</Table.Th>
                <Table.Th>{t('common.article')}</Table.Th>
                <Table.Th>{t('person.bases.since')}</Table.Th>
                <Table.Th>{t('person.bases.ended')}</Table.Th>
                <Table.Th>{t('person.bases.lastFiling')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {bases.map((basis) => (
                <Table.Tr key={`${basis.rule} ${basis.startedOn ?? ''}`}>
                  <Table.Td>{t('common.who', { name: basis.document[language], code: basis.rule })}</Table.Td>
                  <Table.Td>{basis.article}</Table.Td>
                  <Table.Td>
                    <Day iso={basis.startedOn} />
                  </Table.Td>
                  <Table.Td className="mg-nowrap">
                    {basis.endedOn === null ? t('person.bases.open') : <Day iso={basis.endedOn} />}
                  </Table.Td>
                  <Table.Td>
                    <Day iso={basis.lastFilingOn} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
      <Due {...props} />
    </Section>
  )
}
