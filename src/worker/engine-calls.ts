import { VaultError } from '../shared/errors.ts'
import { CALLBACKS } from '../shared/jobs.ts'
import type { Peer } from '../shared/rpc.ts'

/** What a worker may ask of the engine, with the answers' shapes checked. */
export interface EngineCalls {
  /** Counts an attempt durably. Throws TOO_MANY_ATTEMPTS. */
  attempt(): Promise<void>
  /** Commits the line for a position of the list and answers with its box. Throws NOT_GRANTED or GRANT_EXPIRED. */
  shown(index: number): Promise<Uint8Array>
}

/** Calls over the peer that the job came from. */
export const engineCalls = (peer: Peer): EngineCalls => ({
  attempt: async () => {
    await peer.call('attempt', {})
  },
  shown: async (index) => {
    const parsed = CALLBACKS['list.shown'].result.safeParse(await peer.call('list.shown', { index }))
    if (!parsed.success) throw new VaultError('WORKER_FAILED')
    return parsed.data.box
  },
})
