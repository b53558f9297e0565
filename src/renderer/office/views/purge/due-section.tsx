import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/ids.ts'
import type { Company, DuePerson, Proposal } from '../../../../shared/model.ts'
import { Empty } from '../../components/empty.tsx'
import { Section } from '../../components/section.tsx'
import { dayText } from '../../state/instants.ts'
import { useLanguage } from '../../state/preferences.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { DueRow } from './due-row.tsx'
import { Propose } from './propose.tsx'
import './purge.css'

/** People whose number has to go, with rule and article, to be proposed together. Those proposed already stand apart. */
export function DueSection(props: {
  company: Company
  due: readonly DuePerson[]
  on: string
  proposals: readonly Proposal[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [selected, setSelected] = useState<ReadonlySet<PersonId>>(new Set())
  const [proposing, setProposing] = useState(false)
  const waiting = new Set(
    props.proposals
      .filter(({ state }) => state === 'proposed')
      .flatMap(({ people }) => people.map(({ id }) => id)),
  )
  const free = props.due.filter(({ person }) => !waiting.has(person.id))
  const chosen = free.filter(({ person }) => selected.has(person.id))
  const toggle = (id: PersonId): void => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }
  if (free.length === 0) {
    return (
      <Section title={t('purge.due')} hint={t('purge.dueOn', { date: dayText(language, props.on) })}>
        <Empty title={t('purge.dueEmpty')}>{t('purge.dueEmptyHint')}</Empty>
      </Section>
    )
  }
  const isAll = chosen.length === free.length
  return (
    <Section
      title={t('purge.due')}
      hint={t('purge.dueOn', { date: dayText(language, props.on) })}
      testId={TEST_IDS.purgeDue}
    >
      <Checkbox
        label={t('purge.selectAll')}
        checked={isAll}
        indeterminate={chosen.length > 0 && !isAll}
        onChange={() => setSelected(isAll ? new Set() : new Set(free.map(({ person }) => person.id)))}
        data-testid={TEST_IDS.purgeSelectAll}
      />
      <ul className="mg-due">
        {free.map((entry) => (
          <DueRow
            key={entry.person.id}
            entry={entry}
            checked={selected.has(entry.person.id)}
            onToggle={() => toggle(entry.person.id)}
          />
        ))}
      </ul>
      <Button
        disabled={chosen.length === 0}
        data-testid={TEST_IDS.purgePropose}
        onClick={() => setProposing(true)}
      >
        {chosen.length === 0 ? t('purge.propose') : t('purge.proposeSelected', { count: chosen.length })}
      </Button>
      {proposing ? (
        <Propose
          company={props.company}
          people={chosen.map(({ person }) => person)}
          onClose={() => setProposing(false)}
        />
      ) : null}
    </Section>
  )
}
