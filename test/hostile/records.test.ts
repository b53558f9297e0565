import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../../src/crypto/canonical.ts'
import { asKey, boxPair, type NumberSk, openSealed, sealTo, signPair } from '../../src/crypto/keys.ts'
import { newBatchKey, openBatchKey, sealNumber, signBatch } from '../../src/crypto/number-box.ts'
import { type Db, one, run } from '../../src/engine/store/db.ts'
import { idBlob } from '../../src/engine/store/ids.ts'
import type { BatchId, OfficeId, PersonId } from '../../src/shared/ids.ts'
import { numberOf } from '../support/numbers.ts'
import {
  actions,
  addUsers,
  attest,
  codeOf,
  idOf,
  importPeople,
  makeOffice,
  type Office,
  reveal,
  surgery,
  withCompanyDb,
} from '../support/office.ts'

/**
 * What somebody who holds the company's page key, as every user does, can do with SQLite behind the engine: swap, replace and
 * put back rows. No such act may ever show a number, let alone another person's.
 */
let office: Office
let people: PersonId[]

beforeEach(async () => {
  office = await makeOffice()
  await importPeople(
    office,
    [1, 2, 3].map((i) => ({ code: String(i), number: numberOf(i), joined: '2015-04-01' })),
  )
  await importPeople(office, [{ code: '4', number: numberOf(4), joined: '2015-04-01' }])
  await attest(office)
  people = await Promise.all(['1', '2', '3', '4'].map((code) => idOf(office, code)))
})
afterEach(() => office.cleanUp())

const person = (i: number): Uint8Array => idBlob(people[i - 1] ?? '')

/** What a reveal of person 1 says, and that nothing was shown. */
async function refused(code = '1'): Promise<string> {
  const before = office.script.shown.length
  const outcome = await reveal(office, [code]).then((shown) => `shown ${shown.join()}`, codeOf)
  expect(office.script.shown).toHaveLength(before)
  return outcome
}

const boxOf = (db: Db, i: number): Uint8Array =>
  new Uint8Array(
    one<{ box: Uint8Array }>(db, 'SELECT box FROM sealed WHERE person = ?', person(i))?.box ?? [],
  )

describe('without surgery', () => {
  it('the number is shown, so that the refusals below mean something', async () => {
    await surgery(office, () => undefined)
    expect(await reveal(office, ['1'])).toEqual([numberOf(1)])
  })
})

describe('sealed rows', () => {
  it('that were swapped within a batch are refused for both people', async () => {
    await surgery(office, (db) => {
      const [a, b] = [boxOf(db, 1), boxOf(db, 2)]
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', b, person(1))
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', a, person(2))
    })
    expect(await refused('1')).toBe('RECORD_TAMPERED')
    expect(await refused('2')).toBe('RECORD_TAMPERED')
    expect(await reveal(office, ['3'])).toEqual([numberOf(3)])
  })

  it('that were swapped together with their places in the batch are refused', async () => {
    await surgery(office, (db) => {
      const [a, b] = [boxOf(db, 1), boxOf(db, 2)]
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', b, person(1))
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', a, person(2))
      run(db, 'UPDATE number SET position = 1 - position WHERE person IN (?, ?)', person(1), person(2))
    })
    expect(await refused('1')).toBe('RECORD_TAMPERED')
  })

  it('of one person that claim another person’s batch are refused', async () => {
    await surgery(office, (db) => {
      const batch = one<{ batch: Uint8Array }>(
        db,
        'SELECT batch FROM number WHERE person = ?',
        person(4),
      )?.batch
      run(db, 'UPDATE number SET batch = ?, position = 0 WHERE person = ?', batch ?? null, person(1))
    })
    // attested, as that batch is
    expect(await refused('1')).toBe('RECORD_TAMPERED')
  })

  it.each([0, 15, 16, 31])('with a bit flipped in byte %i are refused', async (at) => {
    await surgery(office, (db) => {
      const box = boxOf(db, 1)
      box[at] = (box[at] ?? 0) ^ 1
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', box, person(1))
    })
    expect(await refused()).toBe('RECORD_TAMPERED')
  })

  it('that are gone are no number', async () => {
    await surgery(office, (db) => run(db, 'DELETE FROM sealed WHERE person = ?', person(1)))
    expect(await refused()).toBe('NUMBER_NOT_HELD')
  })
})

