import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { TEST_IDS } from '../../src/renderer/office/test-ids.ts'
import { answerDialogs, expect, type RunningApp, windowOf } from './app.ts'

/** What the clerk of these tests knows by heart. Synthetic, like everything here. */
export const SECRETS = { passphrase: 'kanari nagai aikotoba 2026', secret: 'betsu no himitsu 7' } as const

/** The clerk at the running app: clicks, types key by key, and keeps a picture of every screen. */
export interface Clerk {
  readonly app: RunningApp
  readonly office: Page
  readonly at: (id: keyof typeof TEST_IDS) => Locator
  readonly click: (id: keyof typeof TEST_IDS) => Promise<void>
  /** Types into a field of the secure window key by key; a filled-in value would leave copies in main. */
  readonly typeSecret: (fields: Record<string, string>, pictureName: string) => Promise<void>
  readonly picture: (name: string, page?: Page) => Promise<void>
  /** Fails on any WCAG 2.2 AA violation that axe sees on the main window. */
  readonly accessible: () => Promise<void>
}

const PICTURES = 'test-results/pictures'

export function clerk(app: RunningApp): Clerk {
  const { office, electron } = app
  const at = (id: keyof typeof TEST_IDS): Locator => office.getByTestId(TEST_IDS[id])
  const picture = async (name: string, page: Page = office): Promise<void> => {
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
  return {
    app,
    office,
    at,
    click: async (id) => {
      await at(id).first().click()
    },
    typeSecret: async (fields, pictureName) => {
      const secure = await windowOf(electron, 'secure')
      await secure.getByTestId(Object.keys(fields)[0] ?? '').waitFor()
      await picture(pictureName, secure)
      for (const [id, text] of Object.entries(fields)) await secure.getByTestId(id).pressSequentially(text)
      await secure.getByTestId('submit').click()
    },
    picture,
    accessible: async () => {
      const { violations } = await new AxeBuilder({ page: office })
        .setLegacyMode(true)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)).toEqual([])
    },
  }
}

/** Makes an office in the test's folder and leaves it open. */
export async function createOffice(me: Clerk): Promise<void> {
  const { folder, electron } = me.app
  await me.click('createOffice')
  await me.at('createName').pressSequentially('山田商店')
  await me.at('createUser').pressSequentially('山田花子')
  await answerDialogs(electron, { save: join(folder, 'office') })
  await me.click('createFolder')
  await me.at('createFolder').filter({ hasText: '選び直す' }).waitFor()
  await answerDialogs(electron, { save: join(folder, 'kit.txt') })
  await me.click('createKit')
  await me.at('createKit').filter({ hasText: '選び直す' }).waitFor()
  await me.picture('02-create')
  await me.click('createSubmit')
  await me.typeSecret(
    { passphrase: SECRETS.passphrase, 'passphrase-again': SECRETS.passphrase },
    '03-secure-passphrase',
  )
  await me.typeSecret({ secret: SECRETS.secret, 'secret-again': SECRETS.secret }, '04-secure-secret')
  await me.at('navHome').waitFor({ timeout: 30_000 })
}

/** Adds a company from the first steps of home. */
export async function addCompany(me: Clerk, name: string): Promise<void> {
  await me.click('firstCompany')
  await me.at('companyName').pressSequentially(name)
  await me.picture('06-company')
  await me.click('companySubmit')
  await me.at('companySubmit').waitFor({ state: 'hidden' })
}

/** Imports a file through the wizard and attests it. */
export async function importAndAttest(me: Clerk, file: string): Promise<void> {
  await answerDialogs(me.app.electron, { open: file })
  await me.click('navImport')
  await me.click('importChoose')
  await me.at('importPreview').waitFor()
  await me.picture('07-import-columns')
  await me.click('importPreview')
  await me.at('importCommit').waitFor()
  await me.picture('08-import-preview')
  await me.accessible()
  await me.click('importCommit')
  await me.at('importDone').waitFor()
  await me.picture('09-import-done')
  await me.click('importAttest')
  await me.at('attestSource').pressSequentially('前の給与システム')
  await me.at('attestDate').pressSequentially('R8.1.5')
  await me.click('attestAgree')
  await me.picture('10-attest')
  await me.click('attestSubmit')
  await me.at('attestDone').waitFor()
  await me.office.keyboard.press('Escape')
  await me.at('attestDone').waitFor({ state: 'hidden' })
}

/** Opens the person page of a code by searching for it. */
export async function openPerson(me: Clerk, code: string): Promise<void> {
  await me.click('navPeople')
  await me.at('peopleSearch').pressSequentially(code)
  await expect(me.at('peopleRow')).toHaveCount(1)
  await me.at('peopleRow').getByRole('link').or(me.at('peopleRow').getByRole('button')).first().click()
  await me.at('personName').waitFor()
}
