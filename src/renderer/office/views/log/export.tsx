import { Button, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../../../shared/model.ts'
import { engine } from '../../../engine.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** Writes the log to a file that an outsider can verify without a passphrase. */
export function Export(props: { company: Company | null }) {
  const { t } = useTranslation()
  const write = useEngineCall('log.export')
  const start = async (): Promise<void> => {
    const file = await engine.dialogs.saveFile('log')
    if (file) write.mutate({ company: props.company?.id ?? null, file: file.token })
  }
  return (
    <>
      <Button
        variant="default"
        loading={write.isPending}
        title={t('log.exportHint')}
        data-testid={TEST_IDS.logExport}
        onClick={() => void start()}
      >
        {t('log.export')}
      </Button>
      <Modal
        opened={write.data !== undefined || write.error !== null}
        onClose={write.reset}
        title={t('log.export')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <ErrorNotice error={write.error} />
        {write.data ? (
          <Notice
            tone="good"
            title={t('log.exported', { count: write.data.lines })}
            testId={TEST_IDS.logExported}
            actions={<Button onClick={() => write.reset()}>{t('common.close')}</Button>}
          >
            <Text>{t('log.exportHint')}</Text>
            <Text c="dimmed">{t('log.exportedRoot')}</Text>
            <code className="mg-fingerprint">{write.data.root}</code>
          </Notice>
        ) : null}
      </Modal>
    </>
  )
}
