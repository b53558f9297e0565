import { spawnSync } from 'node:child_process'
import { mkdirSync, rmdirSync } from 'node:fs'

/** Small file systems for tests that fill or freeze one. Only root may mount: elsewhere those tests are shown as skipped. */
const run = (...command: readonly [string, ...string[]]): boolean =>
  spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0

/** Mounts an empty file system of so many KiB; false when this user may not. */
export function mountSmall(folder: string, kib: number): boolean {
  mkdirSync(folder, { recursive: true })
  return (
    process.platform === 'linux' && run('mount', '-t', 'tmpfs', '-o', `size=${kib}k`, 'mamorigura', folder)
  )
}

export const remount = (folder: string, mode: 'ro' | 'rw'): boolean =>
  run('mount', '-o', `remount,${mode}`, folder)

/** Takes the file system away and then its empty folder. Does nothing to a folder that still holds something. */
export const unmount = (folder: string): void => {
  run('umount', folder)
  try {
    rmdirSync(folder)
  } catch {
    // still mounted: rather a folder too many than a file lost
  }
}

/** Whether this process may mount at all, tried once. */
export function mayMount(folder: string): boolean {
  const mounted = mountSmall(folder, 64)
  unmount(folder)
  return mounted
}
