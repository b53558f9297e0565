import { Button, NativeSelect, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../../shared/bridge.ts'
import type { Company, LogVerdict } from '../../../../shared/model.ts'
import { Chip } from '../../components/chip.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Section } from '../../components/section.tsx'
import { instantText } from '../../state/instants.ts'
import { useLanguage } from '../../state/preferences.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'

function sentences(t: TFunction, language: Language, verdict: LogVerdict): string[] {
  const at = verdict.anchoredAt === null ? '' : instantText(language, verdict.anchoredAt)
  const bad = verdict.badLine === null ? [] : [t('log.badge.badLine', { count: verdict.badLine })]
  return [
    t('log.badge.lines', { count: verdict.lines, signatures: verdict.signatures }),
    ...bad,
    t(`log.badge.anchor.${verdict.anchor}`, { at }),
    t(`log.badge.signer.${verdict.signer}`),
    ...(verdict.ok ? [] : [t('log.badge.badHint')]),
  ]
}

/** The badge: whether the log is intact, how far this machine's anchor vouches for it, and the button that checks it. */
export function Verification(props: {
  company: Company | null
  scope: Company | null
  onScope: (isOffice: boolean) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const verify = useEngineCall('log.verify')
  const verdict = verify.data ?? null
  const isGood = verdict?.ok === true && verdict.anchor !== 'conflict'
  const word = verdict === null ? t('log.badge.unverified') : isGood ? t('log.badge.ok') : t('log.badge.bad')
  const tone = verdict === null ? 'quiet' : isGood ? 'good' : 'bad'
  return (
    <Section
      title={t('log.badge.title')}
      actions={
        <NativeSelect
          aria-label={t('log.scope')}
          data={[
            ...(props.company
              ? [{ value: 'company', label: t('log.scopeCompany', { company: props.company.name }) }]
              : []),
            { value: 'office', label: t('log.scopeOffice') },
          ]}
          value={props.scope ? 'company' : 'office'}
          onChange={(event) => props.onScope(event.currentTarget.value === 'office')}
          data-testid={TEST_IDS.logScope}
        />
      }
    >
      <div className="mg-verdict">
        <output className="mg-verdict-words" data-testid={TEST_IDS.logVerdict} data-ok={verdict?.ok}>
          <Chip tone={tone}>{verify.isPending ? t('log.badge.verifying') : word}</Chip>
          {verdict === null
            ? null
            : sentences(t, language, verdict).map((text) => <Text key={text}>{text}</Text>)}
        </output>
        <Button
          loading={verify.isPending}
          data-testid={TEST_IDS.logVerify}
          onClick={() => verify.mutate({ company: props.scope?.id ?? null, full: true })}
        >
          {t('log.badge.verify')}
        </Button>
      </div>
      <ErrorNotice error={verify.error} />
    </Section>
  )
}
