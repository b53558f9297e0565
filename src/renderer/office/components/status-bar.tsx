import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { engine } from '../../engine.ts'
import { useCompanies } from '../state/company.tsx'
import { useOffice } from '../state/office.tsx'
import { TEST_IDS } from '../test-ids.ts'
import { Chip } from './chip.tsx'
import { LockIcon } from './icons.tsx'
import { LockCountdown } from './lock-countdown.tsx'
import { LogState } from './log-state.tsx'

/** Who works on what, how well the log is held, that there is no network, and the lock. */
export function StatusBar() {
  const { t } = useTranslation()
  const { state } = useOffice()
  const { company } = useCompanies()
  const roles = state.user?.roles.map((role) => t(`roles.${role}`)).join(t('common.listMark')) ?? ''
  return (
    <footer className="mg-status" aria-label={t('status.label')}>
      {state.office?.training === true ? <Chip tone="warn">{t('status.training')}</Chip> : null}
      <span className="mg-status-who">{company?.name ?? state.office?.name}</span>
      {state.user ? (
        <span className="mg-status-who">{t('status.user', { name: state.user.name, roles })}</span>
      ) : null}
      {company ? <LogState company={company.id} /> : null}
      <span title={t('status.offlineHint')} data-testid={TEST_IDS.offline}>
        {t('status.offline')}
      </span>
      <span className="mg-status-push">
        <LockCountdown />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<LockIcon size={16} />}
          data-testid={TEST_IDS.lock}
          onClick={() => engine.lock()}
        >
          {t('status.lock')}
        </Button>
      </span>
    </footer>
  )
}
