// `npm run bench`: sets up and runs the benchmarks with Node 24. `npm run bench -- NAMES` runs some of them.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from './build.mjs'
import { ROOT, run, say } from './common.mjs'
import { asNobody, canDrop, nobodysEnvironment, readablePlaces } from './nobody.mjs'
import { setUp } from './set-up.mjs'
import { openDisplay } from './xvfb.mjs'

/**
 * How the window's benchmark starts Electron, with its sandbox also when we are root: `{ start, stop }`, where `start` is
 * `{ command, env, root, folder }` (a folder that this Electron can write to). Throws with a message when it cannot be had.
 */
async function electronStart() {
  const { node, electron } = await setUp('tests')
  if ((await build(node)) !== 0) throw new Error('the app could not be built')
  const screen = await openDisplay()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mamorigura-'))
  const stopAll = (places) => () => {
    screen?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
    places?.remove()
  }
  const own = { ...process.env, ...(screen && { DISPLAY: screen.display }) }
  delete own.ELECTRON_RUN_AS_NODE
  if (!canDrop()) {
    return { start: { command: [electron.executable], env: own, root: ROOT, folder }, stop: stopAll(null) }
  }
  const places = readablePlaces(electron.executable)
  const [command, args] = asNobody(places.executable, [])
  const env = { ...nobodysEnvironment(folder), DISPLAY: screen?.display }
  return { start: { command: [command].concat(args), env, root: places.root, folder }, stop: stopAll(places) }
}

try {
  const names = process.argv.slice(2)
  const { node } = await setUp('node')
  const withWindow = names.length === 0 || names.includes('window')
  const missing = (error) => {
    say(error.message)
    return null
  }
  const window = withWindow ? await electronStart().catch(missing) : null
  const env = { ...process.env, ...(window && { ELECTRON_START: JSON.stringify(window.start) }) }
  process.exitCode = await run(node, ['test/bench/index.ts', ...names], { env })
  window?.stop()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
