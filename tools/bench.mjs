// `npm run bench`: sets up and runs the benchmarks with Node 24. `npm run bench -- ARGS` passes ARGS on.
import { run } from './common.mjs'
import { setUp } from './set-up.mjs'

try {
  const { node } = await setUp('node')
  process.exitCode = await run(node, ['test/bench/index.ts', ...process.argv.slice(2)])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
