import { Button, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { codeText } from '../../../i18n/codes.ts'
import { Chip } from '../../components/chip.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Section } from '../../components/section.tsx'
import { useLanguage } from '../../state/preferences.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Anchor } from './anchor.tsx'

/** Checks whose note is a figure, the same in every language; the others' notes are for the command line. */
const SAYS_IT_ALL = ['kdf']

/** Looks over the files and this computer; nothing is changed. */
export function Checks(props: { declaring: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const doctor = useEngineCall('office.doctor')
  return (
    <div className="mg-stack">
      <Section
        title={t('office.tabs.checks')}
        hint={t('office.checks.lead')}
        actions={
          <Button
            loading={doctor.isPending}
            data-testid={TEST_IDS.doctorRun}
            onClick={() => doctor.mutate({})}
          >
            {t('office.checks.run')}
          </Button>
        }
      >
        <ErrorNotice error={doctor.error} />
        {doctor.data ? (
          <div className="mg-scroll">
            <Table aria-label={t('office.tabs.checks')} verticalSpacing="xs">
              <Table.Tbody>
                {doctor.data.checks.map(({ id, ok, note }) => (
                  <Table.Tr key={id} data-check={id} data-ok={ok}>
                    <Table.Td>
                      <Chip tone={ok ? 'good' : 'warn'}>
                        {ok ? t('office.checks.ok') : t('office.checks.bad')}
                      </Chip>
                    </Table.Td>
                    <Table.Td>{codeText(language, 'check', id)}</Table.Td>
                    <Table.Td>
                      <Text size="sm" c="dimmed">
                        {ok ? (SAYS_IT_ALL.includes(id) ? note : '') : codeText(language, 'advice', id)}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        ) : null}
      </Section>
      <Anchor declaring={props.declaring} />
    </div>
  )
}
