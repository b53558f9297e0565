import { readFileSync } from 'node:fs'
import { expect, test } from './app.ts'

const statusOf = (pid: number, field: string): string =>
  new RegExp(`^${field}:\\s*(\\S+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? ''

test('the renderer runs under the kernel filter of the real sandbox', async ({ app }) => {
  test.skip(process.env['E2E_NO_SANDBOX'] !== undefined, 'no sandbox on this machine')
  const pids = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  )
  expect(pids.length).toBe(1)
  for (const pid of pids) expect(statusOf(pid, 'Seccomp')).toBe('2')
})

test('the engine is a utility process with its own name', async ({ app }) => {
  await expect
    .poll(() =>
      app.electron.evaluate(({ app: electron }) => electron.getAppMetrics().map((one) => one.name ?? '')),
    )
    .toContain('mamorigura-engine')
})

test('the main window has no Node, is isolated and sandboxed, and keeps nothing on disk', async ({ app }) => {
  const found = await app.electron.evaluate(({ BrowserWindow, session }) => {
    const [window] = BrowserWindow.getAllWindows()
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exists, but is not in Electron's types
    const contents = window?.webContents as unknown as {
      getLastWebPreferences: () => Electron.WebPreferences
    }
    const preferences = contents.getLastWebPreferences()
    return {
      sandbox: preferences.sandbox,
      contextIsolation: preferences.contextIsolation,
      nodeIntegration: preferences.nodeIntegration,
      webviewTag: preferences.webviewTag ?? false,
      spelling: session.fromPartition('office').isSpellCheckerEnabled(),
      stored: session.fromPartition('office').getStoragePath(),
    }
  })
  expect(found).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spelling: false,
    stored: null,
  })
})

test('the page sees the bridge and nothing of Electron or Node', async ({ app }) => {
  const seen = await app.office.evaluate(() => {
    const bridge = window.mamorigura
    return {
      bridge: Object.keys(bridge).toSorted(),
      dialogs: Object.keys(bridge.dialogs).toSorted(),
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    }
  })
  expect(seen).toEqual({
    bridge: [
      'connect',
      'dialogs',
      'hidesFromCapture',
      'lock',
      'platform',
      'preferences',
      'recent',
      'remember',
      'savePreferences',
    ],
    dialogs: ['chooseFile', 'newOffice', 'openOffice', 'saveFile'],
    node: [],
  })
})

test('a crash of any process leaves no core file', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'core files are told by /proc')
  const limits = () =>
    app.electron.evaluate(({ app: electron }) =>
      electron.getAppMetrics().map(({ pid, type }) => ({ pid, type })),
    )
  await expect
    .poll(async () =>
      (await limits())
        .filter(({ type }) => ['Browser', 'Utility'].includes(type))
        .map(({ pid }) =>
          /Max core file size\s+(\S+)\s+(\S+)/.exec(readFileSync(`/proc/${pid}/limits`, 'utf8')),
        )
        .every((match) => match?.[1] === '0' && match[2] === '0'),
    )
    .toBe(true)
})
