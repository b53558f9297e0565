import { expect, test } from 'vitest'
import { createSecureSessions } from '../../../src/main/secure-sessions.ts'

const setUp = () => {
  const done: string[] = []
  const closers: (() => void)[] = []
  const sessions = createSecureSessions<string>(
    (onClosed) => {
      const id = closers.push(onClosed)
      done.push(`open ${id}`)
      return {
        sendPort: (port) => done.push(`send ${port} to ${id}`),
        destroy: () => {
          done.push(`destroy ${id}`)
          onClosed()
        },
      }
    },
    (port) => done.push(`close ${port}`),
  )
  return { done, sessions, closeByOperator: (id: number) => closers[id - 1]?.() }
}

test('workers of one session share one window', () => {
  const { done, sessions } = setUp()
  sessions.show('s', 'a')
  sessions.show('s', 'b')
  sessions.end('s')
  expect(done).toEqual(['open 1', 'send a to 1', 'send b to 1', 'destroy 1'])
})

test('a window that the operator closed does not come back in its session', () => {
  const { done, sessions, closeByOperator } = setUp()
  sessions.show('s', 'a')
  closeByOperator(1)
  sessions.show('s', 'b')
  sessions.end('s')
  expect(done).toEqual(['open 1', 'send a to 1', 'close b'])
})

test('a new session ends the window of the one before', () => {
  const { done, sessions } = setUp()
  sessions.show('s', 'a')
  sessions.show('t', 'b')
  expect(done).toEqual(['open 1', 'send a to 1', 'destroy 1', 'open 2', 'send b to 2'])
})

test('the end of another session changes nothing', () => {
  const { done, sessions } = setUp()
  sessions.show('s', 'a')
  sessions.end('t')
  sessions.clear()
  sessions.clear()
  expect(done).toEqual(['open 1', 'send a to 1', 'destroy 1'])
})
