import type { HomeSummary } from '../shared/model.ts'
import { companyOf, type Context, type Methods, sessionOf } from './context.ts'
import { today } from './env.ts'
import { logLength } from './log/queries.ts'
import { verificationAttempts } from './number/attempts.ts'
import { userIdOf } from './office/session.ts'
import { countByState, dueMonths, peopleCount, peopleDue } from './people/table.ts'
import { listProposals } from './purge/purge.ts'
import type { IsoDate } from '../shared/ids.ts'

/** The home screen's part of the method table. */
export const homeMethods = (context: Context): Methods<'home.summary'> => ({
  'home.summary': ({ company }): HomeSummary => {
    const opened = companyOf(context, company)
    const session = sessionOf(context)
    const { db } = opened
    const on = today(context.env)
    const verdict = context.verdicts.get(opened.log.logId)
    const states = countByState(db)
    const of = (state: Parameters<typeof states.get>[0]): number => states.get(state) ?? 0
    const next = dueMonths(db).find(({ month }) => month > on.slice(0, 7))
    return {
      people: peopleCount(db, 'all', on),
      numbersHeld: of('held') + of('verified'),
      numbersVerified: of('verified'),
      numbersUnverified: of('held'),
      numbersMissing: peopleCount(db, 'missing', on),
      purgeDue: peopleDue(db, on).length,
      purgeDueNext: next ? { on: `${next.month}-01` as IsoDate, count: next.count } : null,
      proposalsOpen: listProposals(session, db).filter((proposal) => proposal.state === 'proposed').length,
      verificationFailures: verificationAttempts(db, userIdOf(session)).failed,
      log: {
        lines: logLength(db),
        ok: verdict?.ok ?? true,
        verifiedAt: verdict?.at ?? null,
        anchor: opened.log.anchor(),
      },
    }
  },
})
