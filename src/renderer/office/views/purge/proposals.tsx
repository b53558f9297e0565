import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company, Proposal } from '../../../../shared/model.ts'
import { Notice } from '../../components/notice.tsx'
import { Section } from '../../components/section.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { Confirm } from './confirm.tsx'
import { ProposalRow } from './proposal-row.tsx'
import './purge.css'

/** Proposals that wait for the second step, and what was purged before. */
export function Proposals(props: { company: Company; proposals: readonly Proposal[] }) {
  const { t } = useTranslation()
  const [confirming, setConfirming] = useState<Proposal | null>(null)
  const [done, setDone] = useState<Proposal | null>(null)
  return (
    <>
      {done ? (
        <Notice tone="good" title={t('purge.doneTitle')} testId={TEST_IDS.purgeDone}>
          {t('purge.doneText', { count: done.people.length })}
        </Notice>
      ) : null}
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
          onDone={setDone}
          onClose={() => setConfirming(null)}
        />
      ) : null}
    </>
  )
}
