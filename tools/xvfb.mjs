// A private X server that picks a free display itself (no xauth, no xvfb-run).
// `node tools/xvfb.mjs command args…` runs a command under one.
import { spawn } from 'node:child_process'
import { run, which } from './common.mjs'

/**
 * `{ display, stop }` of a new Xvfb, or of the display we were given when Xvfb is not installed. Null where no
 * X server is needed (Windows, macOS). Throws when there is neither.
 */
export async function openDisplay() {
  if (process.platform !== 'linux') return null
  const command = which('Xvfb')
  if (command === null) {
    if (process.env.DISPLAY) return { display: process.env.DISPLAY, stop: () => {} }
    throw new Error('no display: install Xvfb (Debian: xvfb) or set DISPLAY')
  }
  const args = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']
  const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const display = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', (bytes) => resolve(`:${String(bytes).trim()}`))
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
  })
  server.removeAllListeners('exit')
  server.unref()
  server.stdio[3].unref()
  return { display, stop: () => server.kill() }
}

if (process.argv[1] === import.meta.filename) {
  const screen = await openDisplay()
  const env = screen ? { ...process.env, DISPLAY: screen.display } : process.env
  const [command, ...args] = process.argv.slice(2)
  process.exitCode = await run(command, args, { env, cwd: process.cwd() })
  screen?.stop()
}
