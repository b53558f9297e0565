import { VaultError } from '../shared/errors.ts'
import { JOBS, type JobName, type JobParams, type JobResult, type WorkerSpec } from '../shared/jobs.ts'
import type { PeerHandlers } from '../shared/rpc.ts'

/** A number worker as the engine sees it: the host forked it and will kill it at the limit. */
export interface WorkerLink {
  /** Calls a job; throws the worker's VaultError, or WORKER_FAILED when it died. */
  call(method: JobName, params: unknown): Promise<unknown>
  /** SIGKILL, now. A second call does nothing. */
  kill(): void
  readonly exited: Promise<void>
}

/** Starts workers: Electron's main through the control channel, the command line by a child process. */
export interface WorkerHost {
  start(spec: WorkerSpec, callbacks: PeerHandlers): Promise<WorkerLink>
  /** The operator's session is over: its secure window may go. */
  endSession(session: string): void
}

/** Calls a job and validates its answer: what a worker says is `unknown` until its shape was checked. */
export async function callJob<J extends JobName>(
  link: WorkerLink,
  name: J,
  params: JobParams<J>,
): Promise<JobResult<J>> {
  const answer = await link.call(name, params)
  const parsed = JOBS[name].result.safeParse(answer)
  if (!parsed.success) throw new VaultError('WORKER_FAILED')
  return parsed.data as JobResult<J>
}

/** Runs one worker for the length of `work` and kills it after, whatever happens. */
export async function withWorker<T>(
  host: WorkerHost,
  spec: WorkerSpec,
  callbacks: PeerHandlers,
  work: (link: WorkerLink) => Promise<T>,
): Promise<T> {
  const link = await host.start(spec, callbacks)
  try {
    return await work(link)
  } finally {
    link.kill()
  }
}
