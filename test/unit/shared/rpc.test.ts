import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VaultError } from '../../../src/shared/errors.ts'
import { createPeer, type Peer, type PeerHandlers, type Port } from '../../../src/shared/rpc.ts'

/** One end of a port in memory that remembers what crossed it. */
interface End extends Port {
  readonly sent: unknown[]
}

/** Two ends that clone what they carry and deliver it later, as real ports do. */
function portPair(): [End, End] {
  const listeners: ((message: unknown) => void)[][] = [[], []]
  const onClose: (() => void)[] = []
  let isOpen = true
  const end = (here: 0 | 1, there: 0 | 1): End => {
    const sent: unknown[] = []
    return {
      sent,
      post: (message) => {
        if (!isOpen) return
        const copy: unknown = structuredClone(message)
        sent.push(copy)
        queueMicrotask(() => {
          if (isOpen) for (const listener of listeners[there] ?? []) listener(copy)
        })
      },
      onMessage: (listener) => listeners[here]?.push(listener),
      onClose: (listener) => onClose.push(listener),
      close: () => {
        if (!isOpen) return
        isOpen = false
        for (const listener of onClose) listener()
      },
    }
  }
  return [end(0, 1), end(1, 0)]
}

const none: PeerHandlers = new Map()
const handlers = (entries: Record<string, (params: unknown) => unknown>): PeerHandlers =>
  new Map(Object.entries(entries))

/** A caller and its port, with the other side answering. */
function connect(entries: Record<string, (params: unknown) => unknown>): {
  caller: Peer
  answerer: Peer
  ports: [End, End]
} {
  const ports = portPair()
  return { caller: createPeer(ports[0], none), answerer: createPeer(ports[1], handlers(entries)), ports }
}

