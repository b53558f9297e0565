import { readFileSync } from 'node:fs'
import { expect, type RunningApp, test, windowOf } from './app.ts'
import { countInMemory } from './memory-scan.ts'
import { createOffice, fillOffice, PASSPHRASE, press, SECRET, typeSecret } from './operator.ts'

const FILE = 'test/fixtures/payroll/cloud-utf8bom.csv'
const TYPED = '123456789018'

/** The number of a person of the file, by code. */
const numberOf = (code: string): string =>
  new RegExp(`^${code},.*,(\\d{12})$`, 'm').exec(
    readFileSync('test/fixtures/payroll/truth.csv', 'utf8'),
  )?.[1] ?? ''

const enginePid = ({ electron }: RunningApp): Promise<number> =>
  electron.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'mamorigura-engine')?.pid ?? 0,
  )

test.skip(process.platform !== 'linux', 'memory is read by /proc')

test('main never holds a passphrase, a secret or a shown number, and the engine no number', async ({
  app,
}) => {
  test.setTimeout(120_000)
  const main = app.electron.process().pid ?? 0
  const number = numberOf('0001')
  const found = async (): Promise<number[]> =>
    [PASSPHRASE, SECRET, number]
      .map((text) => countInMemory(main, text))
      .concat(countInMemory(await enginePid(app), number))

  const { engine, company, people } = await fillOffice(app, FILE)
  expect(await found()).toEqual([0, 0, 0, 0])
  const [person] = people
  if (!person) throw new Error('nobody')
  const revealing = engine.call('number.reveal', {
    company: company.id,
    people: [person.id],
    purpose: 'withholding',
  })
  const page = await windowOf(app.electron, 'secure')
  await typeSecret(page, 'secret', SECRET)
  await page.getByTestId('next').waitFor()
  await press(page, 'Space')
  await expect(page.getByTestId('person-0')).toHaveAttribute('data-state', 'showing')
  await page.waitForTimeout(1_000)
  expect(await found()).toEqual([0, 0, 0, 0])
  await press(page, 'Escape')
  expect(await revealing).toEqual({ shown: 1, notShown: 0 })
  expect(await found()).toEqual([0, 0, 0, 0])

  // The scan itself: what is planted is found.
  await app.electron.evaluate(
    (_electron, text) => Reflect.set(globalThis, 'planted', [...text].join('')),
    SECRET,
  )
  expect(countInMemory(main, SECRET)).toBeGreaterThan(0)
})

test('neither main nor the engine holds a number that was typed', async ({ app }) => {
  const main = app.electron.process().pid ?? 0
  const { engine } = await createOffice(app)
  const company = await engine.call('company.add', { name: '株式会社やまだ' })
  const person = await engine.call('people.add', { company: company.id, code: '9001', name: '新人 太郎' })
  const entering = engine.call('number.enter', { company: company.id, person: person.id })
  const page = await windowOf(app.electron, 'secure')
  await typeSecret(page, 'number', TYPED)
  await typeSecret(page, 'number-again', TYPED)
  expect((await entering).number).toBe('held')
  const engineNow = await enginePid(app)
  expect(countInMemory(main, TYPED)).toBe(0)
  expect(countInMemory(engineNow, TYPED)).toBe(0)
  expect(countInMemory(engineNow, PASSPHRASE)).toBe(0)
})
