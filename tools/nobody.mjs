// Chromium refuses its sandbox to root. When we are root, Electron runs as the user nobody instead, so that the
// real sandbox runs, also in tests.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isRoot, ROOT, which, works } from './common.mjs'

const ID = 65534
const DROP = [`--reuid=${ID}`, `--regid=${ID}`, '--clear-groups']
/** What the copy of the project leaves behind. */
const NOT_STAGED = ['.git', '.cache', 'test-results']

/** True when we are root and the kernel lets nobody make the name space that the sandbox needs. */
export function canDrop() {
  const [setpriv, unshare] = [which('setpriv'), which('unshare')]
  return isRoot() && setpriv !== null && unshare !== null && works(setpriv, [...DROP, unshare, '-U', 'true'])
}

/** The command line that runs a command as nobody. */
export const asNobody = (command, args) => [which('setpriv'), [...DROP, command, ...args]]

/** Gives a file or folder, and what is in it, to nobody. */
export function giveToNobody(target) {
  fs.lchownSync(target, ID, ID)
  if (!fs.lstatSync(target).isDirectory()) return
  for (const name of fs.readdirSync(target)) giveToNobody(path.join(target, name))
}

/**
 * Environment for a process of nobody: only what a program with a window needs, and a home folder of its own
 * (created, mode 0700), which also holds its temporary files and a copy of the X authority.
 */
export function nobodysEnvironment(home) {
  const [runtime, temporary, authority] = ['run', 'tmp', '.Xauthority'].map((name) => path.join(home, name))
  for (const folder of [home, runtime, temporary]) fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { DISPLAY, LANG, LC_ALL, TZ, CI, XAUTHORITY } = process.env
  const cookie = XAUTHORITY ?? path.join(os.homedir(), '.Xauthority')
  fs.rmSync(authority, { force: true })
  if (fs.existsSync(cookie)) fs.copyFileSync(cookie, authority)
  giveToNobody(home)
  const env = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    TMPDIR: temporary,
    LANG: LANG ?? 'C.UTF-8',
    ...(fs.existsSync(authority) && { XAUTHORITY: authority }),
  }
  for (const [name, value] of Object.entries({ DISPLAY, LC_ALL, TZ, CI })) if (value) env[name] = value
  return env
}

function readableByNobody(files) {
  const script = 'for f; do test -r "$f" || exit 1; done'
  const [command, args] = asNobody('/bin/sh', ['-c', script, 'sh', ...files])
  return works(command, args, { cwd: '/' })
}

const isInside = (folder, file) => !path.relative(folder, file).startsWith('..')

/** Copies a folder by hard links, or for real onto another file system. */
function link(from, to) {
  if (works('cp', ['-al', from, to])) return
  fs.rmSync(to, { recursive: true, force: true })
  if (!works('cp', ['-a', from, to])) throw new Error(`cannot copy ${from}`)
}

/**
 * `{ root, executable, remove }`: the project's and Electron's places as nobody can read them. These are the
 * originals where possible; under a closed folder such as /root they are copies, to be removed at the end.
 */
export function readablePlaces(executable) {
  const samples = ['package.json', 'out/main/index.js', 'node_modules/.package-lock.json', 'tsconfig.json']
  const files = samples.map((name) => path.join(ROOT, name)).filter((file) => fs.existsSync(file))
  const openProject = readableByNobody(files)
  if (openProject && readableByNobody([executable])) return { root: ROOT, executable, remove: () => {} }

  const stage = fs.mkdtempSync('/var/tmp/mamorigura-')
  fs.chmodSync(stage, 0o755)
  const remove = () => fs.rmSync(stage, { recursive: true, force: true })
  const root = openProject ? ROOT : path.join(stage, 'project')
  if (!openProject) {
    fs.mkdirSync(root)
    for (const name of fs.readdirSync(ROOT)) {
      if (NOT_STAGED.includes(name)) continue
      const [from, to] = [path.join(ROOT, name), path.join(root, name)]
      if (name === 'node_modules') link(from, to)
      else if (!works('cp', ['-a', from, to]) || !works('chmod', ['-R', 'a+rX', to])) {
        throw new Error(`cannot copy ${from}`)
      }
    }
  }
  const dist = path.dirname(executable)
  if (isInside(ROOT, executable) && !openProject && !isInside(path.join(ROOT, '.cache'), executable)) {
    return { root, executable: path.join(root, path.relative(ROOT, executable)), remove }
  }
  link(dist, path.join(stage, 'electron'))
  return { root, executable: path.join(stage, 'electron', path.basename(executable)), remove }
}
