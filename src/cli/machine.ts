import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { stateFolder } from '../shared/state-folder.ts'

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** This machine's folder for anchors and attempt counters: where `--state-dir` is not given. */
export const defaultStateDir = (env: NodeJS.ProcessEnv): string =>
  stateFolder({ platform: process.platform, env, home: homedir(), isWritable })

/**
 * No memory image of this process or of a worker that it forks (they inherit the limit) when one crashes. Where the tool is
 * missing nothing happens.
 */
export function forbidCoreFiles(): void {
  if (process.platform !== 'linux') return
  spawnSync('/usr/bin/prlimit', ['--pid', String(process.pid), '--core=0:0'], { env: {}, stdio: 'ignore' })
}

/**
 * Remembers the terminal's settings and puts them back: a worker that is killed while it asks for a secret cannot do so
 * itself, and would leave a terminal that shows nothing that is typed. Null without a terminal.
 */
export function rememberTerminal(): (() => void) | null {
  if (process.platform === 'win32' || !process.stdin.isTTY) return null
  const stty = (argument: string): string | null => {
    const { status, stdout } = spawnSync('stty', [argument], {
      stdio: ['inherit', 'pipe', 'ignore'],
      encoding: 'utf8',
    })
    return status === 0 ? stdout.trim() : null
  }
  const before = stty('-g')
  return before === null ? null : () => void stty(before)
}
