// Stand-in for Electron's default_app.asar in the fallback runtime: opens the app folder named on argv.
// An ES module with a top-level await, so that the app's own top level runs before `ready`.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const index = process.argv.findIndex((argument, at) => at > 0 && !argument.startsWith('-'))
if (index < 0) {
  console.error('usage: electron <app folder>')
  app.exit(1)
} else {
  const target = path.resolve(process.argv[index])
  const isFolder = fs.statSync(target).isDirectory()
  const folder = isFolder ? target : path.dirname(target)
  const manifestFile = path.join(folder, 'package.json')
  const manifest = fs.existsSync(manifestFile) ? JSON.parse(fs.readFileSync(manifestFile, 'utf8')) : {}
  process.defaultApp = true
  app.setAppPath(folder)
  const name = manifest.productName ?? manifest.name
  if (name) app.setName(name)
  if (manifest.version) app.setVersion(manifest.version)
  await import(pathToFileURL(isFolder ? path.join(folder, manifest.main ?? 'index.js') : target).href)
}
