import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toHex, utf8 } from '../../../../src/crypto/bytes.ts'
import { systemRandom } from '../../../../src/crypto/canonical.ts'
import { certificateFits, certificateHash } from '../../../../src/crypto/certificate.ts'
import { KDF_FLOOR } from '../../../../src/crypto/kdf.ts'
import { boxPair, openSealed } from '../../../../src/crypto/keys.ts'
import { decodeKit, kitKeys } from '../../../../src/crypto/kit.ts'
import { openSessionSlot, openVerificationSlot } from '../../../../src/crypto/slot.ts'
import { newId } from '../../../../src/engine/store/ids.ts'
import type { CompanyId, IsoInstant, OfficeId, UserId } from '../../../../src/shared/ids.ts'
import { makeCompanyKeys } from '../../../../src/worker/jobs/company-keys.ts'
import { createOfficeKeys } from '../../../../src/worker/jobs/create.ts'
import { newScript, scriptedOperator, type Script } from '../../../support/engine.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mamorigura-create-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const kitPath = (): string => join(root, 'kit.txt')
const facts = () => ({
  officeId: newId<OfficeId>(systemRandom),
  officeName: '見本事務所',
  userId: newId<UserId>(systemRandom),
  userName: '山田 太郎',
  issuedAt: '2026-11-24T01:00:00.000Z' as IsoInstant,
  kitPath: kitPath(),
  cost: KDF_FLOOR,
})
const make = (script: Partial<Script> = {}, change: Partial<ReturnType<typeof facts>> = {}) => {
  const given = { ...facts(), ...change }
  return createOfficeKeys(given, scriptedOperator({ ...newScript(), ...script })).then((made) => ({
    given,
    made,
  }))
}

describe('the first user’s keys', () => {
  it('open with the secrets that were typed, also in full width, and with the printed kit', async () => {
    const { given, made } = await make({ passphrase: 'ａ full width phrase', secret: 'second-secret' })
    const owner = {
      officeId: given.officeId,
      userId: given.userId,
      certificateHash: certificateHash(made.certificate),
    }
    const keys = openSessionSlot(owner, utf8('a full width phrase'), made.slot)
    expect(keys?.rootPk).toEqual(made.rootPk)
    const verifySk =
      keys && openVerificationSlot(owner, utf8('second-secret'), keys.sessionSk, made.verifySlot)
    expect(verifySk).toHaveLength(32)
    expect(keys && openSealed(made.officeKeyWrap, keys.sessionSk)).toEqual(made.officeKey)

    expect(statSync(kitPath()).mode & 0o077).toBe(0)
    const sheet = readFileSync(kitPath(), 'utf8')
    const code = sheet.split('Recovery code')[1]?.split('\n\n')[0] ?? ''
    const seed = decodeKit(code, given.officeId)
    if (!seed) throw new Error('the printed code is not read')
    const kit = kitKeys(seed, given.officeId)
    expect(kit.root.pk).toEqual(made.rootPk)
    expect(certificateFits(made.certificate, kit.root.pk)).toBe(true)
    expect(openSealed(made.officeKeyKitWrap, kit.box.sk)).toEqual(made.officeKey)
    expect(sheet).not.toContain('second-secret')
  })
})

describe('first secrets', () => {
  it.each([
    ['a passphrase of eleven characters', { passphrase: 'あ'.repeat(11) }, 'SECRET_TOO_SHORT'],
    [
      'a passphrase of eleven characters that look like more',
      { passphrase: '😀'.repeat(11) },
      'SECRET_TOO_SHORT',
    ],
    ['a second secret of seven characters', { secret: '1234567' }, 'SECRET_TOO_SHORT'],
    [
      'one secret for both',
      { passphrase: 'the same phrase', secret: 'the same phrase' },
      'SECRET_SAME_AS_PASSPHRASE',
    ],
    [
      'one secret in two widths',
      { passphrase: 'the same phrase', secret: 'ｔｈｅ same phrase' },
      'SECRET_SAME_AS_PASSPHRASE',
    ],
  ])('that are %s are refused, and no kit is written', async (_, script, code) => {
    await expect(make(script)).rejects.toThrow(code)
    expect(existsSync(kitPath())).toBe(false)
  })
})

describe('the recovery kit', () => {
  it('is never written over a file', async () => {
    writeFileSync(kitPath(), 'precious')
    await expect(make()).rejects.toThrow('NOT_WRITABLE')
    expect(readFileSync(kitPath(), 'utf8')).toBe('precious')
  })

  it('is taken back when the keys cannot be made after it', async () => {
    await expect(make({}, { cost: { memKiB: 1024, passes: 3 } })).rejects.toThrow('KDF_LIMITS')
    expect(existsSync(kitPath())).toBe(false)
  })
})

describe('a company’s keys', () => {
  it('are sealed to exactly those named, and to the kit', () => {
    const kit = boxPair()
    const pairs = [boxPair(), boxPair()]
    const users = pairs.map(() => newId<UserId>(systemRandom))
    const holders = pairs.map(({ pk }, i) => ({ user: users[i] as UserId, pk }))
    const made = makeCompanyKeys({
      officeId: newId<OfficeId>(systemRandom),
      companyId: newId<CompanyId>(systemRandom),
      generation: 1,
      sessionHolders: holders,
      verifyHolders: holders.slice(1),
      kitPk: kit.pk,
    })
    expect(made.companyWraps.map(({ holder }) => holder)).toEqual([...users, 'kit'])
    expect(made.numberWraps.map(({ holder }) => holder)).toEqual([users[1], 'kit'])
    const opened = [pairs[0], pairs[1], kit].map((pair, i) =>
      openSealed(made.companyWraps[i]?.sealed ?? new Uint8Array(), pair?.sk ?? new Uint8Array(32)),
    )
    expect(opened.map((key) => key && toHex(key))).toEqual(
      Array.from({ length: 3 }, () => toHex(made.companyKey)),
    )
    expect(
      openSealed(made.numberWraps[0]?.sealed ?? new Uint8Array(), pairs[0]?.sk ?? new Uint8Array(32)),
    ).toBeNull()
  })
})
