import { execFile } from 'node:child_process'

const PRLIMIT = '/usr/bin/prlimit'

/**
 * Sets the core file limit of processes to 0 on Linux, so that a crash leaves no memory image. Node has no call for it;
 * util-linux brings the tool. Where it is missing nothing is done: the start script's own limit is then the only one. Forked
 * processes do not inherit main's limit, so each is seen to once, when `pids` first names it.
 */
export function createCoreLimiter(
  platform: NodeJS.Platform = process.platform,
): (pids: readonly number[]) => void {
  const seen = new Set<number>()
  return (pids) => {
    if (platform !== 'linux') return
    for (const pid of pids) {
      if (seen.has(pid)) continue
      seen.add(pid)
      execFile(PRLIMIT, ['--pid', String(pid), '--core=0:0'], { env: { LANG: 'C' } }, () => {})
    }
    for (const pid of seen) if (!pids.includes(pid)) seen.delete(pid)
  }
}
