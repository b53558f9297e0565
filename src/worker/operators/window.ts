import { VaultError } from '../../shared/errors.ts'
import { createPeer, type Port } from '../../shared/rpc.ts'
import {
  LIST_CALLS,
  type Operator,
  SCREENS,
  type ScreenName,
  type ScreenParams,
  type ScreenResult,
} from '../../shared/secure-screen.ts'

/**
 * The operator at the secure window: a port that runs straight from this worker to that page. When the window is closed the
 * port closes and every open question is CANCELLED.
 */
export function windowOperator(port: Port): Operator {
  let show: ((index: number) => Promise<Uint8Array>) | null = null
  let endList: (() => void) | null = null
  let cancelled = false

  const peer = createPeer(
    port,
    new Map<string, (params: unknown) => unknown>([
      [
        'list.show',
        async (params) => {
          const parsed = LIST_CALLS['list.show'].params.safeParse(params)
          if (!parsed.success || !show) throw new VaultError('NOT_GRANTED')
          return { digits: await show(parsed.data.index) }
        },
      ],
      [
        'list.end',
        () => {
          endList?.()
          return {}
        },
      ],
    ]),
    {
      onClosed: () => {
        cancelled = true
        endList?.()
      },
    },
  )

  const ask = async <S extends ScreenName>(name: S, params: ScreenParams<S>): Promise<ScreenResult<S>> => {
    let answer: unknown
    try {
      answer = await peer.call(name, params)
    } catch (error) {
      throw error instanceof VaultError && error.code !== 'WORKER_FAILED'
        ? error
        : new VaultError('CANCELLED')
    }
    const parsed = SCREENS[name].result.safeParse(answer)
    if (!parsed.success) throw new VaultError('BAD_REQUEST', { part: name })
    return parsed.data as ScreenResult<S>
  }

  return {
    canRetry: true,
    ask,
    runList: (_count, open, signal) =>
      new Promise((resolve) => {
        show = open
        endList = () => {
          show = null
          resolve()
        }
        signal.addEventListener('abort', () => {
          endList?.()
          void ask('screen.done', { error: null }).catch(() => undefined)
        })
        if (cancelled) resolve()
      }),
  }
}