/** Lets every message that is under way arrive. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
  } catch (error) {
    if (error instanceof VaultError) return error.code
    throw error
  }
  return 'none'
}

describe('a call', () => {
  it('resolves with the answer', async () => {
    const { caller } = connect({ double: (n) => Number(n) * 2 })
    expect(await caller.call('double', 21)).toBe(42)
  })

  it('resolves with nothing when the handler gives nothing', async () => {
    const { caller } = connect({ quiet: () => undefined })
    expect(await caller.call('quiet', {})).toBeUndefined()
  })

  it('waits for a handler that takes its time', async () => {
    const { caller } = connect({ slow: () => settle().then(() => 'late') })
    expect(await caller.call('slow', {})).toBe('late')
  })

  it('carries bytes as bytes', async () => {
    const { caller } = connect({ echo: (params) => params })
    expect(await caller.call('echo', Uint8Array.of(1, 2))).toEqual(Uint8Array.of(1, 2))
  })

  it('gets its own answer when answers come in another order', async () => {
    const gates: (() => void)[] = []
    const gate = (n: unknown) => new Promise((resolve) => gates.push(() => resolve(n)))
    const { caller } = connect({ gate })
    const calls = [1, 2, 3].map((n) => caller.call('gate', n))
    await settle()
    for (const open of gates.toReversed()) open()
    expect(await Promise.all(calls)).toEqual([1, 2, 3])
  })

  it('works in both directions at once', async () => {
    const [a, b] = portPair()
    const left = createPeer(a, handlers({ name: () => 'left' }))
    const right = createPeer(b, handlers({ name: () => 'right' }))
    expect(await Promise.all([left.call('name', {}), right.call('name', {})])).toEqual(['right', 'left'])
  })

  it('may be made from within a handler', async () => {
    const [a, b] = portPair()
    const right: Peer = createPeer(
      b,
      handlers({ job: async () => `${String(await right.call('ask', {}))}!` }),
    )
    const left = createPeer(a, handlers({ ask: () => 'secret' }))
    expect(await left.call('job', {})).toBe('secret!')
  })
})

describe('an error in a handler', () => {
  it('crosses with code and parameters', async () => {
    const { caller } = connect({
      refuse: () => {
        throw new VaultError('NOT_DUE', { until: '2032-01-10' })
      },
    })
    await expect(caller.call('refuse', {})).rejects.toMatchObject({
      code: 'NOT_DUE',
      params: { until: '2032-01-10' },
    })
  })

  it.each([
    [
      'thrown',
      () => {
        throw new Error('number 123456789018')
      },
    ],
    ['rejected', () => Promise.reject(new Error('number 123456789018'))],
  ])('that is unknown and %s crosses as UNEXPECTED', async (_name, fail) => {
    const { caller } = connect({ fail })
    expect(await codeOf(caller.call('fail', {}))).toBe('UNEXPECTED')
  })

  it('that is unknown leaves no word on the wire', async () => {
    const { caller, ports } = connect({ fail: () => Promise.reject(new Error('number 123456789018')) })
    await codeOf(caller.call('fail', {}))
    expect(JSON.stringify(ports[1].sent)).toBe(
      '[{"t":"fail","id":1,"error":{"code":"UNEXPECTED","params":{}}}]',
    )
  })

  it('that is unknown is told to its own side only', async () => {
    const [a, b] = portPair()
    const seen: unknown[] = []
    const caller = createPeer(a, none, { onUnexpected: (error) => seen.push(['caller', error]) })
    const failure = new Error('inside')
    createPeer(b, handlers({ fail: () => Promise.reject(failure) }), {
      onUnexpected: (error) => seen.push(['answerer', error]),
    })
    await codeOf(caller.call('fail', {}))
    expect(seen).toEqual([['answerer', failure]])
  })

  it('does not stop the next call', async () => {
    const { caller } = connect({ fail: () => Promise.reject(new Error('x')), fine: () => 'fine' })
    await codeOf(caller.call('fail', {}))
    expect(await caller.call('fine', {})).toBe('fine')
  })
})

describe('a method that nobody answers', () => {
  it.each(['nothing', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'get', 'size'])(
    'is unknown: %j',
    async (method) => {
      const { caller } = connect({ fine: () => 'fine' })
      expect(await codeOf(caller.call(method, {}))).toBe('METHOD_UNKNOWN')
    },
  )
})

const forever = (): Promise<never> => new Promise(() => {})

describe('closing', () => {
  it('by the other side rejects every open call', async () => {
    const { caller, answerer } = connect({ forever })
    const calls = [caller.call('forever', {}), caller.call('forever', {})].map(codeOf)
    await settle()
    answerer.close()
    expect(await Promise.all(calls)).toEqual(['WORKER_FAILED', 'WORKER_FAILED'])
  })

  it('by its own side rejects every open call', async () => {
    const { caller } = connect({ forever })
    const call = codeOf(caller.call('forever', {}))
    caller.close()
    expect(await call).toBe('WORKER_FAILED')
  })

  it('makes later calls fail at once', async () => {
    const { caller, answerer } = connect({ fine: () => 'fine' })
    answerer.close()
    expect(await codeOf(caller.call('fine', {}))).toBe('WORKER_FAILED')
  })

  it('shows on both ends', () => {
    const { caller, answerer } = connect({})
    caller.close()
    expect([caller.closed, answerer.closed]).toEqual([true, true])
  })

  it('is told once, however often it happens', () => {
    const [a, b] = portPair()
    let told = 0
    const peer = createPeer(a, none, { onClosed: () => (told += 1) })
    b.close()
    peer.close()
    peer.close()
    expect(told).toBe(1)
  })

  it('drops an answer that comes too late', async () => {
    const gates: (() => void)[] = []
    const { caller, answerer, ports } = connect({
      gate: () => new Promise<void>((resolve) => gates.push(resolve)),
    })
    const call = codeOf(caller.call('gate', {}))
    await settle()
    answerer.close()
    for (const open of gates) open()
    await settle()
    expect([await call, ports[1].sent]).toEqual(['WORKER_FAILED', []])
  })

  it('drops events', () => {
    const { caller, ports } = connect({})
    caller.close()
    caller.notify('late')
    expect(ports[0].sent).toEqual([])
  })
})

describe('an event', () => {
  it('reaches the other side and has no answer', async () => {
    const [a, b] = portPair()
    const seen: unknown[] = []
    createPeer(b, none, { onEvent: (event) => seen.push(event) })
    createPeer(a, none).notify({ phase: 'open' })
    await settle()
    expect([seen, b.sent]).toEqual([[{ phase: 'open' }], []])
  })

  it('is dropped by a side that does not listen', async () => {
    const { caller, ports } = connect({})
    caller.notify('hello')
    await settle()
    expect(ports[1].sent).toEqual([])
  })
})

/** A port whose far end is hostile: what it posts goes on the wire as it stands. */
function hostile(entries: Record<string, (params: unknown) => unknown>): { wire: End; peer: Peer } {
  const [wire, port] = portPair()
  return { wire, peer: createPeer(port, handlers(entries)) }
}

