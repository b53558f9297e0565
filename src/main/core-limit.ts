import { execFile } from 'node:child_process'

const PRLIMIT = '/usr/bin/prlimit'

/**
 * Sets the core file limit of a process to 0 on Linux, so that a crash leaves no memory image. Node has no call for it;
 * util-linux brings the tool. Where it is missing nothing is done: the start script's own limit is then the only one. Main
 * calls this for itself and for each process that it forks, because those do not inherit it.
 */
export function forbidCoreFiles(pid: number, platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'linux') return
  execFile(PRLIMIT, ['--pid', String(pid), '--core=0:0'], { env: { LANG: 'C' } }, () => {})
}
