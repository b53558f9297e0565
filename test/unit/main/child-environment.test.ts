import { expect, test } from 'vitest'
import { childEnvironment } from '../../../src/main/child-environment.ts'

test('a child sees its language and time zone and nothing else of ours', () => {
  const own = { HOME: '/home/u', PATH: '/bin', NODE_OPTIONS: '--inspect', TZ: 'Asia/Tokyo', SECRET: 'x' }
  expect(childEnvironment(own)).toEqual({ LANG: 'C.UTF-8', TZ: 'Asia/Tokyo' })
})

test('the environment is never empty, because Electron takes that for everything', () => {
  expect(Object.keys(childEnvironment({}))).toEqual(['LANG'])
})
