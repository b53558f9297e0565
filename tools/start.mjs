// `npm start`: sets up, builds what changed and opens the window. `npm start -- ARGS` passes ARGS to the app.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { isRoot, ROOT, run, say } from './common.mjs'
import { asNobody, canDrop, nobodysEnvironment, readablePlaces } from './nobody.mjs'
import { setUp } from './set-up.mjs'

const NOBODYS_HOME = '/var/lib/mamorigura-nobody'
/** An Electron that cannot start its sandbox dies at once. */
const EARLY_MS = 5000
const CRASHES = ['SIGTRAP', 'SIGILL', 'SIGABRT', 'SIGSEGV']

/** Resolves with `{ code, signal, early }` when the app ended; our own end ends the app first. */
function open(command, args, options) {
  return new Promise((resolve) => {
    const start = performance.now()
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const forward = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
    child.once('error', (error) => {
      console.error(error.message)
      resolve({ code: 1, signal: null, early: true })
    })
    child.once('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, forward)
      resolve({ code, signal, early: performance.now() - start < EARLY_MS })
    })
  })
}

async function openAsNobody(executable, args) {
  const places = readablePlaces(executable)
  try {
    say(`running as the user nobody, so that the sandbox works; its files are in ${NOBODYS_HOME}`)
    const env = nobodysEnvironment(NOBODYS_HOME)
    return await open(...asNobody(places.executable, [places.root, ...args]), { env, cwd: NOBODYS_HOME })
  } finally {
    places.remove()
  }
}

async function openWindow(executable, args) {
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  const asRoot = isRoot()
  const first =
    asRoot && canDrop()
      ? await openAsNobody(executable, args)
      : asRoot
        ? null
        : await open(executable, [ROOT, ...args], { env })
  const crashed = first !== null && first.early && CRASHES.includes(first.signal)
  const refused = first !== null && first.early && asRoot && first.code !== 0 && first.code !== null
  const tryAgain = process.platform === 'linux' && (first === null || crashed || refused)
  if (!tryAgain) return first.code ?? 1
  say('警告: サンドボックスを使って開けませんでした。使わずに開きます。本物の番号は入れないでください。')
  say("WARNING: did not open in Chromium's sandbox; trying without (--no-sandbox). Use no real numbers.")
  const last = await open(executable, ['--no-sandbox', ROOT, ...args], { env })
  return last.code ?? 1
}

async function tour(node) {
  say('画面 (DISPLAY) がないため、ウィンドウは開けません。端末で案内します。')
  say('no display (DISPLAY, WAYLAND_DISPLAY): the window cannot open; here is a tour in the terminal instead')
  const script = path.join(ROOT, 'src/cli/tour.ts')
  if (!fs.existsSync(script)) return 1
  return run(node, [script])
}

async function main(args) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    const { node } = await setUp('node')
    return tour(node)
  }
  const { node, electron } = await setUp('window')
  const status = await build(node)
  return status === 0 ? openWindow(electron.executable, args) : status
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
