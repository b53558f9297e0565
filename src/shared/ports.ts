import type { Port } from './rpc.ts'

/** The part of Electron's MessagePortMain that a Port needs; typed by shape because this layer knows no Electron. */
export interface NodePort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

/** The part of the page's MessagePort that a Port needs. */
export interface PagePort {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: () => void): void
  start(): void
  close(): void
}

/** A Port over a MessagePortMain. It starts with the first listener, so no message is lost. */
export const fromNodePort = (port: NodePort): Port => ({
  post: (message) => {
    port.postMessage(message)
  },
  onMessage: (listener) => {
    port.on('message', (event) => {
      listener(event.data)
    })
    port.start()
  },
  onClose: (listener) => {
    port.on('close', listener)
  },
  close: () => {
    port.close()
  },
})

/**
 * A Port over a page's MessagePort. It starts with the first listener. A close by the other end is told; that the process at
 * the other end was killed is not (Electron 33), so main tells that on its own channel.
 */
export const fromPagePort = (port: PagePort): Port => ({
  post: (message) => {
    port.postMessage(message)
  },
  onMessage: (listener) => {
    port.addEventListener('message', (event) => {
      listener(event.data)
    })
    port.start()
  },
  onClose: (listener) => {
    port.addEventListener('close', listener)
  },
  close: () => {
    port.close()
  },
})

/**
 * Holds back what is posted until the other end was heard. What is posted before the other end is set up would wait in main
 * (electron#22404), where no secret and no number may ever be.
 */
export function afterHello(port: Port): Port {
  let waiting: unknown[] | null = []
  return {
    post: (message) => {
      if (waiting) waiting.push(message)
      else port.post(message)
    },
    onMessage: (listener) => {
      port.onMessage((message) => {
        const held = waiting ?? []
        waiting = null
        for (const one of held) port.post(one)
        listener(message)
      })
    },
    onClose: (listener) => {
      port.onClose(listener)
    },
    close: () => {
      port.close()
    },
  }
}
