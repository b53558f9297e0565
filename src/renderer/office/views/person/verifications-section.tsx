import { Button, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonDetail, VerificationView } from '../../../../shared/model.ts'
import { Day } from '../../components/day.tsx'
import { Section } from '../../components/section.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { useCatalogue } from '../../state/catalogue.ts'

function Seen({ verification }: { verification: VerificationView }) {
  const { t } = useTranslation()
  const { documentName } = useCatalogue()
  const documents = [verification.numberDoc, ...verification.identityDocs].filter((doc) => doc !== null)
  const names = [...new Set(documents)].map((doc) => documentName(doc))
  return (
    <>
      {names.join('、')}
      {verification.source ? `${t('person.verifications.source')}：${verification.source}` : null}
    </>
  )
}

/** The identity verifications (本人確認) of the number, each with its route. */
export function VerificationsSection(props: { detail: PersonDetail; onVerify: () => void }) {
  const { t } = useTranslation()
  const { verifications, person } = props.detail
  const isHeld = person.number === 'held' || person.number === 'verified'
  return (
    <Section
      title={t('person.verifications.title')}
      actions={
        isHeld ? (
          <Button variant="default" data-testid={TEST_IDS.personVerify} onClick={props.onVerify}>
            {t('person.number.verify')}
          </Button>
        ) : null
      }
    >
      {verifications.length === 0 ? (
        <Text c="dimmed">
          {t('person.verifications.none')}
          {isHeld ? t('person.verifications.noneHint') : null}
        </Text>
      ) : (
        <div className="mg-scroll">
          <Table aria-label={t('person.verifications.title')} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('person.verifications.on')}</Table.Th>
                <Table.Th>{t('person.verifications.how')}</Table.Th>
                <Table.Th>{t('person.verifications.documents')}</Table.Th>
                <Table.Th>{t('person.verifications.by')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {verifications.map((verification) => (
                <Table.Tr key={`${verification.route} ${verification.on} ${verification.by}`}>
                  <Table.Td>
                    <Day iso={verification.on} />
                  </Table.Td>
                  <Table.Td>{t(`person.verifications.route.${verification.route}`)}</Table.Td>
                  <Table.Td>
                    <Seen verification={verification} />
                  </Table.Td>
                  <Table.Td>{verification.by}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  )
}
