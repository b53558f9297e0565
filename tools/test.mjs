// `npm test`: every check, in the order of how soon it tells. `node tools/test.mjs unit e2e PATTERN` runs some.
import fs from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { readOr, ROOT, run, say, seconds } from './common.mjs'
import { runEndToEnd } from './e2e.mjs'
import { setUp } from './set-up.mjs'

const RESULTS = path.join(ROOT, 'test-results')
const PROJECTS = ['tsconfig.json', 'tsconfig.shared.json', 'tsconfig.node.json', 'tsconfig.renderer.json']
const bin = (file) => path.join(ROOT, 'node_modules', file)

/** One check that counts as a single test. */
const single = (status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 })

/** Counts of a runner; one that failed without a failed test (a crash, a file that does not load) failed once. */
const counted = (status, passed = 0, failed = 0) => ({
  passed,
  failed: status === 0 ? failed : Math.max(failed, 1),
})

function result(name) {
  const text = readOr(path.join(RESULTS, name))
  return text === '' ? {} : JSON.parse(text)
}

async function types({ node }) {
  const script = bin('typescript/bin/tsc')
  const statuses = []
  for (const project of PROJECTS) statuses.push(await run(node, [script, '-p', project]))
  return single(Math.max(...statuses))
}

const lint = async ({ node }) => single(await run(node, [bin('oxlint/bin/oxlint')]))

const format = async ({ node }) => single(await run(node, [bin('@biomejs/biome/bin/biome'), 'format', '.']))

async function unit({ node, patterns }) {
  const output = path.join(RESULTS, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`]
  fs.rmSync(output, { force: true })
  const status = await run(node, [bin('vitest/vitest.mjs'), 'run', ...reporters, ...patterns])
  const { numPassedTests, numFailedTests } = result('unit.json')
  return counted(status, numPassedTests, numFailedTests)
}

async function e2e({ node, electron, patterns }) {
  fs.rmSync(path.join(RESULTS, 'e2e.json'), { force: true })
  const status = await runEndToEnd(node, electron.executable, patterns)
  const { stats } = result('e2e.json')
  return counted(status, stats?.expected, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0))
}

const STEPS = { types, lint, format, unit, build: async ({ node }) => single(await build(node)), e2e }

async function main(args) {
  const named = args.filter((argument) => argument in STEPS)
  const patterns = args.filter((argument) => !(argument in STEPS))
  const steps = named.length > 0 ? named : Object.keys(STEPS)
  const begin = performance.now()
  const { node, electron } = await setUp(steps.includes('e2e') ? 'tests' : 'node')
  say(`set-up: ${seconds(begin)}`)
  fs.mkdirSync(RESULTS, { recursive: true })
  const total = { passed: 0, failed: 0 }
  for (const name of steps) {
    const start = performance.now()
    const { passed, failed } = await STEPS[name]({ node, electron, patterns })
    say(`${name}: ${passed} passed, ${failed} failed, ${seconds(start)}`)
    total.passed += passed
    total.failed += failed
  }
  return total
}

let total = { passed: 0, failed: 1 }
try {
  total = await main(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
}
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`${total.passed} passed, ${total.failed} failed`)
