import { join, resolve } from 'node:path'
import { readFileSync, writeFileSync } from 'node:fs'
import { scanFiles, type Canary } from '../canary.ts'
import { expect, test, windowOf } from './app.ts'
import { addCompany, clerk, createOffice, importAndAttest, openPerson, SECRETS } from './clerk.ts'

const FIXTURES = resolve('test/fixtures/payroll')

/** Every synthetic number of the payroll file, and both secrets. */
function canaries(): Canary[] {
  const rows = readFileSync(join(FIXTURES, 'truth.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
  const numbers = rows.map((row) => row.split(','))
  return [
    ...numbers.map(([code = '', , , number = '']) => ({ label: `number of ${code}`, text: number })),
    { label: 'passphrase', text: SECRETS.passphrase },
    { label: 'secret', text: SECRETS.secret },
  ]
}

test('the main job from an empty folder to a purge, in the window', async ({ app, folder }) => {
  test.setTimeout(240_000)
  const me = clerk(app)
  await me.at('createOffice').waitFor()
  await me.picture('01-welcome')
  await me.accessible()

  await createOffice(me)
  await me.picture('05-home-first')
  await me.accessible()
  await me.click('kitStored')
  await addCompany(me, '株式会社やまだ')
  await importAndAttest(me, join(FIXTURES, 'payroll-cp932.csv'))

  await me.click('navHome')
  await me.at('homeTask').first().waitFor()
  await me.picture('11-home')
  await me.accessible()
  await me.click('navPeople')
  await me.at('peopleRow').first().waitFor()
  await me.picture('12-people')
  await me.accessible()

  await test.step('a number typed into the search box is refused', async () => {
    await me.at('peopleSearch').pressSequentially('123456789018')
    await me.at('peopleSearchRefused').waitFor()
    await me.picture('13-search-refused')
    await me.at('peopleSearch').press('Control+A')
    await me.at('peopleSearch').press('Delete')
  })

  await test.step('reveal one number', async () => {
    await openPerson(me, '0001')
    await me.picture('14-person')
    await me.accessible()
    await expect(me.at('personMask')).toContainText('••••-••••-••••')
    await me.click('personReveal')
    await me.office.getByLabel('源泉徴収票・給与支払報告書').check()
    await me.picture('15-reveal-task')
    await me.click('revealSubmit')
    await me.typeSecret({ secret: 'not the secret' }, '16-secure-verify')
    const secure = await windowOf(app.electron, 'secure')
    await secure.getByTestId('problem').filter({ hasText: /\S/ }).waitFor({ timeout: 30_000 })
    await me.picture('17-secure-wrong', secure)
    await me.typeSecret({ secret: SECRETS.secret }, '18-secure-again')
    await secure.getByTestId('next').waitFor({ timeout: 30_000 })
    await secure.keyboard.press('Space')
    await secure.locator('[data-state="showing"]').waitFor()
    await me.picture('19-secure-shown', secure)
    expect(await secure.content()).not.toContain('6317')
    // The window is destroyed before the key is up again.
    await secure.keyboard.press('Escape').catch(() => undefined)
    await me.at('revealResult').waitFor()
    await me.picture('20-reveal-done')
    await me.office.keyboard.press('Escape')
    await me.at('revealResult').waitFor({ state: 'hidden' })
  })

  await test.step('the log tells it and verifies', async () => {
    await me.click('navLog')
    await me.at('logRow').first().waitFor()
    await me.click('logVerify')
    await me.at('logVerdict').waitFor()
    await me.picture('21-log')
    await me.accessible()
  })

  await test.step('purge what is due', async () => {
    await me.click('navPurge')
    await me.at('purgeDue').waitFor()
    await me.picture('22-purge')
    await me.accessible()
    await me.click('purgeSelectAll')
    await me.click('purgePropose')
    await me.at('purgeReason').pressSequentially('保存期間の満了')
    await me.picture('23-purge-propose')
    await me.click('purgeProposeSubmit')
    await me.click('purgeConfirm')
    await me.at('purgeSole').pressSequentially('従業者が一人の事業所のため')
    await me.picture('24-purge-confirm')
    await me.click('purgeConfirmSubmit')
    await me.typeSecret({ secret: SECRETS.secret }, '25-secure-purge')
    await me.at('purgeDone').waitFor({ timeout: 30_000 })
    await me.picture('26-purge-done')
  })

  await test.step('office, English, lock', async () => {
    await me.click('navOffice')
    await me.at('officeSettings').waitFor()
    await me.picture('27-office')
    await me.accessible()
    await me.click('lock')
    await me.at('unlockUser').waitFor()
    await me.picture('28-locked')
  })

  await test.step('no file holds a number or a secret', () => {
    const found = scanFiles([folder], canaries())
    expect(found).toEqual([])
    const planted = join(folder, 'planted.txt')
    writeFileSync(planted, Buffer.from(SECRETS.secret, 'utf16le'))
    expect(scanFiles([folder], canaries()).map((finding) => finding.file)).toEqual([planted])
  })
})
