// What every tool shares: where things are, how to say something, how to run something.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '..')

/** Prints one line of a tool's own, told apart from the output of what it runs. */
export function say(text) {
  console.log(`• ${text}`)
}

/** Seconds since `start` (a performance.now()), as text. */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}

/**
 * The folder for what is expensive to get again: `~/.cache/mamorigura`, or `.cache` in the project when
 * there is no home folder to write to. Created, and proven writable.
 */
export function cacheFolder() {
  const home = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache')
  for (const folder of [path.join(home, 'mamorigura'), path.join(ROOT, '.cache')]) {
    try {
      if (!path.isAbsolute(folder)) continue
      fs.mkdirSync(folder, { recursive: true })
      fs.accessSync(folder, fs.constants.W_OK)
      return folder
    } catch {
      // The next one.
    }
  }
  throw new Error('neither the home folder nor the project folder is writable')
}

/** SHA-256 in hex of strings, buffers and the contents of `{ file }`, each preceded by its length. */
export function hashOf(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) {
    const bytes = Buffer.from(part.file === undefined ? part : fs.readFileSync(part.file))
    hash.update(`${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** The file's text, or '' when it cannot be read. */
export function readOr(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Runs a command and resolves with its exit status (128 + 15 when a signal ended it, 127 when not found). */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options })
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(127)
    })
    child.once('exit', (code) => resolve(code ?? 143))
  })
}

/** True when the command runs and says success; prints nothing. */
export function works(command, args = [], options = {}) {
  return spawnSync(command, args, { stdio: 'ignore', ...options }).status === 0
}

/** The folder of `name` in PATH or the system folders, or null. */
export function which(name) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/sbin', '/sbin']
  const folder = folders.find((entry) => entry !== '' && fs.existsSync(path.join(entry, name)))
  return folder === undefined ? null : path.join(folder, name)
}

/** Runs npm, the one that runs us where there is one, with a cache in the project when there is no home folder. */
export function npm(args, stdio = 'inherit') {
  const { npm_node_execpath: node, npm_execpath: script } = process.env
  const folder = cacheFolder()
  const env = { ...process.env }
  if (folder.startsWith(ROOT)) env.npm_config_cache = path.join(folder, 'npm')
  if (node && script && script.endsWith('.js')) return run(node, [script, ...args], { env, stdio })
  return run('npm', args, { env, stdio, shell: process.platform === 'win32' })
}

export const isRoot = () => process.platform === 'linux' && process.getuid?.() === 0
