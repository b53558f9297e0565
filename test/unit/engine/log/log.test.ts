import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../../../../src/crypto/canonical.ts'
import { asKey, type PageKey, signPair } from '../../../../src/crypto/keys.ts'
import { readAnchor } from '../../../../src/engine/log/anchor.ts'
import { openLog, type Log, type Writer } from '../../../../src/engine/log/log.ts'
import { logLines, logSignatures } from '../../../../src/engine/log/queries.ts'
import { verifyLog } from '../../../../src/engine/log/verify.ts'
import { all, closeDb, createDb, type Db, run } from '../../../../src/engine/store/db.ts'
import { newId } from '../../../../src/engine/store/ids.ts'
import { createSchema } from '../../../../src/engine/store/schema.ts'
import type { OfficeId, UserId } from '../../../../src/shared/ids.ts'

let root: string
let db: Db
let writer: Writer
let log: Log
const logId = 'a'.repeat(32)
const keys = signPair()

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mamorigura-log-'))
  db = createDb(join(root, 'x.db'), asKey<PageKey>(systemRandom(32)))
  createSchema(db, 'company')
  const actor = newId<UserId>(systemRandom)
  writer = {
    officeId: newId<OfficeId>(systemRandom),
    incarnation: 'b'.repeat(32),
    actor,
    signSk: keys.sk,
    device: 'pc',
    stateDir: join(root, 'state'),
    clock: () => Date.parse('2026-11-24T01:00:00Z'),
    random: systemRandom,
    signerPk: (user) => (user === actor ? keys.pk : null),
  }
  log = openLog(db, logId, writer, { fresh: true })
})

afterEach(() => {
  log.close()
  closeDb(db)
  rmSync(root, { recursive: true, force: true })
})

const anchorKey = () => ({
  stateDir: writer.stateDir,
  officeId: writer.officeId,
  incarnation: writer.incarnation,
  logId,
})
const verdict = (anchor = readAnchor(anchorKey())) =>
  verifyLog(
    {
      officeId: writer.officeId,
      logId,
      lines: logLines(db),
      signatures: logSignatures(db),
      signerPk: writer.signerPk,
      anchor,
      signerPinned: true,
    },
    true,
  )
const write = (lines: number) => {
  for (let i = 0; i < lines; i++) log.act((add) => add({ action: 'people.add', detail: { i } }))
}

describe('writing', () => {
  it('anchors every committed transaction on this machine', () => {
    write(3)
    expect(readAnchor(anchorKey())).toEqual({ ...log.position(), at: '2026-11-24T01:00:00.000Z' })
  })

  it('leaves neither line nor change behind when the change throws', () => {
    write(1)
    const before = log.position()
    expect(() =>
      log.act((add) => {
        add({ action: 'people.add' })
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(log.position()).toEqual(before)
    expect(all(db, 'SELECT 1 FROM log')).toHaveLength(1)
    write(1)
    expect(verdict().ok).toBe(true)
  })

  it('refuses a change that writes no line', () => {
    expect(() => log.act(() => 1)).toThrow('UNEXPECTED')
  })
})

describe('verification', () => {
  it('accepts an untouched log and tells that the anchor matches', () => {
    write(5)
    expect(verdict()).toMatchObject({ ok: true, lines: 5, signatures: 5, anchor: 'matches', problem: null })
  })

  it('tells a missing anchor as missing, not as right', () => {
    write(1)
    expect(verdict(null)).toMatchObject({ ok: true, anchor: 'missing' })
  })

  const surgeries: [string, () => void, string, number][] = [
    [
      'an edited line',
      () => run(db, `UPDATE log SET line = replace(line, '"i":2', '"i":7') WHERE seq = 3`),
      'line-altered',
      3,
    ],
    ['a deleted line', () => run(db, 'DELETE FROM log WHERE seq = 3'), 'line-missing', 3],
    ['a deleted first line', () => run(db, 'DELETE FROM log WHERE seq = 1'), 'line-missing', 1],
    [
      'a renumbered log without its third line',
      () => {
        run(db, 'DELETE FROM log WHERE seq = 3')
        run(db, 'UPDATE log SET seq = seq - 1 WHERE seq > 3')
      },
      'line-malformed',
      3,
    ],
    [
      'a removed signature in the middle',
      () => run(db, 'DELETE FROM log_signature WHERE seq = 5'),
      'line-unsigned',
      5,
    ],
    [
      'a zeroed signature',
      () => run(db, 'UPDATE log_signature SET signature = zeroblob(64) WHERE seq = 2'),
      'signature-bad',
      2,
    ],
    [
      'a foreign actor',
      () => run(db, 'UPDATE log_signature SET actor = randomblob(16) WHERE seq = 2'),
      'signature-bad',
      2,
    ],
    [
      'a cut tail',
      () => {
        run(db, 'DELETE FROM log WHERE seq > 3')
        run(db, 'DELETE FROM log_signature WHERE seq > 3')
      },
      'rolled-back',
      4,
    ],
  ]
  it.each(surgeries)('names the first bad line of %s', (_, surgery, problem, badLine) => {
    write(5)
    surgery()
    expect(verdict()).toMatchObject({ ok: false, problem, badLine })
  })

  it('notices a cut tail only with an anchor, and says that it had none', () => {
    write(5)
    run(db, 'DELETE FROM log WHERE seq > 3')
    run(db, 'DELETE FROM log_signature WHERE seq > 3')
    expect(verdict(null)).toMatchObject({ ok: true, lines: 3, anchor: 'missing' })
  })
})

describe('opening', () => {
  it('continues where it stopped', () => {
    write(2)
    const again = openLog(db, logId, writer, { fresh: false })
    expect(again.position()).toEqual(log.position())
    expect(again.anchor().state).toBe('held')
    again.close()
  })

  it('refuses a log that is older than the anchor of this machine', () => {
    write(3)
    run(db, 'DELETE FROM log WHERE seq > 1')
    run(db, 'DELETE FROM log_signature WHERE seq > 1')
    expect(() => openLog(db, logId, writer, { fresh: false })).toThrow('OFFICE_TAMPERED')
  })

  it('refuses a last line that nobody signed', () => {
    write(2)
    run(db, 'DELETE FROM log_signature WHERE seq = 2')
    expect(() => openLog(db, logId, { ...writer, stateDir: join(root, 'other') }, { fresh: false })).toThrow(
      'OFFICE_TAMPERED',
    )
  })

  it('accepts a log that is one transaction ahead of the anchor, as after a crash before the anchor was written', () => {
    write(2)
    const old = readAnchor(anchorKey())
    write(1)
    expect(verdict(old)).toMatchObject({ ok: true, anchor: 'older' })
  })

  it('says that the anchor is missing on another machine and does not start one by itself', () => {
    write(1)
    const elsewhere = { ...writer, stateDir: join(root, 'elsewhere') }
    const other = openLog(db, logId, elsewhere, { fresh: false })
    other.act((add) => add({ action: 'people.add' }))
    expect(other.anchor().state).toBe('missing')
    expect(readAnchor({ ...anchorKey(), stateDir: elsewhere.stateDir })).toBeNull()
  })
})
