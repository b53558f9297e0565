import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { refusal } from '../../../tools/lint/layers.js'

const ROOT = path.resolve(import.meta.dirname, '../../..')

describe('the import table', () => {
  it.each([
    ['src/shared/model.ts', 'zod'],
    ['src/shared/api.ts', './model.ts'],
    ['src/crypto/sodium.ts', 'libsodium-wrappers-sumo'],
    ['src/crypto/kdf.ts', 'node:crypto'],
    ['src/exchange/csv/read.ts', 'csv-parse/sync'],
    ['src/exchange/csv/read.ts', 'node:buffer'],
    ['src/exchange/age.ts', '../crypto/seal.ts'],
    ['src/engine/store/db.ts', 'better-sqlite3'],
    ['src/engine/people/import.ts', '../../exchange/names.ts'],
    ['src/engine/people/import.ts', '../../exchange/layouts/eltax.ts'],
    ['src/engine/main.ts', 'electron'],
    ['src/worker/main.ts', 'electron'],
    ['src/worker/jobs/fill.ts', '../../exchange/fill.ts'],
    ['src/main/windows.ts', 'electron'],
    ['src/preload/secure-window.ts', 'electron'],
    ['src/renderer/office/main.tsx', '@mantine/core/styles.css'],
    ['src/renderer/office/app.tsx', '../i18n/index.ts'],
    ['src/renderer/secure/main.ts', 'react'],
    ['src/main/windows.ts', '../../resources/icon.png?asset'],
    ['src/cli/index.ts', '../engine/index.ts'],
    ['test/e2e/app.ts', 'better-sqlite3'],
  ])('lets %s import %s', (from, spec) => {
    expect(refusal(from, spec)).toBeNull()
  })

  it.each([
    ['src/shared/model.ts', '../crypto/seal.ts', 'shared may not import crypto/seal.ts'],
    ['src/shared/model.ts', 'node:path', 'shared may not import node:path'],
    ['src/shared/model.ts', 'react', 'shared may not import the package react'],
    ['src/crypto/kdf.ts', 'node:fs', 'crypto may not import node:fs'],
    ['src/crypto/kdf.ts', 'libsodium-wrappers-sumo', 'only src/crypto/sodium.ts may import'],
    ['src/crypto/kdf.ts', '../engine/index.ts', 'crypto may not import engine/index.ts'],
    ['src/exchange/csv/read.ts', '../../crypto/seal.ts', 'exchange may not import crypto/seal.ts'],
    ['src/exchange/csv/read.ts', 'node:fs/promises', 'exchange may not import node:fs/promises'],
    ['src/exchange/csv/read.ts', '../../engine/index.ts', 'exchange may not import engine/index.ts'],
    [
      'src/engine/people/import.ts',
      '../../exchange/csv/read.ts',
      'engine may not import exchange/csv/read.ts',
    ],
    ['src/engine/people/import.ts', '../../exchange/names-x.ts', 'engine may not import exchange/names-x.ts'],
    ['src/engine/people/list.ts', 'better-sqlite3', 'only src/engine/store/db.ts may import'],
    ['src/engine/people/list.ts', 'better-sqlite3/lib/index.js', 'only src/engine/store/db.ts may import'],
    ['src/engine/people/list.ts', 'electron', 'engine may not import electron here'],
    ['src/engine/people/list.ts', 'electron/main', 'engine may not import electron here'],
    ['src/engine/grant.ts', '../worker/open.ts', 'engine may not import worker/open.ts'],
    ['src/worker/open.ts', '../engine/store/db.ts', 'worker may not import engine/store/db.ts'],
    ['src/worker/open.ts', 'electron', 'worker may not import electron here'],
    ['src/worker/open.ts', 'node:sqlite', 'no layer may import node:sqlite'],
    ['src/main/hosts.ts', '../engine/index.ts', 'main may not import engine/index.ts'],
    ['src/main/hosts.ts', '../crypto/seal.ts', 'main may not import crypto/seal.ts'],
    ['src/main/hosts.ts', 'react', 'main may not import react'],
    ['src/main/hosts.ts', 'node:https', 'no layer may import node:https'],
    ['src/main/hosts.ts', 'net', 'no layer may import node:net'],
    ['src/preload/main-window.ts', 'zod', 'preload may not import the package zod'],
    ['src/preload/main-window.ts', 'node:path', 'preload may not import node:path'],
    ['src/renderer/office/app.tsx', 'electron', 'renderer/office may not import electron here'],
    ['src/renderer/office/app.tsx', 'fs', 'renderer/office may not import node:fs'],
    ['src/renderer/office/app.tsx', '../secure/main.ts', 'renderer/office may not import renderer/secure'],
    ['src/renderer/secure/main.ts', '@mantine/core', 'renderer/secure may not import @mantine/core'],
    ['src/cli/index.ts', '../worker/open.ts', 'cli may not import worker/open.ts'],
    ['src/cli/index.ts', '../crypto/seal.ts', 'cli may not import crypto/seal.ts'],
    ['src/cli/index.ts', '../../test/kit.ts', 'cli may not import from outside src'],
    ['src/cli/index.ts', '../../node_modules/zod/index.js', 'cli may not import from outside src'],
    ['src/cli/index.ts', '#engine', 'name a file or a package'],
    ['src/cli/index.ts', 'data:text/javascript,1', 'name a file or a package'],
    ['src/other/index.ts', 'zod', 'may not import the package zod'],
  ])('refuses that %s imports %s', (from, spec, why) => {
    expect(refusal(from, spec)).toContain(why)
  })
})

describe('the lint rule', () => {
  let folder = ''
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    ['import', "import { a } from '../../engine/x/deep.ts'\nconsole.log(a)"],
    ['import type', "import type { A } from '../engine/x.ts'\nexport const a: A = 1"],
    ['side-effect import', "import '../engine/x.ts'"],
    ['named re-export', "export { a } from '../engine/x.ts'"],
    ['star re-export', "export * from '../engine/x.ts'"],
    ['dynamic import', "export const a = await import('../engine/x.ts')"],
    ['computed import', "const x = '../engine/x.ts'\nexport const a = await import(x)"],
    ['import in a type', "export type A = import('../engine/x.ts').A"],
    ['import assignment', "import a = require('../engine/x.ts')\nexport { a }"],
    ['require', "export const a = require('../engine/x.ts')"],
    ['getBuiltinModule', "export const a = process.getBuiltinModule('node:net')"],
  ])('reports a planted %s', (_kind, text) => {
    folder = mkdtempSync(path.join(tmpdir(), 'layers-'))
    mkdirSync(path.join(folder, 'src/main'), { recursive: true })
    writeFileSync(path.join(folder, 'src/main/planted.ts'), text)
    const config = {
      categories: { correctness: 'off' },
      jsPlugins: [path.join(ROOT, 'tools/lint/layers.js')],
      rules: { 'layers/table': 'error' },
    }
    writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify(config))
    const oxlint = path.join(ROOT, 'node_modules/oxlint/bin/oxlint')
    const run = spawnSync(process.execPath, [oxlint], { cwd: folder, encoding: 'utf8' })
    expect(run.stdout).toContain('layers(table)')
    expect(run.status).toBe(1)
  })
})
