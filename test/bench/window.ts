import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { timesOf } from './measure.ts'
import type { Row } from './table.ts'

const RUNS = 5
const LIMIT_MS = 60_000

/** How tools/bench.mjs wants Electron started: as which user, with which environment, and where it can write. */
const Start = z.object({
  command: z.array(z.string()).min(1),
  env: z.record(z.string(), z.string()),
  root: z.string(),
  folder: z.string(),
})
type Start = z.infer<typeof Start>

/** Says so when the page that opens first has painted what `selector` names. */
const watcher = (selector: string): string => `
import { app, BrowserWindow } from 'electron'

app.on('web-contents-created', (_event, contents) => contents.once('dom-ready', async () => {
  await contents.executeJavaScript(\`new Promise((resolve) => {
    const look = () => document.querySelector('${selector}')
      ? requestAnimationFrame(() => setTimeout(resolve))
      : setTimeout(look, 4)
    look()
  })\`)
  console.log('usable')
}))
`

const EMPTY = `
app.enableSandbox()
void app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1280, height: 860 })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(new URL('empty.html', import.meta.url).pathname)
})
`

/** Writes an app that watches its first page and runs `main`; answers its folder. */
function writeApp(folder: string, selector: string, main: string): string {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "bench", "type": "module", "main": "main.js" }')
  writeFileSync(join(folder, 'empty.html'), '<!doctype html><title>empty</title><body>')
  writeFileSync(join(folder, 'main.js'), watcher(selector) + main)
  return folder
}

/** Milliseconds from starting the process until its page is usable; then the process is ended. */
function startTime({ command, env }: Start, app: string, profile: string): Promise<number> {
  const [executable = '', ...before] = command
  const args = [...before, app, `--user-data-dir=${profile}`, '--state-dir', join(profile, 'state')]
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(executable, args, { env, cwd: app, stdio: ['ignore', 'pipe', 'ignore'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
    let time: number | null = null
    child.stdout.on('data', (chunk: Buffer) => {
      if (time !== null || !chunk.includes('usable')) return
      time = performance.now() - start
      child.kill('SIGTERM')
    })
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(timer)
      if (time === null) reject(new Error(`${app}: no usable page`))
      else resolve(time)
    })
  })
}

/** Cold start with a fresh profile until the main window has a button. Floor: an empty page in the same Electron. */
export async function benchWindow(): Promise<Row[]> {
  const given = process.env['ELECTRON_START']
  if (given === undefined) {
    console.log('window: not measured, there is no Electron or no display here')
    return []
  }
  const start = Start.parse(JSON.parse(given))
  const app = join(start.root, 'out/main/index.js')
  const empty = writeApp(join(start.folder, 'empty'), 'body', EMPTY)
  const real = writeApp(join(start.folder, 'real'), 'button:not([disabled])', `await import('${app}')\n`)
  const ours: number[] = []
  const floor: number[] = []
  for (let index = 0; index < RUNS; index++) {
    floor.push(await startTime(start, empty, join(start.folder, `empty-profile-${index}`)))
    ours.push(await startTime(start, real, join(start.folder, `real-profile-${index}`)))
  }
  return [
    {
      what: 'cold start to the usable window',
      measured: timesOf(ours).median,
      p95: timesOf(ours).p95,
      floor: timesOf(floor).median,
      target: { of: 'ratio', atMost: 2 },
    },
  ]
}
