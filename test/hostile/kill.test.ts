import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { all, one } from '../../src/engine/store/db.ts'
import { cleanUp, newScript, place, type TestEngine, testEngine, withCompany } from '../support/engine.ts'
import { numberOf } from '../support/numbers.ts'
import {
  csvOf,
  handOver,
  makeOffice,
  type Office,
  personOf,
  takeOver,
  withCompanyDb,
} from '../support/office.ts'

const LAUNCHER = resolve(import.meta.dirname, '../../bin/mamorigura.mjs')

describe('the command line, killed with SIGKILL at the moment digits arrive', () => {
  let test: TestEngine
  afterEach(() => cleanUp(test))

  it('has the line of every number that was seen on the disk', async () => {
    const script = newScript()
    script.passphrase = 'kill-test-passphrase'
    script.secret = 'kill-test-secret'
    // real derivations: the command line's own worker must be able to open this office
    test = testEngine({ script, now: new Date().toISOString() })
    const company = (await withCompany(test)).id
    const people = [1, 2, 3].map((i) => ({ code: String(i), number: numberOf(i), joined: '2015-04-01' }))
    const file = join(test.root, 'people.csv')
    writeFileSync(file, csvOf(people))
    const { handle } = await test.call('import.preview', { company, file: place(file) })
    await test.call('import.commit', { handle })
    await test.call('number.attest', { company, source: '旧システム', collectedOn: '2026-01-05' })
    await test.call('office.policy', { listLimit: 3 })
    const user = (await test.call('office.state', {})).user?.id
    test.engine.close()

    const secretFile = (name: string, text: string): string => {
      const path = join(test.root, name)
      writeFileSync(path, `${text}\n`)
      chmodSync(path, 0o600)
      return path
    }
    const child = spawn(
      process.execPath,
      [
        LAUNCHER,
        'number',
        'reveal',
        '1',
        '2',
        '3',
        '--purpose=T12',
        '--stdout',
        `--office=${test.dir}`,
        `--state-dir=${test.stateDir}`,
        `--passphrase-file=${secretFile('passphrase', script.passphrase)}`,
        `--secret-file=${secretFile('secret', script.secret)}`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let seen = ''
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      if (/\d{12}/.test(seen)) child.kill('SIGKILL')
    })
    await once(child, 'close')
    const numbers = people.filter(({ number }) => seen.includes(number))
    expect(numbers.length).toBeGreaterThan(0)

    test = testEngine({ root: test.root, script })
    await test.call('office.select', { place: place(test.dir) })
    await test.call('office.unlock', { user: user as never })
    const { rows } = await test.call('log.list', { company, action: 'reveal.shown' })
    const logged = rows.flatMap((row) => row.people.map(({ code }) => code))
    expect(numbers.map(({ code }) => code).filter((code) => !logged.includes(code))).toEqual([])
    await expect(test.call('log.verify', { company })).resolves.toMatchObject({ ok: true })
  })
})

describe('a process that is killed in the middle of its work', () => {
  const RUNS = 6
  let office: Office
  afterEach(() => office.cleanUp())

  /** Kills it some time after its first act; answers the acts that it had told of. */
  async function workAndDie(handed: string, run: number): Promise<string[]> {
    const child = fork(join(import.meta.dirname, '../support/busy-child.ts'), [handed, String(run)])
    const acts: string[] = []
    child.on('message', (act) => acts.push(act as string))
    await once(child, 'message')
    await sleep(7 + run * 13)
    child.kill('SIGKILL')
    await once(child, 'close')
    return acts
  }

  it('loses nothing that it told of, leaves nothing half done, and the log stays whole', async () => {
    office = await makeOffice()
    const handed = office.file('handed')
    writeFileSync(handed, handOver(office))
    const told: string[] = []
    for (let run = 1; run <= RUNS; run++) {
      office.test.engine.close()
      told.push(...(await workAndDie(handed, run)))
      const next = takeOver(handOver(office))
      office = next
      await office.unlock()
      await expect(office.call('log.verify', { company: office.company })).resolves.toMatchObject({
        ok: true,
      })
    }
    expect(told.length).toBeGreaterThan(RUNS)

    /** What must be there of each act that was told of. */
    const missing: string[] = []
    for (const act of told) {
      const [what, code] = act.split(' ')
      const [first, second, third] = await Promise.all([0, 1, 2].map((n) => personOf(office, `${code}-${n}`)))
      const there =
        first?.number === 'held' &&
        third?.number === 'held' &&
        (what !== 'leave' || second?.left === '2024-03-31') &&
        (what !== 'purge' || second?.number === 'purged')
      if (!there) missing.push(act)
    }
    expect(missing).toEqual([])
    const { proposals } = await office.call('purge.list', { company: office.company })
    expect(proposals.filter(({ state }) => state === 'confirmed')).toEqual([])

    const rows = withCompanyDb(office, (db) => ({
      // every held number has its box and its batch's key, and nothing else has a box
      wrong: all(
        db,
        `SELECT 1 FROM number JOIN batch ON batch.id = number.batch
         LEFT JOIN sealed ON sealed.person = number.person AND sealed.version = number.version
         WHERE (number.state = 'held') <> (sealed.box IS NOT NULL) OR (number.state = 'held' AND sealed_key IS NULL)`,
      ).length,
      people: all(
        db,
        `SELECT 1 FROM person WHERE (number_state = 'held') <> EXISTS
           (SELECT 1 FROM sealed WHERE sealed.person = person.id AND sealed.version = person.version)`,
      ).length,
      erase: one<{ value: string }>(db, `SELECT value FROM meta WHERE key = 'erase'`)?.value ?? '',
    }))
    expect(rows).toEqual({ wrong: 0, people: 0, erase: '' })
  })
})
