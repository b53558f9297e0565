import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { afterHello, fromNodePort } from '../../../src/shared/ports.ts'
import type { Port } from '../../../src/shared/rpc.ts'

const memoryPort = () => {
  const posted: unknown[] = []
  let listen: (message: unknown) => void = () => {}
  const port: Port = {
    post: (message) => posted.push(message),
    onMessage: (listener) => {
      listen = listener
    },
    onClose: () => {},
    close: () => {},
  }
  return { posted, port, hear: (message: unknown) => listen(message) }
}

test('nothing is posted before the other end was heard, then everything in order', () => {
  const { posted, port, hear } = memoryPort()
  const held = afterHello(port)
  const heard: unknown[] = []
  held.onMessage((message) => heard.push(message))
  held.post(1)
  held.post(2)
  expect(posted).toEqual([])
  hear('hello')
  held.post(3)
  expect(posted).toEqual([1, 2, 3])
  expect(heard).toEqual(['hello'])
})

test('a port over a message channel passes values both ways and tells its end', async () => {
  const { port1, port2 } = new MessageChannel()
  const wrap = (port: typeof port1): Port =>
    fromNodePort({
      postMessage: (message) => port.postMessage(message),
      on: (event: string, listener: (event: never) => void) =>
        event === 'message'
          ? port.on('message', (data: unknown) => listener({ data } as never))
          : port.on('close', () => listener(undefined as never)),
      start: () => port.ref(),
      close: () => port.close(),
    })
  const [a, b] = [wrap(port1), wrap(port2)]
  const got = new Promise((resolve) => {
    a.onMessage(resolve)
  })
  b.post({ digits: Uint8Array.of(1, 2) })
  expect(await got).toEqual({ digits: Uint8Array.of(1, 2) })
  const ended = new Promise<void>((resolve) => {
    b.onClose(resolve)
  })
  a.close()
  await ended
})
