import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company, Proposal } from '../../../../shared/model.ts'
import { Section } from '../../components/section.tsx'
import { Confirm } from './confirm.tsx'
import { ProposalRow } from './proposal-row.tsx'
import './purge.css'

/** Proposals that wait for the second step, and what was purged before. */
export function Proposals(props: {
  company: Company
  proposals: readonly Proposal[]
  onDone: (done: Proposal) => void
}) {
  const { t } = useTranslation()
  const [confirming, setConfirming] = useState<Proposal | null>(null)
  return (
    <>
      <Section title={t('purge.proposals')}>
        {props.proposals.length === 0 ? <Text c="dimmed">{t('purge.proposalsEmpty')}</Text> : null}
        <ul className="mg-proposals">
          {props.proposals.map((proposal) => (
            <ProposalRow key={proposal.id} proposal={proposal} onConfirm={() => setConfirming(proposal)} />
          ))}
        </ul>
      </Section>
      {confirming ? (
        <Confirm
          company={props.company}
          proposal={confirming}
          onDone={props.onDone}
          onClose={() => setConfirming(null)}
        />
      ) : null}
    </>
  )
}
