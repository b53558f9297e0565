import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { JOBS } from '../../../src/shared/jobs.ts'
import { createPeer, type Peer } from '../../../src/shared/rpc.ts'
import { serveWorker } from '../../../src/worker/index.ts'
import { newScript, portPair, scriptedOperator } from '../../support/engine.ts'
import { numberOf } from '../../support/numbers.ts'
import { csvOf } from '../../support/office.ts'

/** The worker as the engine meets it: over a port, with anything for parameters. */
let root: string
let peer: Peer

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mamorigura-worker-'))
  const [engineEnd, workerEnd] = portPair()
  serveWorker({ enginePort: workerEnd, operator: scriptedOperator(newScript()) })
  peer = createPeer(engineEnd, new Map())
})
afterEach(() => {
  peer.close()
  rmSync(root, { recursive: true, force: true })
})

describe('a number worker', () => {
  it.each(Object.keys(JOBS))('refuses %s with parameters that are none', async (name) => {
    for (const params of [null, 'x', [], { extra: 1 }, { __proto__: null, constructor: 1 }]) {
      // `list.prepare` has none to get wrong
      if (name === 'list.prepare' && Array.isArray(params)) continue
      await expect(peer.call(name, params)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        params: { part: name },
      })
    }
  })

  it.each(['', 'import', '__proto__', 'constructor', 'office.unlock'])('has no job %j', async (name) => {
    await expect(peer.call(name, {})).rejects.toMatchObject({ code: 'METHOD_UNKNOWN' })
  })

  it('seals no rows before it has read a file', async () => {
    const target = {
      officeId: 'a'.repeat(32),
      companyId: 'b'.repeat(32),
      batch: 'c'.repeat(32),
      generation: 1,
      nPub: new Uint8Array(32),
    }
    await expect(peer.call('import.seal', { target, rows: [] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      params: { part: 'order' },
    })
  })

  it.each([
    ['verify.reseal', { batches: [], records: [], listPk: new Uint8Array(32) }],
    [
      'list.run',
      {
        sealedKeys: new Uint8Array(),
        company: 'x',
        task: { ja: 'x', en: 'x' },
        people: [],
        secondsEach: 1,
        listMs: 1,
        idleMs: 1,
      },
    ],
  ])('does not do %s out of its order', async (name, params) => {
    await expect(peer.call(name, params)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      params: { part: 'order' },
    })
  })

  it('lets no text of an unexpected failure out, which may quote a cell', async () => {
    const path = join(root, 'people.csv')
    writeFileSync(path, csvOf([{ code: '1', number: numberOf(1) }]))
    const answer = JSON.stringify(await peer.call('import.read', { path, encoding: 'auto', mapping: null }))
    expect(answer).not.toContain(numberOf(1))
    const target = {
      officeId: 'a'.repeat(32),
      companyId: 'b'.repeat(32),
      batch: 'c'.repeat(32),
      generation: 1,
      // not a key: libsodium throws an error of its own
      nPub: new Uint8Array(3),
    }
    const rows = [{ row: 2, person: 'd'.repeat(32), version: 1 }]
    await expect(peer.call('import.seal', { target, rows })).rejects.toMatchObject({
      code: 'UNEXPECTED',
      params: {},
    })
  })
})
