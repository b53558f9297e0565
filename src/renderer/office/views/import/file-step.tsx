import { Button, NativeSelect, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/bridge.ts'
import type { Encoding } from '../../../../shared/model.ts'
import { engine } from '../../../engine.ts'
import { Section } from '../../components/section.tsx'
import { TEST_IDS } from '../../test-ids.ts'

const ENCODINGS: readonly Encoding[] = ['auto', 'utf-8', 'utf-16le', 'cp932']

/** Chooses the file. */
export function FileStep(props: {
  encoding: Encoding
  onEncoding: (encoding: Encoding) => void
  busy: boolean
  onFile: (file: Picked) => void
}) {
  const { t } = useTranslation()
  const choose = async (): Promise<void> => {
    const file = await engine.dialogs.chooseFile('people')
    if (file) props.onFile(file)
  }
  return (
    <Section title={t('importing.file.title')}>
      <Text mb="md">{t('importing.file.lead')}</Text>
      <NativeSelect
        label={t('importing.file.encoding')}
        description={t('importing.file.encodingHint')}
        data={ENCODINGS.map((value) => ({ value, label: t(`importing.file.encodings.${value}`) }))}
        value={props.encoding}
        onChange={(event) => {
          const chosen = ENCODINGS.find((value) => value === event.currentTarget.value)
          if (chosen) props.onEncoding(chosen)
        }}
        maw="24rem"
        mb="lg"
        data-testid={TEST_IDS.importEncoding}
      />
      <Button loading={props.busy} data-testid={TEST_IDS.importChoose} onClick={() => void choose()}>
        {t('importing.file.choose')}
      </Button>
      <Text c="dimmed" mt="md">
        {t('importing.file.safe')}
      </Text>
    </Section>
  )
}
