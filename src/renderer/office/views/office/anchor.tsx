import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { PlainField } from '../../components/plain-field.tsx'
import { Section } from '../../components/section.tsx'
import { instantText } from '../../state/instants.ts'
import { useOffice } from '../../state/office.tsx'
import { useLanguage } from '../../state/preferences.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'

function Declare(props: { onClose: () => void }) {
  const { t } = useTranslation()
  const { setState } = useOffice()
  const declare = useEngineCall('office.declareAnchor')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = (): void => {
    setAsked(true)
    if (reason.trim() === '') return
    declare.mutate(
      { reason },
      {
        onSuccess: (state) => {
          setState(state)
          props.onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('office.checks.declareTitle')}
      onClose={props.onClose}
      submit={t('office.checks.declareSubmit')}
      submitTestId={TEST_IDS.declareSubmit}
      onSubmit={submit}
      busy={declare.isPending}
      destructive
      error={declare.error}
    >
      <Text>{t('office.checks.declareLead')}</Text>
      <Notice tone="warn">
        <div>{t('office.checks.declareLost')}</div>
        <div>{t('office.checks.declareKept')}</div>
      </Notice>
      <PlainField
        label={t('office.checks.declareReason')}
        description={t('office.checks.declareReasonHint')}
        value={reason}
        onChange={setReason}
        error={asked && reason.trim() === '' ? t('common.required') : null}
        multiline
        focusFirst
        testId={TEST_IDS.declareReason}
      />
    </Dialog>
  )
}

/** How this machine vouches for the log, and the declaration when it cannot. */
export function Anchor(props: { declaring: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { state } = useOffice()
  const anchor = state.anchor
  const isMissing = anchor?.state === 'missing'
  const [declaring, setDeclaring] = useState(props.declaring && isMissing)
  if (!anchor) return null
  const at =
    anchor.lastAnchoredAt === null
      ? t('office.checks.neverAnchored')
      : instantText(language, anchor.lastAnchoredAt)
  return (
    <Section title={t('office.checks.anchorTitle')}>
      <Text>{t(`office.checks.anchor.${anchor.state}`, { at })}</Text>
      {isMissing ? (
        <Button mt="md" data-testid={TEST_IDS.declareOpen} onClick={() => setDeclaring(true)}>
          {t('office.checks.declare')}
        </Button>
      ) : null}
      {declaring ? <Declare onClose={() => setDeclaring(false)} /> : null}
    </Section>
  )
}
