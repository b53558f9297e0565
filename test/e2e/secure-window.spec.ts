import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { IsoDate } from '../../src/shared/ids.ts'
import { expect, type RunningApp, test, windowOf } from './app.ts'
import { attachEngine } from './engine-port.ts'
import { beginOffice, createOffice, fillOffice, PASSPHRASE, press, SECRET, typeSecret } from './operator.ts'

const FILE = 'test/fixtures/payroll/cloud-utf8bom.csv'
const PURPOSE = 'withholding'

const secure = ({ electron }: RunningApp): Promise<Page> => windowOf(electron, 'secure')
const windows = ({ electron }: RunningApp): Promise<number> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const pidsOf = ({ electron }: RunningApp, name: string): Promise<number[]> =>
  electron.evaluate(
    ({ app }, wanted) =>
      app
        .getAppMetrics()
        .filter((one) => one.name === wanted)
        .map(({ pid }) => pid),
    name,
  )

/** How many pixels of the drawn number are dark. It is never read as text. */
const ink = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.paper')
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark++
    return dark
  })

/** Everything that a reader of the page, its title or its accessibility tree gets. */
const readable = async (page: Page): Promise<string> =>
  [await page.content(), await page.title(), await page.locator('body').ariaSnapshot()].join('\n')

test('asks again for a short passphrase, for two different ones, and for a second secret that is the first', async ({
  app,
}) => {
  const { created } = await beginOffice(app)
  const page = await secure(app)
  const problem = page.getByTestId('problem')
  const both = async (field: string, first: string, second: string): Promise<void> => {
    await typeSecret(page, field, first)
    await typeSecret(page, `${field}-again`, second)
  }
  await both('passphrase', 'too short', 'too short')
  await expect(problem).toHaveText('短すぎます。12文字以上にしてください。')
  await both('passphrase', PASSPHRASE, `${PASSPHRASE}!`)
  await expect(problem).toHaveText('2回の入力が違っています。もう一度入力してください。')
  await both('passphrase', PASSPHRASE, PASSPHRASE)
  await expect(page.getByTestId('secret')).toBeFocused()
  await both('secret', PASSPHRASE, PASSPHRASE)
  await expect(problem).toHaveText('起動パスワードと同じです。違うものにしてください。')
  await both('secret', SECRET, SECRET)
  expect((await created).phase).toBe('open')
  await expect.poll(() => windows(app)).toBe(1)
})

