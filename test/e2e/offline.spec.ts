import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, launch, test } from './app.ts'
import { createOffice } from './operator.ts'

test('asks the network for nothing: no address, no name, no dictionary', async ({ folder }) => {
  const log = join(folder, 'net.json')
  const app = await launch(folder, [`--log-net-log=${log}`])
  await createOffice(app)
  // Chromium's own services wait a few seconds before they would call home.
  await app.office.waitForTimeout(5_000)
  await app.electron.close()
  const text = readFileSync(log, 'utf8')
  expect(text).toContain('"logEventTypes"')
  const asked = [...text.matchAll(/"(?:url|host|address|address_list)":\s*(?:"[^"]*"|\[[^\]]*\])/g)].map(
    ([one]) => one,
  )
  expect(asked).toEqual([])
})
