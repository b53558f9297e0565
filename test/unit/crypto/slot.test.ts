import { describe, expect, it } from 'vitest'
import { fromHex, toHex, u32be, utf8 } from '../../../src/crypto/bytes.ts'
import { canonical, sha256 } from '../../../src/crypto/canonical.ts'
import { KDF_FLOOR } from '../../../src/crypto/kdf.ts'
import {
  boxPair,
  type SessionPk,
  type SessionSk,
  signPair,
  type VerifyPk,
  type VerifySk,
} from '../../../src/crypto/keys.ts'
import {
  checkSlot,
  openSessionSlot,
  openVerificationSlot,
  sealSessionSlot,
  sealVerificationSlot,
  type SessionKeys,
  type SlotOwner,
} from '../../../src/crypto/slot.ts'
import type { Slot } from '../../../src/shared/jobs.ts'
import { fixedBytes, fixedRandom, officeId, userId } from '../../vectors/fixed.ts'
import { codeOf, turnBit } from './helpers.ts'

const owner = (name: string): SlotOwner => ({
  officeId: officeId('one'),
  userId: userId(name),
  certificateHash: fixedBytes(`certificate of ${name}`),
})
const sato = owner('sato')
const abe = owner('abe')
const passphrase = utf8('a passphrase of sato')
const secret = utf8('second secret')
const keys: SessionKeys = {
  sessionSk: boxPair<SessionPk, SessionSk>(fixedBytes('session')).sk,
  signSk: signPair(fixedBytes('sign')).sk,
  rootPk: signPair(fixedBytes('root')).pk,
}
const verifySk = boxPair<VerifyPk, VerifySk>(fixedBytes('verify')).sk

const slot = sealSessionSlot(sato, passphrase, keys, KDF_FLOOR, fixedRandom('session slot'))
const verifySlot = sealVerificationSlot(
  sato,
  secret,
  keys.sessionSk,
  verifySk,
  KDF_FLOOR,
  fixedRandom('verification slot'),
)

/** What damage, or an attacker without the secret, can make of a slot. */
const CHANGES: readonly (readonly [string, (slot: Slot) => Slot])[] = [
  ['a bit of the box', (s) => ({ ...s, box: turnBit(s.box, 77) })],
  ['a bit of the nonce', (s) => ({ ...s, nonce: turnBit(s.nonce, 3) })],
  ['a bit of the digest', (s) => ({ ...s, digest: turnBit(s.digest, 255) })],
  ['a bit of the salt', (s) => ({ ...s, kdf: { ...s.kdf, salt: turnBit(s.kdf.salt, 9) } })],
  ['the passes', (s) => ({ ...s, kdf: { ...s.kdf, passes: 1 } })],
  ['the memory', (s) => ({ ...s, kdf: { ...s.kdf, memKiB: s.kdf.memKiB + 1 } })],
  ['the length of the box', (s) => ({ ...s, box: s.box.slice(1) })],
  ['an empty box', (s) => ({ ...s, box: new Uint8Array(0) })],
  ['the length of the nonce', (s) => ({ ...s, nonce: s.nonce.slice(1) })],
  ['an empty digest', (s) => ({ ...s, digest: new Uint8Array(0) })],
]

describe('a session slot', () => {
  it('gives the keys back for the passphrase', () => {
    expect(openSessionSlot(sato, passphrase, slot)).toEqual(keys)
  })

  it('is null for a wrong passphrase', () => {
    expect(openSessionSlot(sato, utf8('a passphrase of Sato'), slot)).toBeNull()
  })

  it('has the cost asked for', () => {
    expect(slot.kdf).toMatchObject({ alg: 'argon2id13', memKiB: 65_536, passes: 3, lanes: 1 })
  })

  it('always has the same lengths', () => {
    expect([slot.nonce, slot.box, slot.digest].map((part) => part.length)).toEqual([24, 144, 32])
  })

  it('leaves passphrase and keys as they were', () => {
    expect(passphrase).toEqual(utf8('a passphrase of sato'))
    expect(keys.signSk).toEqual(signPair(fixedBytes('sign')).sk)
  })

  it('has a new salt and nonce each time', () => {
    const again = sealSessionSlot(sato, passphrase, keys, KDF_FLOOR)
    expect(toHex(again.kdf.salt)).not.toBe(toHex(slot.kdf.salt))
    expect(toHex(again.nonce)).not.toBe(toHex(slot.nonce))
  })

  it('is not made below the floor', () => {
    const cheap = { memKiB: 65_536, passes: 2 }
    expect(codeOf(() => sealSessionSlot(sato, passphrase, keys, cheap))).toBe('KDF_LIMITS')
  })

  it.each(CHANGES)('is damaged after a change of %s', (_name, change) => {
    expect(codeOf(() => openSessionSlot(sato, passphrase, change(slot)))).toBe('OFFICE_DAMAGED')
  })

  it('that demands too much is refused before its digest is looked at', () => {
    const bomb = { ...slot, kdf: { ...slot.kdf, memKiB: 2 ** 31 } }
    expect(codeOf(() => openSessionSlot(sato, passphrase, bomb))).toBe('KDF_LIMITS')
  })

  it('of one user does not stand in for that of another', () => {
    expect(codeOf(() => openSessionSlot(abe, passphrase, slot))).toBe('OFFICE_DAMAGED')
  })

  it.each([
    ['office', { ...sato, officeId: officeId('two') }],
    ['user', { ...sato, userId: abe.userId }],
    ['certificate', { ...sato, certificateHash: abe.certificateHash }],
  ])('does not open for another %s, even with a digest made for it', (_name, other) => {
    const forged = { ...slot, digest: digestFor(other, slot) }
    expect(openSessionSlot(other, passphrase, forged)).toBeNull()
  })

  it('is no verification slot', () => {
    expect(codeOf(() => openVerificationSlot(sato, passphrase, keys.sessionSk, slot))).toBe('OFFICE_DAMAGED')
  })
})

