import { PORT_MESSAGE, type SecureWindowBridge } from '../../shared/bridge.ts'
import { VaultError } from '../../shared/errors.ts'
import { fromPagePort } from '../../shared/ports.ts'
import { createPeer, type Peer, type PeerHandlers } from '../../shared/rpc.ts'
import type { ScreenName, ScreenParams, ScreenResult } from '../../shared/secure-screen.ts'
import { applyLook, readLook } from './look.ts'
import { refuseTransfers } from './refusals.ts'
import { askCreate } from './screens/create.ts'
import { showDone } from './screens/done.ts'
import { showList } from './screens/list.ts'
import { askEnter, askMatch } from './screens/numbers.ts'
import { askUnlock, askVerify } from './screens/secrets.ts'
import { createShell, type Shell } from './shell.ts'

type Screens = { readonly [S in ScreenName]: (params: ScreenParams<S>) => Promise<ScreenResult<S>> }

/** How long the page waits for the next worker of its session before it gives up. */
const ABANDONED_MS = 20_000

const digitsOf = (answer: unknown): Uint8Array => {
  const digits = typeof answer === 'object' && answer !== null && 'digits' in answer ? answer.digits : null
  if (!(digits instanceof Uint8Array)) throw new VaultError('WORKER_FAILED')
  return digits
}

const screensOf = (shell: Shell, peer: () => Peer): Screens => ({
  'screen.create': (params) => askCreate(shell, params),
  'screen.unlock': (params) => askUnlock(shell, params),
  'screen.verify': (params) => askVerify(shell, params),
  'screen.enter': (params) => askEnter(shell, params),
  'screen.match': (params) => askMatch(shell, params),
  'screen.list': (params) => {
    const worker = peer()
    showList(shell, params, {
      show: async (index) => digitsOf(await worker.call('list.show', { index })),
      end: () => {
        void worker.call('list.end', {}).catch(() => {})
      },
    })
    return Promise.resolve({})
  },
  'screen.wait': ({ what }) => {
    shell.wait(what)
    return Promise.resolve({})
  },
  'screen.done': (params) => showDone(shell, params),
})

/** Serves the screens to each worker of the session, as main hands their ports over; they take turns. */
function start(page: Window, bridge: SecureWindowBridge, root: HTMLElement): void {
  const look = readLook(page.location.hash)
  applyLook(page.document.documentElement, look)
  refuseTransfers(page.document)
  const shell = createShell(root, look, bridge)
  shell.wait('working')
  const live = new Set<Peer>()
  let asking: Peer | null = null
  let abandoned: number | null = null

  const onClosed = (peer: Peer): void => {
    live.delete(peer)
    // Also takes away a number that is on the screen.
    if (asking === peer) shell.wait('working')
    if (live.size === 0) abandoned = page.setTimeout(bridge.cancel, ABANDONED_MS)
  }

  const take = (port: MessagePort): void => {
    if (abandoned !== null) clearTimeout(abandoned)
    const screens = screensOf(shell, () => peer)
    const handlers: PeerHandlers = new Map(
      Object.entries(screens).map(([name, run]) => [
        name,
        (params) => {
          asking = peer
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker is trusted and has checked its own calls
          return run(params as never)
        },
      ]),
    )
    const peer: Peer = createPeer(fromPagePort(port), handlers, {
      onClosed: () => {
        onClosed(peer)
      },
    })
    live.add(peer)
    // The worker posts nothing before it heard from this end: see HELLO_EVENT.
    peer.notify({ event: 'hello' })
  }

  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    const port = event.ports[0]
    if (event.source === page && event.data === PORT_MESSAGE && port) take(port)
  })
  bridge.connect()
}

const root = document.querySelector<HTMLElement>('#root')
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the preload of this window exposes this bridge
const bridge = (window as unknown as { readonly mamorigura: SecureWindowBridge }).mamorigura
if (root) start(window, bridge, root)
