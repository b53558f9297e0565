import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mayMount, mountSmall, remount, unmount } from '../../../support/mounts.ts'
import {
  attest,
  importPeople,
  leave,
  log,
  makeOffice,
  type Office,
  personOf,
  preview,
} from '../../../support/office.ts'
import { csvOf, idOf, reveal } from '../../../support/office.ts'
import { numberOf } from '../../../support/numbers.ts'

const folder = join(tmpdir(), `mamorigura-disk-${process.pid}`)
const filler = join(folder, 'filler')
const mounting = mayMount(folder)

/** Takes all the space that is left, byte by byte at the end. */
function fill(): void {
  let chunk = 65_536
  let at = 0
  while (chunk > 0) {
    try {
      writeFileSync(filler, new Uint8Array(chunk), { flag: 'a' })
      at += chunk
    } catch {
      chunk >>= 1
    }
  }
  if (at === 0) throw new Error('nothing was filled')
}

const code = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work()
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe.skipIf(!mounting)('an office on a full disk (needs root to mount a small one)', () => {
  let office: Office
  beforeEach(async () => {
    mountSmall(folder, 1500)
    office = await makeOffice({ root: folder })
    await importPeople(
      office,
      [1, 2, 3].map((i) => ({ code: String(i), number: numberOf(i), joined: '2020-04-01' })),
    )
    await attest(office)
  })
  afterEach(() => {
    try {
      office.test.engine.close()
    } finally {
      unmount(folder)
    }
  })

  it('refuses an import as a whole and keeps everything as it was', async () => {
    const people = Array.from({ length: 400 }, (_, i) => ({ code: `N${i}`, number: numberOf(100 + i) }))
    const { handle } = await preview(office, csvOf(people))
    const before = await log(office)
    fill()
    expect(await code(() => office.call('import.commit', { handle }))).toBe('DISK_FULL')
    expect((await office.call('people.list', { company: office.company })).total).toBe(3)
    expect(await log(office)).toEqual(before)
  })

  it('shows no number when its line cannot be made durable', async () => {
    // a log line fits into the WAL's last page for a while: fill until a write is refused
    fill()
    const results: string[] = []
    while (results.length < 50 && !results.includes('DISK_FULL')) {
      results.push(await code(() => reveal(office, ['1'])))
    }
    expect(results.at(-1)).toBe('DISK_FULL')
    const lines = (await office.call('log.list', { company: office.company, action: 'reveal.shown' })).total
    expect(office.script.shown).toHaveLength(lines)
    expect(lines).toBe(results.length - 1)
  })

  it('changes nothing of a person', async () => {
    fill()
    const results: string[] = []
    for (const person of ['1', '2', '3']) results.push(await code(() => leave(office, person, '2026-03-31')))
    expect(results).toContain('DISK_FULL')
    for (const [i, person] of ['1', '2', '3'].entries()) {
      expect((await personOf(office, person)).left).toBe(results[i] === 'done' ? '2026-03-31' : null)
    }
  })

  it('can be locked and opened again', async () => {
    fill()
    while ((await code(() => office.call('office.policy', { listLimit: 2 }))) === 'done');
    await code(() => office.call('office.lock', {}))
    writeFileSync(filler, '')
    office.restart()
    await office.unlock()
    expect((await office.call('people.list', { company: office.company })).total).toBe(3)
    expect(await code(() => reveal(office, ['1']))).toBe('done')
  })

  it.each(['before the keys are made', 'after the kit was written'])(
    'refuses to make a second office when it fills %s, and takes back what it made, the kit too',
    async (when) => {
      office.test.engine.close()
      const kit = join(folder, 'second-kit.txt')
      const create = { place: join(folder, 'second') as never, name: 'x', user: 'y', kit: kit as never }
      if (when === 'before the keys are made') fill()
      else {
        office.hooks.afterJob = (name) => {
          office.hooks.afterJob = () => undefined
          if (name === 'office.create') fill()
        }
      }
      expect(await code(() => office.call('office.create', create))).toMatch(
        /NOT_WRITABLE|DISK_FULL|WRITE_FAILED/,
      )
      expect(existsSync(kit)).toBe(false)
      writeFileSync(filler, '')
      expect(await code(() => office.call('office.create', create))).toBe('done')
      expect(readFileSync(kit, 'utf8')).toContain('復旧コード')
    },
  )

  it('is refused whole when its folder only reads, and is not changed', async () => {
    office.test.engine.close()
    remount(folder, 'ro')
    office.restart()
    expect(await code(() => office.unlock())).toBe('NOT_WRITABLE')
    remount(folder, 'rw')
    await office.unlock()
    expect(await idOf(office, '1')).toMatch(/^[0-9a-f]{32}$/)
  })
})
