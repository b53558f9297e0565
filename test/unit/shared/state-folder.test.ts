import { expect, it } from 'vitest'
import { stateFolder } from '../../../src/shared/state-folder.ts'

const nowhere = () => false
const everywhere = () => true

it.each([
  ['linux', {}, everywhere, '/var/lib/mamorigura'],
  ['linux', {}, nowhere, '/home/u/.local/state/mamorigura'],
  ['linux', { XDG_STATE_HOME: '/x' }, nowhere, '/x/mamorigura'],
  ['linux', { XDG_STATE_HOME: 'relative' }, nowhere, '/home/u/.local/state/mamorigura'],
  ['darwin', {}, everywhere, '/home/u/Library/Application Support/Mamorigura/state'],
  ['win32', { PROGRAMDATA: 'C:\\ProgramData' }, everywhere, 'C:\\ProgramData\\Mamorigura'],
  ['win32', { LOCALAPPDATA: 'C:\\L' }, nowhere, 'C:\\L\\Mamorigura\\state'],
  ['win32', {}, everywhere, '/home/u\\AppData\\Local\\Mamorigura\\state'],
])('on %s with %j', (platform, env, isWritable, folder) => {
  expect(stateFolder({ platform, env, home: '/home/u', isWritable })).toBe(folder)
})
