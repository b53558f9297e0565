import { join } from 'node:path'
import { systemRandom } from '../../src/crypto/canonical.ts'
import { nextHead, signHead } from '../../src/crypto/log-chain.ts'
import { type Action, lineText } from '../../src/engine/log/line.ts'
import { instant } from '../../src/engine/log/log.ts'
import { logLines } from '../../src/engine/log/queries.ts'
import { listCompanies, openCompany } from '../../src/engine/office/companies.ts'
import type { OpenCompany } from '../../src/engine/office/session.ts'
import { closeSession, selectOffice, unlockOffice } from '../../src/engine/office/unlock.ts'
import { eachSearchable } from '../../src/engine/people/table.ts'
import { run, transact } from '../../src/engine/store/db.ts'
import { idBlob } from '../../src/engine/store/ids.ts'
import { inProcessWorkers, newScript } from '../support/engine.ts'

export const LINES = 100_000

/** What one reveal writes, each line in a transaction of its own. */
const ACTIONS: readonly Action[] = ['reveal.attempt', 'reveal.granted', 'reveal.shown', 'reveal.closed']

/**
 * Brings the log of an office's company to 100,000 lines, each with its signature, as years of reveals would. They are the
 * bytes that the engine writes, stored at once: two fsyncs a line would take minutes. The last one is written, signed and
 * anchored by the engine itself. Answers the lines.
 */
export async function fillLog(root: string): Promise<string[]> {
  const env = {
    workers: inProcessWorkers(newScript()),
    places: String,
    stateDir: join(root, 'state'),
    device: 'test-pc',
    clock: Date.now,
    random: systemRandom,
    cost: null,
  }
  const selected = selectOffice(join(root, 'office'))
  const [user] = selected.roster.users
  if (!user) throw new Error('the office has no user')
  const session = await unlockOffice(env, selected, user.certificate.userId)
  const [company] = listCompanies(session.db)
  if (!company) throw new Error('the office has no company')

  appendLines(openCompany(session, company.id))
  session.open?.close()
  session.open = null
  const opened = openCompany(session, company.id)
  opened.log.act((add) => add({ action: 'log.export' }))
  const lines = [...logLines(opened.db)].map(({ line }) => line)
  closeSession(session)
  return lines
}

function appendLines({ db, log }: OpenCompany): void {
  const people = [...eachSearchable(db)]
  const { writer, logId } = log
  const { actor, device, officeId } = writer
  let { seq, head } = log.position()
  transact(db, () => {
    while (seq < LINES) {
      seq += 1
      const line = {
        seq,
        at: instant(writer.clock()),
        actor,
        device,
        action: ACTIONS[seq % ACTIONS.length] ?? 'reveal.shown',
        people: people
          .slice(seq % people.length)
          .slice(0, 1)
          .map(({ id }) => id),
        task: 'withholding',
        rule: 'T12',
        outcome: 'shown',
        detail: { size: 1 },
      }
      const text = lineText(line, Buffer.from(writer.random(16)).toString('base64'))
      head = nextHead(head, text)
      run(db, 'INSERT INTO log (seq, line) VALUES (?, ?)', seq, text)
      run(
        db,
        'INSERT INTO log_signature (seq, head, actor, signature) VALUES (?, ?, ?, ?)',
        seq,
        head,
        idBlob(actor),
        signHead({ officeId, logId, seq, head, actor }, writer.signSk),
      )
    }
  })
}
