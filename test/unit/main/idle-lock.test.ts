import { expect, test } from 'vitest'
import { createIdleLock } from '../../../src/main/idle-lock.ts'

const MINUTE = 60_000
const setUp = () => {
  const time = { steady: 1_000, wall: 1_700_000_000_000 }
  const lock = createIdleLock({ steady: () => time.steady, wall: () => time.wall })
  const pass = (ms: number): void => {
    time.steady += ms
    time.wall += ms
  }
  return { time, lock, pass }
}

test('locks five minutes after the last input and not before', () => {
  const { lock, pass } = setUp()
  lock.input()
  pass(4 * MINUTE)
  lock.input()
  pass(5 * MINUTE - 1)
  expect(lock.look()).toBeNull()
  pass(1)
  expect(lock.look()).toBe('idle')
})

test('does not lock what nobody has touched since the last lock', () => {
  const { lock, pass } = setUp()
  pass(60 * MINUTE)
  expect(lock.look()).toBeNull()
  lock.input()
  lock.reset()
  pass(60 * MINUTE)
  expect(lock.look()).toBeNull()
})

test('locks when the wall clock jumped, as after a sleep in which the steady clock stood', () => {
  const { time, lock } = setUp()
  lock.input()
  time.wall += 60 * MINUTE
  expect(lock.look()).toBe('idle')
})

test('a clock set back keeps nothing open', () => {
  const { time, lock, pass } = setUp()
  lock.input()
  time.wall -= 24 * 60 * MINUTE
  pass(5 * MINUTE)
  expect(lock.look()).toBe('idle')
})

test('locks eight hours after the first input although there was always input', () => {
  const { lock, pass } = setUp()
  lock.input()
  for (let minute = 0; minute < 8 * 60 - 1; minute++) {
    pass(MINUTE)
    lock.input()
  }
  expect(lock.look()).toBeNull()
  pass(MINUTE)
  lock.input()
  expect(lock.look()).toBe('absolute')
})
