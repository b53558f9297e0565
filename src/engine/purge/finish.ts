import type { IsoInstant, ProposalId } from '../../shared/ids.ts'
import type { Entry } from '../log/line.ts'
import { instant } from '../log/log.ts'
import type { OpenCompany } from '../office/session.ts'
import { type Db, one, run, syncFile, truncateWal, vacuum } from '../store/db.ts'
import { idBlob } from '../store/ids.ts'
import { getMeta, setMeta } from '../store/meta.ts'

type Act = ProposalId | 'replaced'

const pendingActs = (db: Db): Act[] =>
  (getMeta(db, 'erase') ?? '').split(' ').filter((act): act is Act => act !== '')

/**
 * Marks, in the transaction that deleted boxes, that the file must still be rewritten. `act` names the purge or change; one
 * that could not be finished, on a full disk say, stays beside it.
 */
export const markErase = ({ db }: Pick<OpenCompany, 'db'>, act: Act): void =>
  setMeta(db, 'erase', [...new Set([...pendingActs(db), act])].join(' '))

/**
 * Takes deleted boxes out of the file: TRUNCATE, VACUUM, TRUNCATE, fsync, then the done line. Measured: secure_delete and
 * TRUNCATE alone left 10–20 of 24,000 deleted values, VACUUM none. Runs again from the start when a crash left no done
 * line. Does nothing when no erase is pending.
 */
export function finishPurges(opened: Pick<OpenCompany, 'db' | 'log'>, path: string): void {
  const { db, log } = opened
  const acts = pendingActs(db)
  if (acts.length === 0) return
  truncateWal(db)
  vacuum(db)
  truncateWal(db)
  syncFile(path)
  log.act((add) => {
    setMeta(db, 'erase', '')
    for (const act of acts) add(doneEntry(db, act, instant(log.writer.clock())))
  })
}

function doneEntry(db: Db, act: Act, at: IsoInstant): Entry {
  if (act === 'replaced') return { action: 'purge.done', detail: { act } }
  run(db, 'UPDATE proposal SET done_at = ? WHERE id = ?', at, idBlob(act))
  const items = one<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM proposal_item WHERE proposal = ?',
    idBlob(act),
  )
  return { action: 'purge.done', detail: { proposal: act, numbers: items?.n ?? 0 } }
}
