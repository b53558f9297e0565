import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerDialogs, expect, launch, type RunningApp, test, windowOf } from './app.ts'
import { clerk, type Clerk } from './clerk.ts'
import { countInMemory } from './memory-scan.ts'

/** Nothing else in the test process may write these into the app; they are typed with real X11 keys. */
const TYPED = { passphrase: 'umibenokissaten41', secret: 'yamanoyado77', number: '936257184060' } as const
const ALL = Object.entries(TYPED).map(([label, text]) => ({ label, text }))

/** Real key events of the X server, to the window that has the focus. */
function typeKeys(text: string): void {
  const { status, stderr } = spawnSync('xdotool', ['type', '--delay', '12', '--clearmodifiers', text], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`xdotool: ${stderr}`)
}

const pressKey = (key: string): void => {
  spawnSync('xdotool', ['key', key])
}

/** Gives the secure window the X focus, as a window manager would; it is the visible one of this width. */
function focusSecureWindow(): void {
  const xdotool = (...args: string[]): string => spawnSync('xdotool', args, { encoding: 'utf8' }).stdout
  const windows = xdotool('search', '--onlyvisible', '--name', '.').trim().split('\n')
  const secure = windows.find((id) => xdotool('getwindowgeometry', '--shell', id).includes('WIDTH=880'))
  if (secure === undefined) throw new Error('no secure window on the display')
  xdotool('windowfocus', '--sync', secure)
}

/** Types into the secure window with X11 keys only: fields in order, Enter after each. */
async function typeInto(secure: Page, fields: readonly (readonly [string, string])[]): Promise<void> {
  await secure.getByTestId(fields[0]?.[0] ?? '').waitFor()
  focusSecureWindow()
  for (const [id, text] of fields) {
    await secure.getByTestId(id).focus()
    typeKeys(text)
  }
  pressKey('Return')
}

interface Processes {
  readonly main: number
  readonly office: number
  readonly secure: number | null
  readonly workers: number[]
}

const processes = (app: RunningApp): Promise<Processes> =>
  app.electron.evaluate(({ app: electronApp, webContents }) => {
    const pidOf = (page: string) =>
      webContents
        .getAllWebContents()
        .find((one) => one.getURL().startsWith(`mamori://app/${page}/`))
        ?.getOSProcessId()
    return {
      main: process.pid,
      office: pidOf('office') ?? 0,
      secure: pidOf('secure') ?? null,
      workers: electronApp
        .getAppMetrics()
        .filter(
          (one) => one.name === 'mamorigura-number-worker' || one.serviceName === 'mamorigura-number-worker',
        )
        .map((one) => one.pid),
    }
  })

/** Main process and main window's renderer must hold none of the typed values. */
async function expectClean(app: RunningApp): Promise<void> {
  const { main, office } = await processes(app)
  for (const { label, text } of ALL) {
    expect(countInMemory(main, text), `${label} in the main process`).toBe(0)
    expect(countInMemory(office, text), `${label} in the main window`).toBe(0)
  }
}

async function makeOffice(me: Clerk): Promise<void> {
  const { folder, electron } = me.app
  await me.click('createOffice')
  await me.at('createName').pressSequentially('記憶の検査')
  await me.at('createUser').pressSequentially('検査 花子')
  await answerDialogs(electron, { save: join(folder, 'office') })
  await me.click('createFolder')
  await me.at('createFolder').filter({ hasText: '選び直す' }).waitFor()
  await answerDialogs(electron, { save: join(folder, 'kit.txt') })
  await me.click('createKit')
  await me.at('createKit').filter({ hasText: '選び直す' }).waitFor()
  await me.click('createSubmit')
  const secure = await windowOf(electron, 'secure')
  await typeInto(secure, [
    ['passphrase', TYPED.passphrase],
    ['passphrase-again', TYPED.passphrase],
  ])
  await typeInto(secure, [
    ['secret', TYPED.secret],
    ['secret-again', TYPED.secret],
  ])
  await me.at('navHome').waitFor({ timeout: 30_000 })
}

test('the search finds what another process holds, in both encodings', async () => {
  const child = spawn(process.execPath, [
    '-e',
    `globalThis.kept = [${JSON.stringify(TYPED.number)} + ' ', Buffer.from(${JSON.stringify(TYPED.secret)}, 'utf16le')]; setInterval(() => {}, 1000); console.log('up')`,
  ])
  try {
    await new Promise((resolve) => child.stdout.once('data', resolve))
    expect(countInMemory(child.pid ?? 0, TYPED.number)).toBeGreaterThan(0)
    expect(countInMemory(child.pid ?? 0, TYPED.secret)).toBeGreaterThan(0)
    expect(countInMemory(child.pid ?? 0, TYPED.passphrase)).toBe(0)
  } finally {
    child.kill('SIGKILL')
  }
})

test('main and main window hold no number and no secret, while typed, shown, double-clicked and after', async ({
  folder,
}) => {
  test.setTimeout(180_000)
  const app = await launch(folder, ['--force-renderer-accessibility'])
  const me = clerk(app)
  await makeOffice(me)
  await expectClean(app)

  await me.click('kitStored')
  await me.click('firstCompany')
  await me.at('companyName').pressSequentially('検査商事')
  await me.click('companySubmit')
  await me.at('companySubmit').waitFor({ state: 'hidden' })
  await me.click('navPeople')
  await me.click('peopleAdd')
  await me.at('addCode').pressSequentially('0001')
  await me.at('addName').pressSequentially('検査 太郎')
  await me.click('addSubmit')
  await me.at('personEnter').waitFor()
  await me.click('personEnter')
  await me.click('replaceSubmit')
  await typeInto(await windowOf(app.electron, 'secure'), [
    ['number', TYPED.number],
    ['number-again', TYPED.number],
  ])
  await me.at('personVerify').waitFor()
  await expectClean(app)

  await me.click('personVerify')
  await me.office.getByTestId('verify-number-doc').selectOption('my-number-card')
  await me.click('verifySubmit')
  await me.at('personReveal').waitFor()
  await me.click('personReveal')
  await me.office.getByLabel('源泉徴収票・給与支払報告書').check()
  await me.click('revealSubmit')
  const secure = await windowOf(app.electron, 'secure')
  await typeInto(secure, [['secret', TYPED.secret]])
  await secure.getByTestId('next').waitFor({ timeout: 30_000 })
  pressKey('space')
  await secure.locator('[data-state="showing"]').waitFor()
  await secure.getByTestId('stage').dblclick()
  await me.picture('30-memory-shown', secure)
  await expectClean(app)
  const shown = await processes(app)
  expect(
    shown.secure === null ? 0 : hits(shown.secure),
    'the secure window, which does hold it',
  ).toBeGreaterThan(0)

  pressKey('Escape')
  await me.at('revealResult').waitFor()
  await expectClean(app)
  expect((await processes(app)).workers).toEqual([])
  await app.electron.close()
})

/** Hits of any typed value, for the process that must have some. */
const hits = (pid: number): number => ALL.reduce((sum, { text }) => sum + countInMemory(pid, text), 0)
