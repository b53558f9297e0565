import { VaultError } from '../shared/errors.ts'
import { JOBS, type JobName, type JobParams, type JobResult } from '../shared/jobs.ts'
import { createPeer, type Port } from '../shared/rpc.ts'
import type { Operator } from '../shared/secure-screen.ts'
import { engineCalls } from './engine-calls.ts'
import { checkNumbers } from './jobs/check.ts'
import { makeCompanyKeys } from './jobs/company-keys.ts'
import { createOfficeKeys } from './jobs/create.ts'
import { enterNumber } from './jobs/enter.ts'
import { type HeldRows, readFile, sealRows } from './jobs/import.ts'
import { prepareList, runList } from './jobs/list.ts'
import { unlock } from './jobs/unlock.ts'
import { matchRecord, type Opened, openKeys, resealRecords } from './jobs/verify.ts'

type JobTable = { readonly [J in JobName]: (params: JobParams<J>) => JobResult<J> | Promise<JobResult<J>> }

/**
 * Serves one number worker: jobs come from the engine, questions go to the operator. State between two jobs of one act
 * (a file's rows, opened number keys, the list's pair) lives here and dies with the process.
 */
export function serveWorker({ enginePort, operator }: { enginePort: Port; operator: Operator }): void {
  let held: HeldRows | null = null
  let opened: Opened | null = null
  let listSk: Uint8Array | null = null

  /** The opened keys, for one act: a second one needs the operator again. */
  const use = (): Opened => {
    const keys = need(opened)
    opened = null
    return keys
  }

  const table: JobTable = {
    'office.create': (params) => createOfficeKeys(params, operator),
    unlock: (params) => unlock(params, operator, engine),
    'company.keys': makeCompanyKeys,
    'import.read': (params) => {
      const read = readFile(params)
      held = read.held
      return read.answer
    },
    'import.seal': (params) => sealRows(params, need(held)),
    'number.check': checkNumbers,
    'number.enter': (params) => enterNumber(params, operator),
    'verify.open': async (params) => {
      const result = await openKeys(params, operator, engine)
      opened = result.opened
      return result.answer
    },
    'verify.reseal': (params) => resealRecords(params, use()),
    'verify.match': (params) => matchRecord(params, use(), operator),
    'list.prepare': () => {
      const pair = prepareList()
      listSk = pair.sk
      return { listPk: pair.pk }
    },
    'list.run': (params) => runList(params, need(listSk), operator, engine),
  }

  const handlers = new Map(
    (Object.keys(table) as JobName[]).map((name) => [name, (params: unknown) => runJob(table, name, params)]),
  )
  const peer = createPeer(enginePort, handlers)
  const engine = engineCalls(peer)
}

function need<T>(state: T | null): T {
  if (state === null) throw new VaultError('BAD_REQUEST', { part: 'order' })
  return state
}

/** Validates from `unknown`, runs, and lets nothing but a VaultError's code out. */
async function runJob<J extends JobName>(table: JobTable, name: J, params: unknown): Promise<JobResult<J>> {
  const parsed = JOBS[name].params.safeParse(params)
  if (!parsed.success) throw new VaultError('BAD_REQUEST', { part: name })
  return table[name](parsed.data as JobParams<J>)
}
