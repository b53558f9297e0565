import { Checkbox, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../components/date-field.tsx'
import { type DateEntry, NO_DATE } from '../../state/date-entry.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { useCatalogue } from '../../state/catalogue.ts'
import { useLanguage } from '../../state/preferences.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { ActProps } from './act-props.ts'
import './verify.css'

/** How many identity documents a record can name. */
const MAX_IDENTITY = 4

/** Records which documents were seen. Neither their numbers nor copies are kept. */
export function Verify(props: ActProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const verify = useEngineCall('number.verify')
  const [numberDoc, setNumberDoc] = useState('my-number-card')
  const [identity, setIdentity] = useState<readonly string[]>([])
  const [on, setOn] = useState<DateEntry>(NO_DATE)
  const { documents } = useCatalogue()
  const isComplete = documents.some(({ id, complete }) => complete && id === numberDoc)
  const usable = documents.filter(({ refused }) => refused === null)
  const refused = documents.filter((entry) => entry.refused !== null)
  const offer = ({ id, name }: (typeof documents)[number]) => ({ value: id, label: name[language] })
  const tooMany = identity.length > MAX_IDENTITY

  const submit = (): void => {
    if (on.bad || tooMany) return
    verify.mutate(
      {
        company: props.company.id,
        person: props.detail.person.id,
        numberDoc,
        identityDocs: isComplete ? [] : [...identity],
        on: on.iso,
      },
      { onSuccess: props.onClose },
    )
  }
  return (
    <Dialog
      title={t('verify.title')}
      onClose={props.onClose}
      submit={t('verify.submit')}
      submitTestId={TEST_IDS.verifySubmit}
      onSubmit={submit}
      busy={verify.isPending}
      error={verify.error}
    >
      <Text fw={700}>{t('common.who', props.detail.person)}</Text>
      <Text>{t('verify.lead')}</Text>
      <NativeSelect
        label={t('verify.numberDoc')}
        data={usable.filter(({ number }) => number).map(offer)}
        value={numberDoc}
        onChange={(event) => setNumberDoc(event.currentTarget.value)}
        data-autofocus
        data-testid={TEST_IDS.verifyNumberDoc}
      />
      {isComplete ? (
        <Notice tone="quiet">{t('verify.aloneHint')}</Notice>
      ) : (
        <Checkbox.Group
          label={t('verify.identityDoc')}
          description={t('verify.identityHint')}
          value={[...identity]}
          onChange={setIdentity}
          error={tooMany ? t('verify.identityTooMany') : null}
          size="md"
        >
          <div className="mg-documents">
            {usable
              .filter(({ number, identity: strength }) => !number && strength !== null)
              .map((entry) => (
                <Checkbox key={entry.id} value={entry.id} label={entry.name[language]} />
              ))}
          </div>
        </Checkbox.Group>
      )}
      <Text size="sm" c="dimmed">
        {t('verify.refused', { names: refused.map(({ name }) => name[language]).join('、') })}
      </Text>
      <DateField
        label={t('verify.on') + t('common.optional')}
        description={t('verify.onHint')}
        value={on}
        onChange={setOn}
      />
    </Dialog>
  )
}
