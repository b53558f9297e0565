// Brings node_modules to what package-lock.json says, only when it is not there already.
import fs from 'node:fs'
import path from 'node:path'
import { hashOf, npm, readOr, ROOT, say, seconds } from './common.mjs'

const LOCK = path.join(ROOT, 'package-lock.json')
const STAMP = path.join(ROOT, 'node_modules/.lock-sha256')
const INSTALLED = path.join(ROOT, 'node_modules/.package-lock.json')

/** Runs `npm ci` when node_modules is missing or was installed from another lock. Throws when npm fails. */
export async function installNodeModules() {
  const wanted = hashOf({ file: LOCK })
  if (readOr(STAMP) === wanted) return
  const byHand =
    readOr(STAMP) === '' &&
    fs.existsSync(INSTALLED) &&
    fs.statSync(INSTALLED).mtimeMs > fs.statSync(LOCK).mtimeMs
  if (!byHand) {
    const start = performance.now()
    say('npm ci')
    if ((await npm(['ci'])) !== 0) throw new Error('npm ci failed')
    say(`npm ci: ${seconds(start)}`)
  }
  fs.writeFileSync(STAMP, wanted)
}