describe('a malformed message', () => {
  it.each([
    [null],
    ['call'],
    [[]],
    [{}],
    [{ t: 'call' }],
    [{ t: 'call', id: 1 }],
    [{ t: 'call', id: '1', method: 'count' }],
    [{ t: 'call', id: 1.5, method: 'count' }],
    [{ t: 'call', id: Number.NaN, method: 'count' }],
    [{ t: 'call', id: 2 ** 53, method: 'count' }],
    [{ t: 'call', id: 1, method: ['count'] }],
    [{ t: 'CALL', id: 1, method: 'count' }],
    [{ t: 'toString', id: 1, method: 'count' }],
  ])('is dropped: %j', async (message) => {
    let count = 0
    const { wire } = hostile({ count: () => (count += 1) })
    wire.post(message)
    await settle()
    expect([count, wire.sent.length]).toEqual([0, 1])
  })

  it('with the answer to no call is dropped', async () => {
    const { wire, peer } = hostile({})
    const call = peer.call('anything', {})
    for (const id of [0, -1, 2, 99]) wire.post({ t: 'ok', id, value: 'planted' })
    wire.post({ t: 'ok', id: 1, value: 'answer' })
    expect(await call).toBe('answer')
  })

  it('with a second answer to a call is dropped', async () => {
    const { wire, peer } = hostile({})
    const call = peer.call('anything', {})
    wire.post({ t: 'ok', id: 1, value: 'first' })
    wire.post({ t: 'fail', id: 1, error: { code: 'NOT_DUE', params: {} } })
    expect(await call).toBe('first')
  })

  it.each([undefined, null, 'text', {}, { code: '__proto__' }, { code: 'no such code' }])(
    'with the error %j rejects the call as UNEXPECTED',
    async (error) => {
      const { wire, peer } = hostile({})
      const call = codeOf(peer.call('anything', {}))
      wire.post({ t: 'fail', id: 1, error })
      expect(await call).toBe('UNEXPECTED')
    },
  )
})

describe('any message at all', () => {
  const field = fc.anything({ maxDepth: 1 })
  const nearly = fc.record(
    {
      t: fc.oneof(fc.constantFrom('call', 'ok', 'fail', 'event'), field),
      id: fc.oneof(fc.integer({ min: -1, max: 3 }), field),
      method: fc.oneof(fc.constantFrom('fine', '__proto__'), field),
      params: field,
      value: field,
      error: field,
    },
    { requiredKeys: [] },
  )

  it('neither throws nor stops the peer from answering', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(nearly, fc.anything()), { maxLength: 10 }), async (messages) => {
        const { wire } = hostile({ fine: () => 'fine' })
        const answers: unknown[] = []
        wire.onMessage((message) => answers.push(message))
        for (const message of messages) wire.post(message)
        wire.post({ t: 'call', id: 1000, method: 'fine' })
        await settle()
        expect(answers).toContainEqual({ t: 'ok', id: 1000, value: 'fine' })
      }),
    )
  })
})

describe('a value that cannot be cloned', () => {
  it('rejects the call that wanted to send it', async () => {
    const { caller } = connect({ fine: () => 'fine' })
    await expect(caller.call('fine', () => {})).rejects.toThrow('UNEXPECTED')
  })
})
