import type { SecureWindow } from './windows.ts'

/** The secure window, shared in turn by the workers of one session. At most one is open. */
export interface SecureSessions<P> {
  /**
   * Gives the page of this session a port to a worker, and opens the window first where there is none. When the operator has
   * closed it, the port is closed instead: the worker then answers CANCELLED and no second window appears.
   */
  readonly show: (session: string, port: P) => void
  /** The session is over: its window is destroyed. */
  readonly end: (session: string) => void
  readonly clear: () => void
}

/** `open` opens a secure window; `closePort` ends a port that nobody will hold. */
export function createSecureSessions<P>(
  open: (onClosed: () => void) => SecureWindow<P>,
  closePort: (port: P) => void,
): SecureSessions<P> {
  let current: { readonly session: string; readonly window: SecureWindow<P>; closed: boolean } | null = null

  const clear = (): void => {
    const last = current
    current = null
    if (last && !last.closed) last.window.destroy()
  }

  const begin = (session: string): { readonly window: SecureWindow<P>; closed: boolean } => {
    clear()
    const fresh = {
      session,
      closed: false,
      window: open(() => {
        fresh.closed = true
      }),
    }
    current = fresh
    return fresh
  }

  return {
    show: (session, port) => {
      const used = current?.session === session ? current : begin(session)
      if (used.closed) closePort(port)
      else used.window.sendPort(port)
    },
    end: (session) => {
      if (current?.session === session) clear()
    },
    clear,
  }
}
