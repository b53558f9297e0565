// Makes the project ready to run; quick when it already is. `node tools/set-up.mjs [window|tests]`
import process from 'node:process'
import { say, seconds } from './common.mjs'
import { installPackages } from './debian.mjs'
import { findElectron } from './electron.mjs'
import { findNode } from './node24.mjs'
import { installNodeModules } from './packages.mjs'
import { placeSqliteBinding } from './sqlite.mjs'

/**
 * Level 'node' brings the packages and Node 24 (enough for the command line), 'window' also Electron and its
 * system libraries, 'tests' also a display of our own. Returns `{ node, electron }`; `electron` is null for
 * 'node', else `{ executable, fallback }`. Throws with a message for the user when something cannot be had.
 */
export async function setUp(level) {
  // What is installed here must be readable by the user that Electron runs as.
  process.umask(0o022)
  await installNodeModules()
  const node = findNode()
  if (level === 'node') return { node, electron: null }
  await installPackages(level === 'tests' ? ['window', 'tests'] : ['window'])
  const electron = await findElectron()
  if (electron.fallback) {
    await installPackages(['compile'])
    await placeSqliteBinding()
  }
  return { node, electron }
}

if (process.argv[1] === import.meta.filename) {
  const start = performance.now()
  const { node, electron } = await setUp(process.argv[2] ?? 'tests')
  say(`Node: ${node}`)
  if (electron) say(`Electron: ${electron.executable}`)
  say(`ready: ${seconds(start)}`)
}
