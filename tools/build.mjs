// Builds out/ with electron-vite, only when something it is made of changed.
import fs from 'node:fs'
import path from 'node:path'
import { hashOf, readOr, ROOT, run } from './common.mjs'

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const STAMP = path.join(ROOT, 'out/.sources-sha256')

function* filesUnder(target) {
  if (!fs.existsSync(target)) return
  if (!fs.statSync(target).isDirectory()) yield target
  else for (const name of fs.readdirSync(target).toSorted()) yield* filesUnder(path.join(target, name))
}

/** Resolves with 0 (built, or nothing to do) or the exit status of electron-vite. */
export async function build(node) {
  const files = SOURCES.flatMap((name) => [...filesUnder(path.join(ROOT, name))])
  const wanted = hashOf(...files.flatMap((file) => [path.relative(ROOT, file), { file }]))
  if (readOr(STAMP) === wanted) return 0
  fs.rmSync(STAMP, { force: true })
  const script = path.join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  const status = await run(node, [script, 'build', '--logLevel', 'warn'])
  if (status === 0) fs.writeFileSync(STAMP, wanted)
  return status
}
