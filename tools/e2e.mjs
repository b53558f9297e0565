// Runs the end-to-end tests in real Electron, under a display of their own; as nobody when we are root.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isRoot, ROOT, run, say, works } from './common.mjs'
import { asNobody, canDrop, giveToNobody, nobodysEnvironment, readablePlaces } from './nobody.mjs'
import { openDisplay } from './xvfb.mjs'

const RESULTS = path.join(ROOT, 'test-results')
const playwright = (root, args) => [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...args]

async function asUser(node, executable, args, display) {
  const env = { ...process.env, ELECTRON_EXECUTABLE: executable }
  if (display) env.DISPLAY = display
  delete env.ELECTRON_RUN_AS_NODE
  if (isRoot()) {
    say("WARNING: Chromium's sandbox cannot run here; the window tests run without it")
    env.E2E_NO_SANDBOX = '1'
  }
  return run(node, playwright(ROOT, args), { env })
}

async function asNobodyElse(node, executable, args, display) {
  const places = readablePlaces(executable)
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'mamorigura-'))
  const results = path.join(places.root, 'test-results')
  try {
    fs.mkdirSync(results, { recursive: true })
    giveToNobody(results)
    const env = { ...nobodysEnvironment(home), ELECTRON_EXECUTABLE: places.executable, DISPLAY: display }
    const nodeThere = path.join(places.root, path.relative(ROOT, node))
    const command = asNobody(nodeThere, playwright(places.root, args))
    const status = await run(...command, { env, cwd: places.root })
    if (places.root !== ROOT) works('cp', ['-a', `${results}/.`, RESULTS])
    return status
  } finally {
    fs.rmSync(home, { recursive: true, force: true })
    places.remove()
  }
}

/**
 * Resolves with Playwright's exit status. Artefacts are in test-results/e2e, the result in test-results/e2e.json.
 * The tests get ELECTRON_EXECUTABLE, and E2E_NO_SANDBOX=1 only where the sandbox cannot run.
 */
export async function runEndToEnd(node, executable, args) {
  fs.mkdirSync(RESULTS, { recursive: true })
  const screen = await openDisplay()
  try {
    const runner = canDrop() ? asNobodyElse : asUser
    return await runner(node, executable, args, screen?.display)
  } finally {
    screen?.stop()
  }
}
