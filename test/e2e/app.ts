import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test'

/** A running app with folders of its own. */
export interface RunningApp {
  readonly electron: ElectronApplication
  readonly office: Page
  /** Private folder for offices and files of this test. */
  readonly folder: string
  readonly logged: string[]
}

const executable = (): string => {
  const path = process.env['ELECTRON_EXECUTABLE']
  if (path === undefined) throw new Error('ELECTRON_EXECUTABLE is not set; run `npm run e2e`')
  return path
}

/** Starts the built app with a private profile and state folder. `more` goes to the app's command line. */
export async function launch(folder: string, more: readonly string[] = []): Promise<RunningApp> {
  const electron = await _electron.launch({
    executablePath: executable(),
    args: ['.', `--user-data-dir=${join(folder, 'profile')}`, '--state-dir', join(folder, 'state'), ...more],
    // Without it Playwright adds --no-sandbox silently.
    chromiumSandbox: process.env['E2E_NO_SANDBOX'] === undefined,
    env: { ...definedOf(process.env), LANG: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' },
  })
  const logged: string[] = []
  electron.process().stdout?.on('data', (chunk: Buffer) => logged.push(chunk.toString()))
  electron.process().stderr?.on('data', (chunk: Buffer) => logged.push(chunk.toString()))
  const office = await windowOf(electron, 'office')
  return { electron, office, folder, logged }
}

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** The window of a page; waits for it to open. */
export async function windowOf(electron: ElectronApplication, page: 'office' | 'secure'): Promise<Page> {
  const isIt = (one: Page): boolean => !one.isClosed() && one.url().startsWith(`mamori://app/${page}/`)
  const open = electron.windows().find(isIt)
  if (open) return open
  for (;;) {
    const next = await electron.waitForEvent('window')
    await next.waitForURL('mamori://**')
    if (isIt(next)) return next
  }
}

/** Answers the next dialogs of the system with paths instead of showing them. */
export async function answerDialogs(
  electron: ElectronApplication,
  answers: { readonly open?: string; readonly save?: string },
): Promise<void> {
  await electron.evaluate(({ dialog }, { open, save }) => {
    if (open !== undefined) {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [open] })
    }
    if (save !== undefined) dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save })
  }, answers)
}

export const test = base.extend<{ folder: string; app: RunningApp }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mamorigura-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  app: async ({ folder }, use) => {
    const app = await launch(folder)
    await use(app)
    await app.electron.close()
  },
})

export { expect } from '@playwright/test'
