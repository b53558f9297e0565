import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Company, OfficeState, PersonRow } from '../../src/shared/model.ts'
import { IsoDate, type PlaceToken } from '../../src/shared/ids.ts'
import { answerDialogs, type RunningApp, windowOf } from './app.ts'
import { attachEngine, type EnginePort } from './engine-port.ts'

export const PASSPHRASE = 'correct horse battery staple'
export const SECRET = 'second-secret-9'

/** Presses a key; the window may be gone before the key is up again. */
export async function press(page: Page, key: string): Promise<void> {
  try {
    await page.keyboard.press(key)
  } catch (error) {
    if (!page.isClosed()) throw error
  }
}

/**
 * Types into a field of the secure window and presses Enter. Key by key, never `fill`: that would bring the text into the
 * main process as one string.
 */
export async function typeSecret(page: Page, field: string, text: string): Promise<void> {
  await page.getByTestId(field).pressSequentially(text)
  await press(page, 'Enter')
}

/** An office with one company and the people of a payroll file, all attested. */
export interface TestOffice {
  readonly engine: EnginePort
  readonly place: PlaceToken
  readonly company: Company
  readonly people: readonly PersonRow[]
}

/** An office whose creation waits for its operator at the secure window. */
export interface NewOffice {
  readonly engine: EnginePort
  readonly place: PlaceToken
  readonly created: Promise<OfficeState>
}

/** Asks for a new office through the dialogs; the secure window opens. */
export async function beginOffice({ electron, office, folder }: RunningApp): Promise<NewOffice> {
  const engine = await attachEngine(office)
  await answerDialogs(electron, { save: join(folder, 'office') })
  const { token: place } = await engine.pick('newOffice')
  await answerDialogs(electron, { save: join(folder, 'kit.txt') })
  const { token: kit } = await engine.pick('saveFile', 'kit')
  const created = engine.call('office.create', { place, name: '山田商店', user: '山田花子', kit })
  return { engine, place, created }
}

/** Creates an office as its operator would. */
export async function createOffice(app: RunningApp): Promise<Omit<NewOffice, 'created'>> {
  const { engine, place, created } = await beginOffice(app)
  const page = await windowOf(app.electron, 'secure')
  for (const field of ['passphrase', 'passphrase-again']) await typeSecret(page, field, PASSPHRASE)
  for (const field of ['secret', 'secret-again']) await typeSecret(page, field, SECRET)
  await created
  return { engine, place }
}

/** An office with the people and numbers of `file`. */
export async function fillOffice(app: RunningApp, file: string): Promise<TestOffice> {
  const { engine, place } = await createOffice(app)
  const company = await engine.call('company.add', { name: '株式会社やまだ' })
  const copy = join(app.folder, 'people.csv')
  copyFileSync(file, copy)
  await answerDialogs(app.electron, { open: copy })
  const { token } = await engine.pick('chooseFile', 'people')
  const { handle } = await engine.call('import.preview', { company: company.id, file: token })
  await engine.call('import.commit', { handle })
  const collectedOn = IsoDate.parse('2026-04-01')
  await engine.call('number.attest', { company: company.id, source: '旧システム', collectedOn })
  const { people } = await engine.call('people.list', { company: company.id })
  return { engine, place, company, people }
}
