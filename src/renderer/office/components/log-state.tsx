import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CompanyId } from '../../../shared/ids.ts'
import type { HomeSummary } from '../../../shared/model.ts'
import { useAgeText } from '../state/age-text.ts'
import { useEngineQuery } from '../state/queries.ts'
import { LOG, useScreens } from '../state/screens.tsx'
import { TEST_IDS } from '../test-ids.ts'

function words(
  t: TFunction,
  age: string | null,
  verified: string | null,
  log: HomeSummary['log'] | undefined,
): string {
  if (!log) return t('status.logUnknown')
  if (!log.ok) return t('status.logBroken')
  if (verified !== null && log.anchor.state === 'held') return t('status.logVerified', { age: verified })
  switch (log.anchor.state) {
    case 'missing':
      return t('status.logMissing')
    case 'held':
      return age === null ? t('status.logNeverHeld') : t('status.logHeld', { age })
    case 'declared':
      return age === null ? t('status.logDeclaredNever') : t('status.logDeclared', { age })
  }
}

/** How well the log of the company is held from outside, in one phrase that leads to the log. */
export function LogState(props: { company: CompanyId }) {
  const { t } = useTranslation()
  const { go } = useScreens()
  const { data } = useEngineQuery('home.summary', { company: props.company })
  const age = useAgeText(data?.log.anchor.lastAnchoredAt ?? null)
  const verified = useAgeText(data?.log.verifiedAt ?? null)
  return (
    <button type="button" className="mg-status-log" data-testid={TEST_IDS.logState} onClick={() => go(LOG)}>
      {words(t, age, verified, data?.log)}
    </button>
  )
}
