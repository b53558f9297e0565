import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { ActProps } from './act-props.ts'

/** Leads to the secure window, where the number is typed twice. Replacing says first what is lost. */
export function EnterNumber(props: ActProps & { replace: boolean }) {
  const { t } = useTranslation()
  const enter = useEngineCall('number.enter')
  return (
    <Dialog
      title={props.replace ? t('person.replace.title') : t('enter.title')}
      onClose={props.onClose}
      submit={props.replace ? t('person.replace.submit') : t('enter.submit')}
      submitTestId={TEST_IDS.replaceSubmit}
      onSubmit={() =>
        enter.mutate(
          { company: props.company.id, person: props.detail.person.id, replace: props.replace },
          { onSuccess: props.onClose },
        )
      }
      busy={enter.isPending}
      secure
      destructive={props.replace}
      error={enter.error}
    >
      <Text fw={700}>{t('common.who', props.detail.person)}</Text>
      <Text>{props.replace ? t('person.replace.lead') : t('enter.lead')}</Text>
      {props.replace ? (
        <Notice tone="warn">
          <div>{t('person.replace.lost')}</div>
          <div>{t('person.replace.kept')}</div>
        </Notice>
      ) : null}
    </Dialog>
  )
}
