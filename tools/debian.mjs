// System libraries that Electron and the tests need on Linux, by what is missing rather than by distribution.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { isRoot, run, say, which } from './common.mjs'

/** Shared library → Debian package. */
const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libXss.so.1': 'libxss1',
}
const FONTS = '/usr/share/fonts'
const hasJapaneseFont = () => {
  const fc = which('fc-list')
  if (fc) return spawnSync(fc, [':lang=ja', 'file'], { encoding: 'utf8' }).stdout.trim() !== ''
  return fs.existsSync(`${FONTS}/opentype/noto`) || fs.existsSync(`${FONTS}/opentype/ipafont-gothic`)
}

/** Debian packages missing for `needs`: 'window' (Electron itself), 'tests' (a display of our own), 'compile'. */
export function missingPackages(needs) {
  if (process.platform !== 'linux') return []
  const missing = []
  if (needs.includes('window')) {
    const ldconfig = which('ldconfig')
    const known = ldconfig ? spawnSync(ldconfig, ['-p'], { encoding: 'utf8' }).stdout : ''
    for (const [library, name] of Object.entries(LIBRARIES)) if (!known.includes(library)) missing.push(name)
    if (!hasJapaneseFont()) missing.push('fonts-noto-cjk')
  }
  if (needs.includes('tests')) {
    for (const [command, name] of [
      ['Xvfb', 'xvfb'],
      ['xdotool', 'xdotool'],
      ['xclip', 'xclip'],
    ]) {
      if (!which(command)) missing.push(name)
    }
  }
  if (needs.includes('compile') && !which('g++')) missing.push('g++')
  return missing
}

/**
 * Installs what is missing when we may (root on a system with apt-get); otherwise says the command that would.
 * Never fails: what really cannot run without them says so itself.
 */
export async function installPackages(needs) {
  const missing = missingPackages(needs)
  if (missing.length === 0) return
  const install = ['install', '-y', '-q', '--no-install-recommends', ...missing]
  if (!which('apt-get')) {
    say(`this system lacks what Debian calls: ${missing.join(' ')}`)
    return
  }
  if (!isRoot()) {
    say(
      `missing system packages; install them with:\n  sudo apt-get ${install.filter((a) => a !== '-q').join(' ')}`,
    )
    return
  }
  say(`installing Debian packages: ${missing.join(' ')}`)
  const options = {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  if ((await run('apt-get', install, options)) === 0) return
  await run('apt-get', ['update', '-q'], options)
  if ((await run('apt-get', install, { ...options, stdio: ['ignore', 'ignore', 'inherit'] })) !== 0) {
    say(`could not install: ${missing.join(' ')}`)
  }
}
