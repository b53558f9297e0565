import type { WorkerHost } from '../../src/engine/index.ts'

/** When a job was called and when it was answered (`performance.now()`). */
export interface JobTime {
  readonly called: number
  readonly answered: number
}

/** Makes a host tell when each job was called and answered; the last of a name counts. */
export function watchJobs(host: WorkerHost): ReadonlyMap<string, JobTime> {
  const times = new Map<string, JobTime>()
  const start = host.start.bind(host)
  host.start = async (spec, callbacks) => {
    const link = await start(spec, callbacks)
    return {
      ...link,
      call: async (method, params) => {
        const called = performance.now()
        try {
          return await link.call(method, params)
        } finally {
          times.set(method, { called, answered: performance.now() })
        }
      },
    }
  }
  return times
}

/** Milliseconds that a job took. The jobs that derive a key hold little else. */
export function durationOf(times: ReadonlyMap<string, JobTime>, job: string): number {
  const time = times.get(job)
  return time ? time.answered - time.called : Number.NaN
}
