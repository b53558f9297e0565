import { defineConfig } from 'vitest/config'

/** Fast tests without Electron; run with the project's own Node 24 (`npm run unit`). */
export default defineConfig({
  test: {
    include: ['test/{unit,vectors,hostile,cli}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
