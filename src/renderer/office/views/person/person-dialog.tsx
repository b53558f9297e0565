import { Reveal } from '../../components/reveal.tsx'
import type { ActProps } from './act-props.ts'
import { EnterNumber } from './enter-number.tsx'
import { Leave } from './leave.tsx'
import { MatchNumber } from './match-number.tsx'
import { Verify } from './verify.tsx'

/** What can be done on a person's page. */
export type Act = 'reveal' | 'enter' | 'replace' | 'match' | 'verify' | 'leave'

/** The dialog of an act. */
export function PersonDialog({ act, ...props }: ActProps & { act: Act }) {
  switch (act) {
    case 'reveal':
      return <Reveal company={props.company} people={[props.detail.person]} onClose={props.onClose} />
    case 'enter':
      return <EnterNumber {...props} replace={false} />
    case 'replace':
      return <EnterNumber {...props} replace />
    case 'match':
      return <MatchNumber {...props} />
    case 'verify':
      return <Verify {...props} />
    case 'leave':
      return <Leave {...props} />
  }
}
