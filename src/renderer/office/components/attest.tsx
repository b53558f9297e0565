import { Button, Checkbox, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportId } from '../../../shared/ids.ts'
import type { Company } from '../../../shared/model.ts'
import { useCompanies } from '../state/company.tsx'
import { useOffice } from '../state/office.tsx'
import { useEngineCall, useEngineQuery } from '../state/queries.ts'
import { TEST_IDS } from '../test-ids.ts'
import { DateField } from './date-field.tsx'
import { type DateEntry, NO_DATE } from '../state/date-entry.ts'
import { Dialog } from './dialog.tsx'
import { Notice } from './notice.tsx'
import { PlainField } from './plain-field.tsx'

const DECLARED = ['purpose', 'identity', 'pairing'] as const

interface AttestProps {
  readonly importId: ImportId | null
  readonly onClose: () => void
}

function Done(props: { count: number; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('attest.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Notice
        tone="good"
        title={t('attest.finished')}
        testId={TEST_IDS.attestDone}
        actions={<Button onClick={props.onClose}>{t('common.close')}</Button>}
      >
        {t('attest.done', { count: props.count })}
      </Notice>
    </Modal>
  )
}

function Declared() {
  const { t } = useTranslation()
  return (
    <div>
      <Text fw={700}>{t('attest.declareTitle')}</Text>
      <ol className="mg-list">
        {DECLARED.map((name) => (
          <li key={name}>{t(`attest.declare.${name}`)}</li>
        ))}
      </ol>
    </div>
  )
}

function Declaration(props: AttestProps & { company: Company }) {
  const { t } = useTranslation()
  const { state } = useOffice()
  const summary = useEngineQuery('home.summary', { company: props.company.id })
  const attest = useEngineCall('number.attest')
  const [source, setSource] = useState('')
  const [collectedOn, setCollectedOn] = useState<DateEntry>(NO_DATE)
  const [agreed, setAgreed] = useState(false)
  const [asked, setAsked] = useState(false)
  const isManager = state.user?.roles.includes('manager') ?? false

  const submit = (): void => {
    setAsked(true)
    if (source.trim() === '' || collectedOn.iso === null || !agreed) return
    attest.mutate({
      company: props.company.id,
      source,
      collectedOn: collectedOn.iso,
      importId: props.importId,
    })
  }
  if (attest.data) return <Done count={attest.data.numbers} onClose={props.onClose} />
  const count = summary.data?.numbersUnverified ?? 0
  return (
    <Dialog
      title={t('attest.title')}
      onClose={props.onClose}
      submit={t('attest.submit')}
      submitTestId={TEST_IDS.attestSubmit}
      onSubmit={submit}
      busy={attest.isPending}
      disabled={!isManager}
      error={attest.error}
    >
      <Text>{t('attest.lead')}</Text>
      {isManager ? null : <Notice tone="warn">{t('attest.notManager')}</Notice>}
      <Declared />
      <PlainField
        label={t('attest.source')}
        description={t('attest.sourceHint')}
        value={source}
        onChange={setSource}
        error={asked && source.trim() === '' ? t('common.required') : null}
        focusFirst
        testId={TEST_IDS.attestSource}
      />
      <DateField
        label={t('attest.collectedOn')}
        description={t('attest.collectedOnHint')}
        value={collectedOn}
        onChange={setCollectedOn}
        error={asked && collectedOn.iso === null ? t('common.required') : null}
        testId={TEST_IDS.attestDate}
      />
      <Notice tone="quiet">
        <div>{t('attest.effect', { company: props.company.name, count })}</div>
        <div>{t('attest.record')}</div>
      </Notice>
      <Checkbox
        label={t('attest.confirm')}
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
        error={asked && !agreed ? t('attest.confirmNeeded') : null}
        data-testid={TEST_IDS.attestAgree}
      />
    </Dialog>
  )
}

/**
 * The migration attestation (移行の申告): the responsible person declares when and how imported numbers were collected and
 * verified before. For one import, or for all that are waiting.
 */
export function Attest(props: AttestProps) {
  const { company } = useCompanies()
  return company ? <Declaration {...props} company={company} /> : null
}
