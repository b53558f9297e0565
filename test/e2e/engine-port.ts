import type { Page } from '@playwright/test'
import type { MethodName, Params, Result } from '../../src/shared/api.ts'
import type { OpenKind, Picked, SaveKind } from '../../src/shared/bridge.ts'
import { VaultError, fromWire } from '../../src/shared/errors.ts'

/** What a page's own script can do with the engine's port: tests of the shell need no view for it. */
export interface EnginePort {
  readonly call: <M extends MethodName>(method: M, params: Params<M>) => Promise<Result<M>>
  readonly pick: (
    dialog: 'openOffice' | 'newOffice' | 'chooseFile' | 'saveFile',
    kind?: string,
  ) => Promise<Picked>
}

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown }

interface Answer {
  readonly t: 'event' | 'ok' | 'fail'
  readonly id: number
  readonly value?: unknown
  readonly error?: unknown
}

declare global {
  interface Window {
    testCall: (method: string, params: unknown) => Promise<Outcome>
  }
}

/**
 * Asks main for a port beside the page's own client and calls over it, with call numbers that the client never uses. A lock
 * closes it; attach again then.
 */
export async function attachEngine(page: Page): Promise<EnginePort> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let port: MessagePort | null = null
        const open = new Map<number, (outcome: Outcome) => void>()
        let next = 1_000_000
        const use = (fresh: MessagePort): void => {
          port = fresh
          fresh.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
            // The page's own client may be connecting too: only the last port of all lives.
            if (data.t === 'event') setTimeout(() => port === fresh && resolve(), 300)
            else if (data.t === 'ok') open.get(data.id)?.({ ok: true, value: data.value })
            else open.get(data.id)?.({ ok: false, error: data.error })
          })
          fresh.start()
        }
        window.addEventListener('message', (event: MessageEvent<unknown>) => {
          const fresh = event.ports[0]
          if (event.data === 'mamorigura-port' && fresh) use(fresh)
          if (event.data !== 'mamorigura-locked') return
          for (const answer of open.values())
            answer({ ok: false, error: { code: 'OFFICE_LOCKED', params: {} } })
          open.clear()
        })
        window.testCall = (method, params) =>
          new Promise((answer) => {
            const id = next++
            open.set(id, answer)
            port?.postMessage({ t: 'call', id, method, params })
          })
        window.mamorigura.connect()
      }),
  )
  return {
    call: async <M extends MethodName>(method: M, params: Params<M>) => {
      const outcome = await page.evaluate(([name, value]) => window.testCall(name, value), [
        method,
        params,
      ] as const)
      if (!outcome.ok) throw fromWire(outcome.error)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's own answer, as the page gets it
      return outcome.value as Result<M>
    },
    pick: async (dialog, kind) => {
      const picked = await page.evaluate(
        ([name, argument]) => {
          const { dialogs } = window.mamorigura
          if (name === 'openOffice' || name === 'newOffice') return dialogs[name]()
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- main checks the kind
          return name === 'chooseFile'
            ? dialogs.chooseFile(argument as OpenKind)
            : dialogs.saveFile(argument as SaveKind)
        },
        [dialog, kind] as const,
      )
      if (!picked) throw new VaultError('CANCELLED')
      return picked
    },
  }
}
