import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../shared/model.ts'
import { Chip } from '../../components/chip.tsx'
import { instantText } from '../../state/instants.ts'
import { useLanguage } from '../../state/preferences.tsx'
import { TEST_IDS } from '../../test-ids.ts'

const TONES = { proposed: 'warn', confirmed: 'warn', done: 'quiet' } as const

/** One proposal: state, people, who proposed and confirmed it, and the button of its next step. */
export function ProposalRow(props: { proposal: Proposal; onConfirm: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { state, people, ...proposal } = props.proposal
  const at = (instant: string): string => instantText(language, instant)
  return (
    <li className="mg-proposal" data-testid={TEST_IDS.purgeProposal} data-state={state}>
      <div className="mg-proposal-words">
        <Group gap="sm">
          <Chip tone={TONES[state]}>{t(`purge.state.${state}`)}</Chip>
          <strong>{t('common.people', { count: people.length })}</strong>
          <span>{proposal.reason}</span>
        </Group>
        <Text size="sm" c="dimmed">
          {t('purge.by', { name: proposal.proposedBy, date: at(proposal.proposedAt) })}
        </Text>
        {proposal.confirmedBy !== null && proposal.confirmedAt !== null ? (
          <Text size="sm" c="dimmed">
            {t('purge.confirmedBy', { name: proposal.confirmedBy, date: at(proposal.confirmedAt) })}
          </Text>
        ) : null}
        {proposal.doneAt === null ? null : (
          <Text size="sm" c="dimmed">
            {t('purge.doneAt', { date: at(proposal.doneAt) })}
          </Text>
        )}
        {proposal.soleReason === null ? null : (
          <Text size="sm" c="dimmed">
            {t('purge.sole', { reason: proposal.soleReason })}
          </Text>
        )}
        <details>
          <summary>{t('purge.who')}</summary>
          <ul className="mg-list mg-who">
            {people.map(({ id, code, name }) => (
              <li key={id}>{t('common.who', { name, code })}</li>
            ))}
          </ul>
        </details>
      </div>
      {state === 'proposed' ? (
        <Button color="shu" data-testid={TEST_IDS.purgeConfirm} onClick={props.onConfirm}>
          {t('purge.confirm')}
        </Button>
      ) : null}
    </li>
  )
}