test('is sandboxed, modal, a process of its own, and remembers nothing from one use to the next', async ({
  app,
}) => {
  const { engine, place } = await createOffice(app)
  const [user] = (await engine.call('office.state', {})).users
  if (!user) throw new Error('no user')
  await app.office.evaluate(() => window.mamorigura.lock())
  const fresh = await attachEngine(app.office)
  await fresh.call('office.select', { place })
  for (let use = 0; use < 2; use++) {
    const unlocking = expect(fresh.call('office.unlock', { user: user.id })).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    const page = await secure(app)
    await page.getByTestId('passphrase').waitFor()
    const facts = await app.electron.evaluate(({ BrowserWindow }) => {
      const all = BrowserWindow.getAllWindows()
      const window = all.find((one) => one.webContents.getURL().includes('/secure/'))
      const other = all.find((one) => one !== window)
      return {
        pid: window?.webContents.getOSProcessId() ?? 0,
        otherPid: other?.webContents.getOSProcessId(),
        stored: window?.webContents.session.getStoragePath(),
        modal: window?.isModal(),
        over: window?.getParentWindow() === other,
        devTools: window?.webContents.isDevToolsOpened(),
      }
    })
    expect(facts).toMatchObject({ stored: null, modal: true, over: true, devTools: false })
    expect(facts.pid).not.toBe(facts.otherPid)
    // Without the sandbox there is no filter to see; the run says so on the console.
    const wanted = process.env['E2E_NO_SANDBOX'] === undefined ? '2' : '0'
    expect(/^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${facts.pid}/status`, 'utf8'))?.[1]).toBe(wanted)
    const left = await page.evaluate(() => {
      const before = localStorage.getItem('left')
      localStorage.setItem('left', 'behind')
      return before
    })
    expect(left).toBeNull()
    await press(page, 'Escape')
    await unlocking
    await expect.poll(() => windows(app)).toBe(1)
    await expect.poll(() => isAlive(facts.pid)).toBe(false)
  }
})

test('shows one number per key press on a canvas, and nothing of it can be read from the page', async ({
  app,
}) => {
  const { engine, company, people } = await fillOffice(app, FILE)
  await engine.call('office.policy', { listLimit: 3 })
  const three = people.slice(0, 3).map(({ id }) => id)
  const revealing = engine.call('number.reveal', { company: company.id, people: three, purpose: PURPOSE })
  const page = await secure(app)
  await typeSecret(page, 'secret', 'not the secret')
  await expect(page.getByTestId('problem')).toHaveText(
    '番号表示パスワードが違います。失敗も取扱記録に残ります。',
  )
  await typeSecret(page, 'secret', SECRET)
  await expect(page.getByTestId('hint')).toHaveText('スペースキーを押すと、最初の人の番号を表示します。')
  expect(await ink(page)).toBe(0)

  await press(page, 'Space')
  await expect(page.getByTestId('person-0')).toHaveAttribute('data-state', 'showing')
  await expect(page.getByTestId('live')).toContainText('の番号を表示しています。30秒で消えます。')
  expect(await ink(page)).toBeGreaterThan(500)
  expect(await readable(page)).not.toMatch(/\d{6}/)
  expect(await page.getByTestId('stage').getAttribute('aria-hidden')).toBe('true')

  await page.waitForTimeout(700)
  await press(page, 'Enter')
  await expect(page.getByTestId('person-1')).toHaveAttribute('data-state', 'showing')
  await expect(page.getByTestId('person-0')).toHaveAttribute('data-state', 'shown')
  await press(page, 'Escape')
  expect(await revealing).toEqual({ shown: 2, notShown: 1 })
  await expect.poll(() => windows(app)).toBe(1)
})

test('can be used with assistive technology: no finding of axe on any screen', async ({ app }) => {
  const check = async (page: Page): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  const { engine, created } = await beginOffice(app)
  const first = await secure(app)
  await first.getByTestId('passphrase').waitFor()
  await check(first)
  for (const field of ['passphrase', 'passphrase-again']) await typeSecret(first, field, PASSPHRASE)
  for (const field of ['secret', 'secret-again']) await typeSecret(first, field, SECRET)
  await created
  const company = await engine.call('company.add', { name: '株式会社やまだ' })
  const person = await engine.call('people.add', { company: company.id, code: '9001', name: '新人 太郎' })
  const entering = engine.call('number.enter', { company: company.id, person: person.id })
  const second = await secure(app)
  await second.getByTestId('number').waitFor()
  await check(second)
  for (const field of ['number', 'number-again']) await typeSecret(second, field, '123456789018')
  await entering
  await engine.call('number.verify', {
    company: company.id,
    person: person.id,
    numberDoc: 'my-number-card',
    identityDocs: ['my-number-card'],
  })
  const revealing = engine.call('number.reveal', {
    company: company.id,
    people: [person.id],
    purpose: PURPOSE,
  })
  const third = await secure(app)
  await third.getByTestId('secret').waitFor()
  await check(third)
  await typeSecret(third, 'secret', SECRET)
  await third.getByTestId('next').waitFor()
  await press(third, 'Space')
  await expect(third.getByTestId('person-0')).toHaveAttribute('data-state', 'showing')
  await check(third)
  await press(third, 'Escape')
  await revealing
})

test('takes a number away after thirty seconds', async ({ app }) => {
  test.setTimeout(120_000)
  const { engine, company, people } = await fillOffice(app, FILE)
  await engine.call('office.policy', { listLimit: 2 })
  const two = people.slice(0, 2).map(({ id }) => id)
  const revealing = engine.call('number.reveal', { company: company.id, people: two, purpose: PURPOSE })
  const page = await secure(app)
  await typeSecret(page, 'secret', SECRET)
  await page.getByTestId('next').waitFor()
  await press(page, 'Space')
  await expect(page.getByTestId('person-0')).toHaveAttribute('data-state', 'showing')
  await page.waitForTimeout(28_000)
  expect(await ink(page)).toBeGreaterThan(500)
  await expect(page.getByTestId('person-0')).toHaveAttribute('data-state', 'shown', { timeout: 4_000 })
  expect(await page.locator('canvas').count()).toBe(0)
  await press(page, 'Escape')
  expect(await revealing).toEqual({ shown: 1, notShown: 1 })
})

test('refuses a number by its reason at the first field, and takes digits only', async ({ app }) => {
  const { engine } = await createOffice(app)
  const company = await engine.call('company.add', { name: '株式会社やまだ' })
  const person = await engine.call('people.add', { company: company.id, code: '9001', name: '新人 太郎' })
  const entering = engine.call('number.enter', { company: company.id, person: person.id })
  const page = await secure(app)
  const problem = page.getByTestId('problem')
  for (const [typed, text] of [
    ['12345678901', '11桁です'],
    ['1234567890123', '13桁です'],
    ['000000000000', 'すべて0'],
    ['123456789012', '検査用の数字が合いません'],
  ] as const) {
    await typeSecret(page, 'number', typed)
    await expect(problem).toContainText(text)
    await expect(page.getByTestId('number')).toBeFocused()
  }
  await typeSecret(page, 'number', '1234 5678-9018')
  await typeSecret(page, 'number-again', '123456789018')
  expect((await entering).number).toBe('held')
  const verified = await engine.call('number.verify', {
    company: company.id,
    person: person.id,
    numberDoc: 'my-number-card',
    identityDocs: ['my-number-card'],
    on: IsoDate.parse('2026-11-01'),
  })
  expect(verified.person.number).toBe('verified')
})

test('takes nothing from the clipboard or by drop, and gives nothing', async ({ app }) => {
  const { created } = await beginOffice(app)
  const cancelled = expect(created).rejects.toMatchObject({ code: 'CANCELLED' })
  const page = await secure(app)
  await page.getByTestId('passphrase').waitFor()
  await app.electron.evaluate(({ clipboard }) => {
    void clipboard.writeText('from elsewhere')
  })
  for (const key of ['Control+V', 'Shift+Insert']) await press(page, key)
  const typed = await page.evaluate(() =>
    [...document.querySelectorAll('input')]
      .map((input) => input.value.length)
      .reduce((sum, one) => sum + one, 0),
  )
  expect(typed).toBe(0)
  const refused = await page.evaluate(() =>
    ['paste', 'copy', 'cut', 'drop', 'dragover', 'contextmenu', 'selectstart'].filter(
      (type) => !document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
    ),
  )
  expect(refused).toHaveLength(7)
  await press(page, 'Escape')
  await cancelled
})

test('a lock in the middle ends engine, worker and secure window at once', async ({ app }) => {
  const { engine, company, people } = await fillOffice(app, FILE)
  const [person] = people
  if (!person) throw new Error('nobody')
  const lost = expect(
    engine.call('number.reveal', { company: company.id, people: [person.id], purpose: PURPOSE }),
  ).rejects.toMatchObject({ code: 'OFFICE_LOCKED' })
  const page = await secure(app)
  await typeSecret(page, 'secret', SECRET)
  await page.getByTestId('next').waitFor()
  await press(page, 'Space')
  await expect(page.getByTestId('person-0')).toHaveAttribute('data-state', 'showing')
  const before = [
    ...(await pidsOf(app, 'mamorigura-engine')),
    ...(await pidsOf(app, 'mamorigura-number-worker')),
    await app.electron.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .map(({ webContents }) => webContents)
          .find((one) => one.getURL().includes('/secure/'))
          ?.getOSProcessId() ?? 0,
    ),
  ]
  expect(before).toHaveLength(3)
  const begin = Date.now()
  await app.office.evaluate(() => window.mamorigura.lock())
  await lost
  await expect.poll(() => before.filter(isAlive)).toEqual([])
  expect(Date.now() - begin).toBeLessThan(5_000)
  expect(await windows(app)).toBe(1)
  const fresh = await attachEngine(app.office)
  expect((await fresh.call('office.state', {})).phase).toBe('closed')
})

test('no process outlives main, however it ends', async ({ app }) => {
  const { engine, company, people } = await fillOffice(app, FILE)
  const [person] = people
  if (!person) throw new Error('nobody')
  const lost = engine
    .call('number.reveal', { company: company.id, people: [person.id], purpose: PURPOSE })
    .catch(() => null)
  const page = await secure(app)
  await page.getByTestId('secret').waitFor()
  const children = await app.electron.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid }) => pid),
  )
  const main = app.electron.process().pid
  if (main !== undefined) process.kill(main, 'SIGKILL')
  await lost
  await expect.poll(() => children.filter(isAlive), { timeout: 40_000 }).toEqual([])
})
