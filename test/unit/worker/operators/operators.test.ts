import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VaultError } from '../../../../src/shared/errors.ts'
import { createPeer, type Peer, type PeerHandlers } from '../../../../src/shared/rpc.ts'
import { readSecretFile } from '../../../../src/worker/operators/secret-file.ts'
import { terminalOperator } from '../../../../src/worker/operators/terminal.ts'
import { windowOperator } from '../../../../src/worker/operators/window.ts'
import { askUntil } from '../../../../src/worker/retry.ts'
import { newScript, portPair, scriptedOperator } from '../../../support/engine.ts'

describe('a secret file', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'mamorigura-secret-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))
  const file = (content: string | Uint8Array, mode = 0o600): string => {
    const path = join(root, 'secret')
    writeFileSync(path, content)
    chmodSync(path, mode)
    return path
  }
  const text = (path: string): string => new TextDecoder().decode(readSecretFile(path))

  it.each([
    ['one line', 'open sesame', 'open sesame'],
    ['a line end', 'open sesame\n', 'open sesame'],
    ['Windows line ends', 'open sesame\r\nsecond line\r\n', 'open sesame'],
    ['Japanese', '開けごま\n', '開けごま'],
    ['spaces, which belong to it', '  two  \n', '  two  '],
  ])('with %s gives its first line', (_, content, line) => {
    expect(text(file(content))).toBe(line)
  })

  it.each([0o644, 0o640, 0o604, 0o660])('of mode %o is refused: somebody else could have read it', (mode) => {
    expect(() => readSecretFile(file('open sesame', mode))).toThrow('SECRET_FILE_OPEN')
  })

  it.each([
    ['empty', ''],
    ['an empty first line', '\nsecond'],
    ['too long', 'x'.repeat(4097)],
  ])('that is %s is refused', (_, content) => {
    expect(() => readSecretFile(file(content))).toThrow('SECRET_FILE_UNREADABLE')
  })

  it('that is no file is refused at once, a pipe too', () => {
    mkdirSync(join(root, 'folder'))
    spawnSync('mkfifo', ['-m', '600', join(root, 'pipe')])
    for (const name of ['folder', 'pipe', 'missing']) {
      expect(() => readSecretFile(join(root, name))).toThrow('SECRET_FILE_UNREADABLE')
    }
  })
})

describe('the secure window as operator', () => {
  const connect = (handlers: PeerHandlers): { operator: ReturnType<typeof windowOperator>; page: Peer } => {
    const [pageEnd, workerEnd] = portPair()
    const operator = windowOperator(workerEnd)
    return { operator, page: createPeer(pageEnd, handlers) }
  }
  const list = { company: 'x', task: { ja: 'x', en: 'x' }, people: [], secondsEach: 1 }

  it('answers what was typed', async () => {
    const { operator } = connect(new Map([['screen.match', () => ({ number: new Uint8Array([1, 2]) })]]))
    const person = { code: '1', name: 'x' }
    await expect(operator.ask('screen.match', { company: 'x', person, error: null })).resolves.toEqual({
      number: new Uint8Array([1, 2]),
    })
  })

  it('is CANCELLED when the window is closed before or while it is asked', async () => {
    const { operator, page } = connect(new Map([['screen.list', () => new Promise(() => undefined)]]))
    const asked = operator.ask('screen.list', list)
    setImmediate(() => page.close())
    await expect(asked).rejects.toThrow('CANCELLED')
    await expect(operator.ask('screen.list', list)).rejects.toThrow('CANCELLED')
  })

  it('passes on that the operator refused, and takes no answer of another shape', async () => {
    const { operator } = connect(
      new Map<string, (params: unknown) => unknown>([
        ['screen.list', () => Promise.reject(new VaultError('CANCELLED'))],
        ['screen.match', () => ({ number: '123456789018' })],
      ]),
    )
    await expect(operator.ask('screen.list', list)).rejects.toThrow('CANCELLED')
    const person = { code: '1', name: 'x' }
    await expect(operator.ask('screen.match', { company: 'x', person, error: null })).rejects.toThrow(
      'BAD_REQUEST',
    )
  })

  it('opens numbers while a list runs, not before and not after', async () => {
    const { operator, page } = connect(new Map([['screen.done', () => ({})]]))
    const open = () => Promise.resolve(new Uint8Array([7]))
    await expect(page.call('list.show', { index: 0 })).rejects.toThrow('NOT_GRANTED')
    const running = operator.runList(1, open, new AbortController().signal)
    await expect(page.call('list.show', { index: 0 })).resolves.toEqual({ digits: new Uint8Array([7]) })
    for (const params of [{ index: -1 }, { index: 0.5 }, { index: 100 }, { index: '0' }, {}, null]) {
      await expect(page.call('list.show', params)).rejects.toThrow('NOT_GRANTED')
    }
    await page.call('list.end', {})
    await running
    await expect(page.call('list.show', { index: 0 })).rejects.toThrow('NOT_GRANTED')
  })

  it('ends the list when the window closes, and when time is up', async () => {
    const closed = connect(new Map())
    const running = closed.operator.runList(
      1,
      () => Promise.reject(new Error('no')),
      new AbortController().signal,
    )
    closed.page.close()
    await expect(running).resolves.toBeUndefined()

    const stop = new AbortController()
    const { operator } = connect(new Map([['screen.done', () => ({})]]))
    const timed = operator.runList(1, () => Promise.reject(new Error('no')), stop.signal)
    stop.abort()
    await expect(timed).resolves.toBeUndefined()
  })
})

describe('the terminal as operator', () => {
  const options = {
    passphraseFile: null,
    secretFile: null,
    numberFile: null,
    stdout: false,
    json: false,
    language: 'en',
  } as const

  it('opens no number when standard output is no terminal and was not asked for', async () => {
    const operator = terminalOperator(options)
    let opened = 0
    const show = () => {
      opened += 1
      return Promise.resolve(new Uint8Array(12))
    }
    await expect(operator.runList(1, show, new AbortController().signal)).rejects.toThrow('STDOUT_REFUSED')
    expect(opened).toBe(0)
  })

  it('never asks again: a file would give the same answer', () => {
    expect(terminalOperator(options).canRetry).toBe(false)
  })
})

describe('asking again', () => {
  const person = { ...scriptedOperator(newScript()), canRetry: true }

  it('goes on until it is right, telling why each time', async () => {
    const told: (string | null)[] = []
    const result = await askUntil(person, (error) => {
      told.push(error?.code ?? null)
      if (told.length < 3) throw new VaultError('WRONG_SECRET')
      return Promise.resolve('in')
    })
    expect(result).toBe('in')
    expect(told).toEqual([null, 'WRONG_SECRET', 'WRONG_SECRET'])
  })

  it.each(['TOO_MANY_ATTEMPTS', 'CANCELLED', 'OFFICE_DAMAGED', 'KDF_LIMITS'] as const)(
    'does not go on after %s',
    async (code) => {
      let times = 0
      const asking = askUntil(person, () => {
        times += 1
        return Promise.reject(new VaultError(code))
      })
      await expect(asking).rejects.toThrow(code)
      expect(times).toBe(1)
    },
  )

  it('does not go on for an operator who cannot answer otherwise', async () => {
    const asking = askUntil({ ...person, canRetry: false }, () =>
      Promise.reject(new VaultError('WRONG_SECRET')),
    )
    await expect(asking).rejects.toThrow('WRONG_SECRET')
  })
})
