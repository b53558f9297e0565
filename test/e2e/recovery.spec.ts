import { expect, type RunningApp, test } from './app.ts'
import { attachEngine } from './engine-port.ts'

const enginePid = ({ electron }: RunningApp): Promise<number> =>
  electron.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'mamorigura-engine')?.pid ?? 0,
  )

const page = ({ electron }: RunningApp): Promise<{ crashed: boolean; pid: number; loading: boolean }> =>
  electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents
    return {
      crashed: contents?.isCrashed() ?? true,
      pid: contents?.getOSProcessId() ?? 0,
      loading: contents?.isLoading() ?? true,
    }
  })

test('an engine that dies is replaced by an empty one, and the window is joined to it', async ({ app }) => {
  const engine = await attachEngine(app.office)
  expect((await engine.call('office.state', {})).phase).toBe('closed')
  const before = await enginePid(app)
  process.kill(before, 'SIGKILL')
  await expect.poll(() => enginePid(app)).not.toBe(before)
  const fresh = await attachEngine(app.office)
  expect((await fresh.call('office.state', {})).phase).toBe('closed')
})

test('a page that dies locks the office and is loaded again', async ({ app }) => {
  await attachEngine(app.office)
  const before = { engine: await enginePid(app), page: await page(app) }
  process.kill(before.page.pid, 'SIGKILL')
  await expect.poll(() => page(app)).toMatchObject({ crashed: false, loading: false })
  await expect.poll(async () => (await page(app)).pid).not.toBe(before.page.pid)
  await expect.poll(() => enginePid(app)).not.toBe(before.engine)
})

test('closing the window ends the app and all its processes', async ({ app }) => {
  await attachEngine(app.office)
  const pids = await app.electron.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid }) => pid),
  )
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve))
  await app.electron.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50)
  })
  expect(await ended).toBe(0)
  const alive = (): number[] =>
    pids.filter((pid) => {
      try {
        process.kill(pid, 0)
        return true
      } catch {
        return false
      }
    })
  await expect.poll(alive).toEqual([])
})
