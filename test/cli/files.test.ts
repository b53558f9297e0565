import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHost } from '../../src/cli/host.ts'
import { createEngine } from '../../src/engine/index.ts'
import { OfficeState } from '../../src/shared/model.ts'
import { filesBelow } from '../canary.ts'
import {
  codeOf,
  createArguments,
  inOffice,
  LAUNCHER,
  makeOffice,
  makePlace,
  type Place,
  removePlace,
  run,
} from './harness.ts'

let place: Place

beforeAll(async () => {
  place = makePlace()
  await makeOffice(place)
}, 60_000)
afterAll(() => removePlace(place))

const NOBODY = 65_534
const SETPRIV = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
const isRoot = process.getuid?.() === 0
/** As root no folder is read-only, so the commands run as nobody, who must be able to read the project. */
const canDrop =
  isRoot &&
  spawnSync(SETPRIV[0] ?? '', [...SETPRIV.slice(1), process.execPath, LAUNCHER, 'help']).status === 0
const through = isRoot ? SETPRIV : []

/** Gives the test's folders to nobody when the commands run as nobody. */
function handOver(): void {
  if (!isRoot) return
  const folders = (path: string): string[] => [
    path,
    ...readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? folders(join(path, entry.name)) : [],
    ),
  ]
  for (const path of [...folders(place.root), ...filesBelow(place.root)]) chownSync(path, NOBODY, NOBODY)
}

describe('an office that another process has open', { timeout: 60_000 }, () => {
  it('is refused with who has it, and opens when it was closed', async () => {
    const sources = { passphraseFile: place.passphrase, secretFile: null, numberFile: null }
    const engine = createEngine({
      workers: createHost({ ...sources, stdout: false, json: false, language: 'ja' }),
      places: (token) => token,
      stateDir: place.state,
      device: hostname(),
    })
    const call = async (name: string, params: object) =>
      OfficeState.parse(await engine.handlers.get(name)?.(params))
    const { users } = await call('office.select', { place: place.office })
    await call('office.unlock', { user: users[0]?.id })
    const refused = await inOffice(place, ['company', 'list'])
    engine.close()
    expect([refused.status, codeOf(refused)]).toEqual([6, 'OFFICE_IN_USE'])
    expect(refused.stderr).toContain('山田 太郎')
    expect((await inOffice(place, ['company', 'list'])).status).toBe(0)
  })
})

describe.runIf(process.platform !== 'win32' && (!isRoot || canDrop))(
  'a folder that cannot be written',
  { timeout: 60_000 },
  () => {
    beforeAll(handOver)

    it('is refused for a new office', async () => {
      const parent = join(place.root, 'home')
      chmodSync(parent, 0o500)
      const refused = await run(place, createArguments({ ...place, office: join(parent, 'new') }), {
        through,
        cwd: place.own,
      })
      chmodSync(parent, 0o700)
      expect([refused.status, codeOf(refused)]).toEqual([3, 'NOT_WRITABLE'])
    })

    it('is refused for an office, which is left as it was', async () => {
      const paths = [place.office, join(place.office, 'companies'), ...filesBelow(place.office)]
      const modes = paths.map((path) => statSync(path).mode)
      for (const path of paths) chmodSync(path, statSync(path).isDirectory() ? 0o500 : 0o400)
      const refused = await inOffice(place, ['company', 'list'], { through, cwd: place.own })
      paths.forEach((path, index) => chmodSync(path, modes[index] ?? 0o600))
      expect([refused.status, codeOf(refused)]).toEqual([3, 'NOT_WRITABLE'])
      expect((await inOffice(place, ['company', 'list'], { through, cwd: place.own })).status).toBe(0)
    })

    it('is refused when it is the machine’s state, because nothing would be anchored', async () => {
      chmodSync(place.state, 0o500)
      for (const path of readdirSync(place.state)) chmodSync(join(place.state, path), 0o500)
      const refused = await inOffice(place, ['company', 'add', '--name', 'もう一社'], {
        through,
        cwd: place.own,
      })
      expect([refused.status, codeOf(refused)]).toEqual([3, 'NOT_WRITABLE'])
    })
  },
)

it('an office whose files cannot be read is told as such', { timeout: 60_000 }, async (context) => {
  if (process.platform === 'win32' || (isRoot && !canDrop)) context.skip()
  chmodSync(place.office, 0o000)
  const refused = await run(place, ['office', 'status', '--office', place.office], { through, cwd: '/' })
  chmodSync(place.office, 0o700)
  expect([refused.status, codeOf(refused)]).toEqual([4, 'FILE_UNREADABLE'])
})
