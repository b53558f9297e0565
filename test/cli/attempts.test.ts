import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  codeOf,
  inOffice,
  json,
  makeOffice,
  makePlace,
  type Place,
  type Ran,
  removePlace,
  writeOwn,
} from './harness.ts'

let place: Place
let wrong: string

beforeAll(async () => {
  place = makePlace()
  await makeOffice(place)
  wrong = writeOwn(place, 'wrong.txt', 'これは違うパスワードです\n')
}, 60_000)
afterAll(() => removePlace(place))

const guess = (): Promise<Ran> => inOffice({ ...place, passphrase: wrong }, ['company', 'list'])

describe('wrong passphrases', { timeout: 60_000 }, () => {
  it('are free five times, then have to wait, the right one as well', async () => {
    const codes: (string | undefined)[] = []
    for (let count = 0; count < 6; count++) codes.push(codeOf(await guess()))
    expect(codes).toEqual([...Array<string>(5).fill('WRONG_PASSPHRASE'), 'TOO_MANY_ATTEMPTS'])
    const right = await inOffice(place, ['company', 'list'])
    expect([right.status, codeOf(right)]).toEqual([3, 'TOO_MANY_ATTEMPTS'])
    expect(right.stderr).toMatch(/あと30秒/)
  })

  it('are told at the next opening and stay in the log', async () => {
    const later = ['--now', '2026-11-24T02:00:00Z', '--json']
    const status = await inOffice(place, ['office', 'status', ...later])
    expect(json(status)).toMatchObject({ phase: 'open', failedAttempts: 5 })
    const list = ['log', 'list', '--office-log', '--action', 'office.unlock-failed']
    const { rows } = json<{ rows: unknown[] }>(await inOffice(place, [...list, ...later]))
    expect(rows).toMatchObject([{ outcome: 'refused', detail: { attempts: 5 } }])
  })
})