describe('a granted act that met a changed record', () => {
  it('has a closing line with the reason, and counts as no wrong secret', async () => {
    await surgery(office, (db) =>
      run(db, 'UPDATE sealed SET box = randomblob(32) WHERE person = ?', person(1)),
    )
    await refused()
    expect((await actions(office)).slice(0, 3)).toEqual([
      'reveal.closed:RECORD_TAMPERED',
      'reveal.granted:granted',
      'reveal.attempt:asked',
    ])
    expect((await office.call('home.summary', { company: office.company })).verificationFailures).toBe(0)
  })
})

describe('a batch', () => {
  it.each([
    ['its signature', `signature = randomblob(64)`],
    ['its sealed key', `sealed_key = randomblob(80)`],
    ['its members', `members = randomblob(length(members))`],
    ['its collector', `collector = randomblob(16)`],
    ['its generation', `generation = generation + 1`],
    ['no key any more', `sealed_key = NULL`],
  ])('with another value for %s is refused', async (_, change) => {
    await surgery(office, (db) => run(db, `UPDATE batch SET ${change}`))
    expect(await refused()).toBe('RECORD_TAMPERED')
  })

  it('does not vouch for somebody who was no member when it was signed, even under its own key', async () => {
    const { office: facts } = await office.call('office.state', {})
    const verifySk = office.ring.users.get(office.manager)?.verification.sk ?? new Uint8Array(32)
    await surgery(office, (db) => {
      const wrap = one<{ sealed: Uint8Array }>(
        db,
        'SELECT sealed FROM number_wrap WHERE holder = ?',
        idBlob(office.manager),
      )
      const nPriv = openSealed(new Uint8Array(wrap?.sealed ?? []), verifySk)
      // the batch of persons 1 to 3; person 4 came by another one
      const batch = one<{ id: Uint8Array; sealed_key: Uint8Array }>(
        db,
        'SELECT id, sealed_key FROM batch WHERE id = (SELECT batch FROM number WHERE person = ?)',
        person(1),
      )
      if (!nPriv || !batch) throw new Error('no key')
      const key = openBatchKey(new Uint8Array(batch.sealed_key), asKey<NumberSk>(nPriv))
      const place = {
        officeId: facts?.id as OfficeId,
        companyId: office.company,
        person: people[3] as PersonId,
        version: 1,
        batch: Buffer.from(batch.id).toString('hex') as BatchId,
        generation: 1,
      }
      const box = sealNumber(key, place, 0, new TextEncoder().encode(numberOf(99)))
      run(db, 'UPDATE sealed SET box = ? WHERE person = ?', box, person(4))
      run(db, 'UPDATE number SET batch = ?, position = 0 WHERE person = ?', batch.id, person(4))
    })
    expect(await refused('4')).toBe('RECORD_TAMPERED')
  })

  /** A number planted with everything right but the signature: the public key is no secret. */
  const plant = (
    db: Db,
    officeId: OfficeId,
    sign: ReturnType<typeof signPair>,
    collector: Uint8Array,
  ): void => {
    const key = one<{ n_pub: Uint8Array }>(db, 'SELECT n_pub FROM number_key')
    const batch = 'b'.repeat(32) as BatchId
    const place = { officeId, companyId: office.company, batch, generation: 1 }
    const members = Buffer.concat([person(1), Buffer.from([0, 0, 0, 1])])
    const sealed = newBatchKey(new Uint8Array(key?.n_pub ?? []))
    const digits = new TextEncoder().encode(numberOf(99))
    const box = sealNumber(sealed.key, { ...place, person: people[0] as PersonId, version: 1 }, 0, digits)
    const statement = {
      ...place,
      sealedKey: sealed.sealedKey,
      members,
      collector: Buffer.from(collector).toString('hex'),
    }
    run(
      db,
      `INSERT INTO batch (id, generation, sealed_key, members, collector, signature, created_at) VALUES (?, 1, ?, ?, ?, ?, '2026')`,
      idBlob(batch),
      sealed.sealedKey,
      members,
      collector,
      signBatch(statement as never, sign.sk),
    )
    run(db, 'UPDATE number SET batch = ?, position = 0 WHERE person = ?', idBlob(batch), person(1))
    run(db, 'UPDATE sealed SET box = ? WHERE person = ?', box, person(1))
    run(
      db,
      `INSERT INTO verification (batch, route, tasks, identity_docs, checked_on, recorded_at, recorded_by)
      VALUES (?, 'employer', '["withholding"]', '[]', '2026-01-01', '2026', ?)`,
      idBlob(batch),
      collector,
    )
  }

  it.each(['the responsible person’s name', 'nobody’s name'])(
    'that was planted under a stranger’s key in %s is refused',
    async (whose) => {
      const { office: facts } = await office.call('office.state', {})
      const collector = whose.startsWith('nobody') ? systemRandom(16) : idBlob(office.manager)
      await surgery(office, (db) => plant(db, facts?.id as OfficeId, signPair(), collector))
      expect(await refused()).toBe('RECORD_TAMPERED')
    },
  )
})

