import { expect, test } from 'vitest'
import { readArguments } from '../../../src/main/arguments.ts'

test('reads both folders relative to the working folder, with a space or an equals sign', () => {
  expect(
    readArguments(['electron', '--inspect=0', '.', '--office', 'a', '--state-dir=/b'], '/home/u'),
  ).toEqual({
    office: '/home/u/a',
    stateDir: '/b',
  })
})

test('gives null for what is not there', () => {
  expect(readArguments(['electron', '.'], '/')).toEqual({ office: null, stateDir: null })
})

test('does not take another switch for a folder', () => {
  expect(readArguments(['.', '--office', '--state-dir', '/b', '--office='], '/')).toEqual({
    office: null,
    stateDir: '/b',
  })
})
