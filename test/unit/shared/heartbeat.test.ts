import { expect, test } from 'vitest'
import { createHeartbeatWatch } from '../../../src/shared/heartbeat.ts'

test('takes the sender for dead after six looks without a beat', () => {
  const watch = createHeartbeatWatch()
  expect(Array.from({ length: 7 }, () => watch.look())).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
    true,
  ])
})

test('a beat starts the count anew', () => {
  const watch = createHeartbeatWatch(2)
  expect(watch.look()).toBe(false)
  expect(watch.look()).toBe(false)
  watch.beat()
  expect(watch.look()).toBe(false)
  expect(watch.look()).toBe(false)
  expect(watch.look()).toBe(true)
})