describe('a verification slot', () => {
  it('gives the key back for the second secret and the session key', () => {
    expect(openVerificationSlot(sato, secret, keys.sessionSk, verifySlot)).toEqual(verifySk)
  })

  it('is null for a wrong secret', () => {
    expect(openVerificationSlot(sato, utf8('second secres'), keys.sessionSk, verifySlot)).toBeNull()
  })

  it('is null for a wrong session key', () => {
    const other = boxPair<SessionPk, SessionSk>(fixedBytes('session of abe')).sk
    expect(openVerificationSlot(sato, secret, other, verifySlot)).toBeNull()
  })

  it('always has the same lengths', () => {
    const { nonce, box, digest } = verifySlot
    expect([nonce, box, digest].map((part) => part.length)).toEqual([24, 48, 32])
  })

  it('leaves the key that was wrapped as it was', () => {
    expect(verifySk).toEqual(boxPair<VerifyPk, VerifySk>(fixedBytes('verify')).sk)
  })

  it.each(CHANGES)('is damaged after a change of %s', (_name, change) => {
    const changed = change(verifySlot)
    expect(codeOf(() => openVerificationSlot(sato, secret, keys.sessionSk, changed))).toBe('OFFICE_DAMAGED')
  })

  it('of one user does not stand in for that of another', () => {
    expect(codeOf(() => checkSlot('verification-slot', abe, verifySlot))).toBe('OFFICE_DAMAGED')
  })

  it('is no session slot', () => {
    expect(codeOf(() => openSessionSlot(sato, secret, verifySlot))).toBe('OFFICE_DAMAGED')
  })
})

describe('checkSlot', () => {
  it('takes a good slot without its secret', () => {
    expect(codeOf(() => checkSlot('slot', sato, slot))).toBe('none')
  })

  it.each([
    ['box', { ...slot, box: slot.box.slice(0, 143) }],
    ['nonce', { ...slot, nonce: slot.nonce.slice(0, 23) }],
  ])('refuses another length of the %s, even with a digest made for it', (_name, short) => {
    const forged = { ...short, digest: digestFor(sato, short) }
    expect(codeOf(() => checkSlot('slot', sato, forged))).toBe('OFFICE_DAMAGED')
  })

  it('finds every single turned bit of a slot', () => {
    const parts = ['nonce', 'box', 'digest'] as const
    const missed = parts.flatMap((part) =>
      Array.from({ length: slot[part].length * 8 }, (_, bit) => bit).filter(
        (bit) =>
          codeOf(() => checkSlot('slot', sato, { ...slot, [part]: turnBit(slot[part], bit) })) === 'none',
      ),
    )
    expect(missed).toEqual([])
  })
})

/** The digest that a forger computes: it is a plain hash and keeps nobody out. */
function digestFor(other: SlotOwner, { kdf, nonce, box }: Slot): Uint8Array {
  const ad = canonical(
    'slot',
    fromHex(other.officeId),
    fromHex(other.userId),
    kdf.alg,
    u32be(kdf.memKiB),
    u32be(kdf.passes),
    u32be(kdf.lanes),
    kdf.salt,
    other.certificateHash,
  )
  return sha256(canonical('slot-digest', ad, nonce, box))
}
