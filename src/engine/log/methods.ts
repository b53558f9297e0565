import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { toBase64, toHex } from '../../crypto/bytes.ts'
import { VaultError } from '../../shared/errors.ts'
import type { CompanyId, IsoDate } from '../../shared/ids.ts'
import type { LogRow, LogVerdict } from '../../shared/model.ts'
import { companyOf, type Context, type Methods, sessionOf } from '../context.ts'
import { bytesToText, signerPk, type Roster } from '../office/roster.ts'
import { type Session, userName } from '../office/session.ts'
import { personById } from '../people/table.ts'
import type { Db } from '../store/db.ts'
import { readAnchor } from './anchor.ts'
import type { LogLine } from './line.ts'
import { instant, type Log } from './log.ts'
import { type ExportedLog, exportLines, logLines, logSignatures, queryLog } from './queries.ts'
import { verifyLog } from './verify.ts'

/** People named beside a line on screen; the line itself keeps all. */
const NAMES_SHOWN = 20

/** A line with the names that its ids stand for today. `people` is null for the office's own log, which has none. */
export function logRow(roster: Roster, people: Db | null, line: LogLine): LogRow {
  const named = people ? line.people.slice(0, NAMES_SHOWN).flatMap((id) => personById(people, id) ?? []) : []
  return {
    seq: line.seq,
    at: line.at,
    actor: userName(roster, line.actor),
    device: line.device,
    action: line.action,
    people: named.map(({ id, code, name }) => ({ id, code, name })),
    peopleTotal: line.people.length,
    task: line.task,
    rule: line.rule,
    outcome: line.outcome,
    detail: line.detail,
  }
}

const logOf = (context: Context, company: CompanyId | null): Log =>
  company === null ? sessionOf(context).log : companyOf(context, company).log

/** Verifies a log of the open office against this machine's anchor; the signer is pinned by the slot's root. */
export function verifyOpenLog(session: Session, log: Log, full: boolean): LogVerdict {
  const { officeId, incarnation } = session.roster
  return verifyLog(
    {
      officeId,
      logId: log.logId,
      lines: logLines(log.db),
      signatures: logSignatures(log.db),
      signerPk: (user) => signerPk(session.roster, user),
      anchor: readAnchor({ stateDir: session.env.stateDir, officeId, incarnation, logId: log.logId }),
      signerPinned: true,
    },
    full,
  )
}

/** The export that an outsider can verify: lines as stored, signatures, certificates and the root. Holds no number. */
function exported(session: Session, log: Log): ExportedLog {
  const certificates: unknown = JSON.parse(
    JSON.stringify(
      session.roster.users.map((user) => user.certificate),
      bytesToText,
    ),
  )
  return {
    format: 'mamorigura-log',
    version: 1,
    office: session.roster.officeId,
    log: log.logId,
    rootPk: toBase64(session.roster.rootPk),
    certificates: certificates as Record<string, unknown>[],
    ...exportLines(log.db),
  }
}

/** Makes a new file, never over another. Throws NOT_WRITABLE. */
function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch {
    throw new VaultError('NOT_WRITABLE', { part: 'export' })
  }
}

/**
 * Writes the export, durable when it returns. Its own line comes before the first byte, so that the export holds it and nothing
 * leaves without a line; an export that then fails is removed and has a line that says so. Throws NOT_WRITABLE.
 */
function exportTo(session: Session, log: Log, path: string): ExportedLog {
  const fd = openNew(path)
  const { seq } = log.position()
  try {
    log.act((add) => add({ action: 'log.export' }))
    const content = exported(session, log)
    writeFileSync(fd, `${JSON.stringify(content, null, 1)}\n`)
    fsyncSync(fd)
    return content
  } catch (error) {
    rmSync(path, { force: true })
    if (log.position().seq > seq) log.act((add) => add({ action: 'log.export', outcome: 'failed' }))
    throw error instanceof VaultError ? error : new VaultError('NOT_WRITABLE', { part: 'export' })
  } finally {
    closeSync(fd)
  }
}

/** The log's part of the method table. */
export const logMethods = (context: Context): Methods<'log.list' | 'log.verify' | 'log.export'> => ({
  'log.list': ({ company, person, actor, action, from, to, offset, limit }) => {
    const { roster } = sessionOf(context)
    const log = logOf(context, company)
    const found = queryLog(log.db, { person, actor, action, from, to }, { offset, limit })
    return {
      total: found.total,
      rows: found.lines.map((line) => logRow(roster, company === null ? null : log.db, line)),
      days: [...found.days]
        .map(([day, count]) => ({ day: day as IsoDate, count }))
        .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    }
  },
  'log.verify': ({ company, full }) => {
    const log = logOf(context, company)
    const verdict = verifyOpenLog(sessionOf(context), log, full)
    context.verdicts.set(log.logId, { ok: verdict.ok, at: instant(context.env.clock()) })
    return verdict
  },
  'log.export': ({ company, file }) => {
    const session = sessionOf(context)
    const log = logOf(context, company)
    const content = exportTo(session, log, context.env.places(file))
    return {
      lines: content.lines.length,
      head: toHex(log.position().head),
      root: toHex(session.roster.rootPk),
      office: session.roster.officeId,
    }
  },
})