describe('number keys', () => {
  it('replaced by a stranger’s are refused before anything is sealed to them', async () => {
    const stranger = boxPair()
    withCompanyDb(office, (db) => run(db, 'UPDATE number_key SET n_pub = ?', stranger.pk))
    office.restart()
    await office.unlock()
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
      params: { part: 'number key' },
    })
  })

  it.each([2, 0])('of a stranger beside ours as generation %i are refused', async (generation) => {
    const stranger = boxPair()
    withCompanyDb(office, (db) =>
      run(
        db,
        `INSERT INTO number_key SELECT ?, ?, issuer, signature, created_at, NULL FROM number_key`,
        generation,
        stranger.pk,
      ),
    )
    office.restart()
    await office.unlock()
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
    })
  })

  it('certified by somebody who is not responsible are refused', async () => {
    const [handler] = addUsers(office, [{ name: '担当', roles: ['handler'] }])
    withCompanyDb(office, (db) => run(db, 'UPDATE number_key SET issuer = ?', idBlob(handler ?? '')))
    office.restart()
    await office.unlock()
    await expect(office.call('home.summary', { company: office.company })).rejects.toMatchObject({
      code: 'OFFICE_TAMPERED',
    })
  })

  it('without a wrap for this user open nothing', async () => {
    await surgery(office, (db) => run(db, 'DELETE FROM number_wrap WHERE holder = ?', idBlob(office.manager)))
    expect(await refused()).toBe('NO_VIEWER_KEY')
  })

  it('whose wraps were swapped between holders open nothing', async () => {
    await surgery(office, (db) => {
      const kit = one<{ sealed: Uint8Array }>(
        db,
        'SELECT sealed FROM number_wrap WHERE holder = zeroblob(16)',
      )
      run(
        db,
        'UPDATE number_wrap SET sealed = ? WHERE holder = ?',
        kit?.sealed ?? null,
        idBlob(office.manager),
      )
    })
    expect(await refused()).toBe('RECORD_TAMPERED')
  })

  it('replaced by a wrap of the attacker’s own key do not pass the operator verification', async () => {
    const stranger = boxPair()
    const verification = office.ring.users.get(office.manager)?.verification
    await surgery(office, (db) =>
      run(
        db,
        'UPDATE number_wrap SET sealed = ? WHERE holder = ?',
        sealTo(stranger.sk, verification?.pk ?? new Uint8Array()),
        idBlob(office.manager),
      ),
    )
    expect(await refused()).toBe('RECORD_TAMPERED')
  })
})
