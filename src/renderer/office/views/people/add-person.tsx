import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../../../shared/model.ts'
import { DateField } from '../../components/date-field.tsx'
import { type DateEntry, NO_DATE } from '../../state/date-entry.ts'
import { Dialog } from '../../components/dialog.tsx'
import { PlainField } from '../../components/plain-field.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { useScreens } from '../../state/screens.tsx'
import { TEST_IDS } from '../../test-ids.ts'

/** Adds one person by hand, without a number, and opens the new page. */
export function AddPerson(props: { company: Company; onClose: () => void }) {
  const { t } = useTranslation()
  const { go } = useScreens()
  const add = useEngineCall('people.add')
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [kana, setKana] = useState('')
  const [birth, setBirth] = useState<DateEntry>(NO_DATE)
  const [joined, setJoined] = useState<DateEntry>(NO_DATE)
  const [asked, setAsked] = useState(false)

  const submit = (): void => {
    setAsked(true)
    if (code.trim() === '' || name.trim() === '' || birth.bad || joined.bad) return
    add.mutate(
      {
        company: props.company.id,
        code,
        name,
        kana: kana.trim() === '' ? null : kana,
        birth: birth.iso,
        joined: joined.iso,
      },
      { onSuccess: ({ id }) => go({ name: 'person', person: id }) },
    )
  }
  const missing = (value: string): string | null =>
    asked && value.trim() === '' ? t('common.required') : null
  return (
    <Dialog
      title={t('addPerson.title')}
      onClose={props.onClose}
      submit={t('addPerson.submit')}
      submitTestId={TEST_IDS.addSubmit}
      onSubmit={submit}
      busy={add.isPending}
      error={add.error}
    >
      <PlainField
        label={t('addPerson.code')}
        description={t('addPerson.codeHint')}
        value={code}
        onChange={setCode}
        error={missing(code)}
        maxLength={32}
        focusFirst
        testId={TEST_IDS.addCode}
      />
      <PlainField
        label={t('addPerson.name')}
        description={t('addPerson.nameHint')}
        value={name}
        onChange={setName}
        error={missing(name)}
        maxLength={100}
        testId={TEST_IDS.addName}
      />
      <PlainField
        label={t('addPerson.kana') + t('common.optional')}
        value={kana}
        onChange={setKana}
        maxLength={100}
      />
      <DateField label={t('addPerson.birth') + t('common.optional')} value={birth} onChange={setBirth} />
      <DateField label={t('addPerson.joined') + t('common.optional')} value={joined} onChange={setJoined} />
      <Text c="dimmed">{t('addPerson.later')}</Text>
    </Dialog>
  )
}
