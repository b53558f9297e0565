import type { HomeSummary } from '../../../../shared/model.ts'
import { LOG, type Screen } from '../../state/screens.tsx'

type Plain = 'logBroken' | 'anchor'
type Counted = 'purgeDue' | 'proposals' | 'unverified' | 'missing' | 'failures'

/** Something to do now. `late`: wrong already; `soon`: waiting. `to` is the screen of its one button. */
export type HomeTask = { readonly tone: 'late' | 'soon'; readonly to: Screen | 'attest' } & (
  | { readonly name: Plain }
  | { readonly name: Counted; readonly count: number }
)

const PURGE: Screen = { name: 'purge' }

/**
 * What a company needs now, the most serious first. A responsible person attests from here; anybody else is shown whom it
 * concerns.
 */
export function tasksOf(summary: HomeSummary, isManager: boolean): HomeTask[] {
  const tasks: HomeTask[] = []
  const add = (name: Counted, count: number, tone: HomeTask['tone'], to: HomeTask['to']): void => {
    if (count > 0) tasks.push({ name, count, tone, to })
  }
  if (!summary.log.ok) tasks.push({ name: 'logBroken', tone: 'late', to: LOG })
  if (summary.log.anchor.state === 'missing') {
    tasks.push({ name: 'anchor', tone: 'late', to: { name: 'office', section: 'checks', open: 'declare' } })
  }
  add('failures', summary.verificationFailures, 'late', {
    name: 'log',
    person: null,
    action: 'reveal.attempt',
  })
  add('proposals', summary.proposalsOpen, 'soon', PURGE)
  add('purgeDue', summary.purgeDue, 'late', PURGE)
  add(
    'unverified',
    summary.numbersUnverified,
    'soon',
    isManager ? 'attest' : { name: 'people', filter: 'unverified' },
  )
  add('missing', summary.numbersMissing, 'soon', { name: 'people', filter: 'missing' })
  return tasks
}
