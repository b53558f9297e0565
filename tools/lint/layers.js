// The import table of ARCHITECTURE.md section 3 as a lint rule. Keep TABLE readable: it is the rule.
import { builtinModules } from 'node:module'
import path from 'node:path'

const SQLITE = 'src/engine/store/db.ts'
const SODIUM = 'src/crypto/sodium.ts'
const KITS = ['react', 'react-dom', /^@mantine\//, /^@tanstack\//]

/**
 * Longest matching folder → what it may import.
 * layers: folders or modules under src; node: true or the modules allowed; electron: true or the only file;
 * packages: the only packages allowed (absent = any that is not in `deny`).
 */
const TABLE = {
  shared: { layers: ['shared'], packages: ['zod'] },
  crypto: { layers: ['shared', 'crypto'], node: ['crypto'], packages: ['libsodium-wrappers-sumo', 'zod'] },
  exchange: { layers: ['shared', 'exchange'], node: ['buffer', 'stream'], deny: KITS },
  'exchange/age': { layers: ['shared', 'exchange', 'crypto'], node: ['buffer', 'stream'], deny: KITS },
  engine: {
    layers: ['shared', 'crypto', 'exchange/names', 'exchange/layouts', 'engine'],
    node: true,
    electron: 'src/engine/main.ts',
    deny: KITS,
  },
  worker: {
    layers: ['shared', 'crypto', 'exchange', 'worker'],
    node: true,
    electron: 'src/worker/main.ts',
    deny: KITS,
  },
  main: { layers: ['shared', 'main'], node: true, electron: true, deny: KITS },
  preload: { layers: ['shared', 'preload'], electron: true, packages: [] },
  renderer: { layers: ['shared', 'renderer'] },
  'renderer/office': {
    layers: ['shared', 'renderer/engine', 'renderer/office', 'renderer/i18n', 'renderer/theme'],
  },
  'renderer/secure': {
    layers: ['shared', 'renderer/secure', 'renderer/i18n', 'renderer/theme'],
    deny: [/^@mantine\//, /^@tanstack\//],
  },
  cli: { layers: ['shared', 'engine', 'cli'], node: true, deny: KITS },
}

/** Package → the one file that may import it, also for types. */
const SOLE_IMPORTER = {
  'better-sqlite3': SQLITE,
  'better-sqlite3-multiple-ciphers': SQLITE,
  'libsodium-wrappers-sumo': SODIUM,
  'libsodium-wrappers': SODIUM,
  'libsodium-sumo': SODIUM,
}

/** Promise 6 (offline): no module that can open a socket. node:sqlite would be a second SQLite. */
const NO_NODE = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector', 'sqlite']

const within = (entry, rest) => rest === entry || rest === `${entry}.ts` || rest.startsWith(`${entry}/`)

const matches = (list, name) =>
  list.some((entry) => (typeof entry === 'string' ? name === entry : entry.test(name)))

function rowOf(from) {
  if (!from.startsWith('src/')) return null
  const rest = from.slice('src/'.length)
  const keys = Object.keys(TABLE).filter((key) => within(key, rest))
  const key = keys.toSorted((a, b) => b.length - a.length)[0]
  return key ? { key, ...TABLE[key] } : { key: rest, layers: [], packages: [] }
}

function refuseRelative(row, from, spec) {
  const target = path.posix.join(path.posix.dirname(from), spec)
  if (target.startsWith('resources/') && !/\.[cm]?[jt]sx?$/.test(target)) return null
  if (!target.startsWith('src/')) return `${row.key} may not import from outside src`
  const rest = target.slice('src/'.length)
  return row.layers.some((layer) => within(layer, rest)) ? null : `${row.key} may not import ${rest}`
}

function refuseNode(row, name) {
  const module = name.split('/')[0]
  if (NO_NODE.includes(module)) return `no layer may import node:${name}`
  const allowed = row.node === true || (Array.isArray(row.node) && row.node.includes(module))
  return allowed ? null : `${row.key} may not import node:${name}`
}

/** Returns why the file `from` (posix path in the project) may not import `spec`, or null when it may. */
export function refusal(from, spec) {
  const row = rowOf(from)
  if (row === null) return null
  const clean = spec.replace(/\?.*$/, '')
  if (clean.startsWith('.')) return refuseRelative(row, from, clean)
  if (clean.startsWith('node:')) return refuseNode(row, clean.slice('node:'.length))
  if (/^(?:[#/]|[a-z]+:)/.test(clean)) return `${row.key} may not import ${clean}: name a file or a package`
  const name = clean
    .split('/')
    .slice(0, clean.startsWith('@') ? 2 : 1)
    .join('/')
  if (name === 'electron') {
    return row.electron === true || row.electron === from ? null : `${row.key} may not import electron here`
  }
  if (builtinModules.includes(name)) return refuseNode(row, clean)
  const sole = SOLE_IMPORTER[name]
  if (sole !== undefined) return from === sole ? null : `only ${sole} may import ${name}`
  if (matches(row.deny ?? [], name)) return `${row.key} may not import ${name}`
  if (row.packages && !matches(row.packages, name)) return `${row.key} may not import the package ${name}`
  return null
}

const table = {
  meta: { type: 'problem', docs: { description: 'Import table of ARCHITECTURE.md section 3' } },
  create(context) {
    const from = path.relative(context.cwd ?? process.cwd(), context.filename).replaceAll(path.sep, '/')
    if (!from.startsWith('src/')) return {}
    const check = (node, source) => {
      if (!source) return
      const literal = source.type === 'TSLiteralType' ? source.literal : source
      if (literal.type !== 'Literal' || typeof literal.value !== 'string') {
        context.report({ node, message: 'an import path must be a literal' })
        return
      }
      const why = refusal(from, literal.value)
      if (why !== null) context.report({ node: source, message: why })
    }
    const bySource = (node) => check(node, node.source)
    return {
      ImportDeclaration: bySource,
      ExportNamedDeclaration: bySource,
      ExportAllDeclaration: bySource,
      ImportExpression: bySource,
      TSImportType: (node) => check(node, node.source ?? node.argument),
      TSExternalModuleReference: (node) => check(node, node.expression),
      CallExpression: (node) => {
        const { callee } = node
        const isRequire =
          (callee.type === 'Identifier' && callee.name === 'require') ||
          (callee.type === 'MemberExpression' && callee.property.name === 'getBuiltinModule')
        if (isRequire) check(node, node.arguments[0])
      },
    }
  },
}

export default { meta: { name: 'layers' }, rules: { table } }
