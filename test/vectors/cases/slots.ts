import { concat, fromHex, toHex, u32be, utf8 } from '../../../src/crypto/bytes.ts'
import { canonical, sha256 } from '../../../src/crypto/canonical.ts'
import { KDF_FLOOR } from '../../../src/crypto/kdf.ts'
import {
  boxPair,
  type SessionPk,
  type SessionSk,
  type VerifyPk,
  type VerifySk,
} from '../../../src/crypto/keys.ts'
import { sealSessionSlot, sealVerificationSlot, type SlotOwner } from '../../../src/crypto/slot.ts'
import type { Slot } from '../../../src/shared/jobs.ts'
import { fixedBytes, fixedRandom, fixedSignPair, officeId, spoiled, userId } from '../fixed.ts'

const ownerOf = (name: string): SlotOwner => ({
  officeId: officeId('one'),
  userId: userId(name),
  certificateHash: fixedBytes(`certificate hash ${name}`),
})
const sato = ownerOf('sato')
const abe = ownerOf('abe')
const { sk: sessionSk } = boxPair<SessionPk, SessionSk>(fixedBytes('session sato'))
const { sk: otherSk } = boxPair<SessionPk, SessionSk>(fixedBytes('session abe'))
const { sk: verifySk } = boxPair<VerifyPk, VerifySk>(fixedBytes('verify sato'))
const { sk: signSk } = fixedSignPair('sato')
const { pk: rootPk } = fixedSignPair('root')
const passphrase = utf8('守り蔵を開ける言葉 2025')
const secret = utf8('second secret')

interface Change {
  readonly owner?: SlotOwner
  readonly secret?: Uint8Array
  readonly sessionSk?: Uint8Array
  readonly slot?: (slot: Slot) => Slot
}

const written = (slot: Slot): object => ({
  alg: slot.kdf.alg,
  memKiB: slot.kdf.memKiB,
  passes: slot.kdf.passes,
  lanes: slot.kdf.lanes,
  salt: toHex(slot.kdf.salt),
  nonce: toHex(slot.nonce),
  box: toHex(slot.box),
  digest: toHex(slot.digest),
})
const ownerHex = (owner: SlotOwner): object => ({ ...owner, certificateHash: toHex(owner.certificateHash) })
const same = (slot: Slot): Slot => slot

/** The digest that a forger computes for another owner: it is a plain hash and keeps nobody out. */
const forge = (owner: SlotOwner, { kdf, nonce, box }: Slot): Uint8Array => {
  const ids = [owner.officeId, owner.userId].map(fromHex)
  const cost = [kdf.memKiB, kdf.passes, kdf.lanes].map(u32be)
  const ad = canonical('slot', ...ids, kdf.alg, ...cost, kdf.salt, owner.certificateHash)
  return sha256(canonical('slot-digest', ad, nonce, box))
}

const kdf = (change: Partial<Slot['kdf']>) => ({
  slot: (slot: Slot): Slot => ({ ...slot, kdf: { ...slot.kdf, ...change } }),
})

export function slotVectors(): object[] {
  const keys = { sessionSk, signSk, rootPk }
  const session = sealSessionSlot(sato, passphrase, keys, KDF_FLOOR, fixedRandom('slot'))
  const dearer = { memKiB: 96 * 1024, passes: 4 }
  const costly = sealSessionSlot(sato, utf8(''), keys, dearer, fixedRandom('costly slot'))
  const verification = sealVerificationSlot(
    sato,
    secret,
    sessionSk,
    verifySk,
    KDF_FLOOR,
    fixedRandom('verification slot'),
  )

  const ofSession = (name: string, expect: string, change: Change = {}): object => ({
    name: `session: ${name}`,
    kind: 'session',
    expect,
    owner: ownerHex(change.owner ?? sato),
    secret: toHex(change.secret ?? passphrase),
    slot: written((change.slot ?? same)(session)),
    plain: toHex(concat(sessionSk, signSk, rootPk)),
  })
  const ofVerification = (name: string, expect: string, change: Change = {}): object => ({
    name: `verification: ${name}`,
    kind: 'verification',
    expect,
    owner: ownerHex(change.owner ?? sato),
    secret: toHex(change.secret ?? secret),
    sessionSk: toHex(change.sessionSk ?? sessionSk),
    slot: written((change.slot ?? same)(verification)),
    plain: toHex(verifySk),
  })
  return [
    ofSession('the right passphrase', 'ok'),
    ofSession('a dearer slot and an empty passphrase', 'ok', { secret: utf8(''), slot: () => costly }),
    ofSession('a wrong passphrase', 'null', { secret: utf8('守り蔵を開ける言葉 2024') }),
    ofSession('the slot of another user', 'OFFICE_DAMAGED', { owner: abe }),
    ofSession('the slot of another user with its digest forged', 'null', {
      owner: abe,
      slot: (slot) => ({ ...slot, digest: forge(abe, slot) }),
    }),
    ofSession('another certificate', 'OFFICE_DAMAGED', {
      owner: { ...sato, certificateHash: abe.certificateHash },
    }),
    ofSession('a spoiled box', 'OFFICE_DAMAGED', { slot: (s) => ({ ...s, box: spoiled(s.box) }) }),
    ofSession('a spoiled nonce', 'OFFICE_DAMAGED', { slot: (s) => ({ ...s, nonce: spoiled(s.nonce) }) }),
    ofSession('a spoiled salt', 'OFFICE_DAMAGED', kdf({ salt: spoiled(session.kdf.salt) })),
    ofSession('fewer passes', 'OFFICE_DAMAGED', kdf({ passes: 2 })),
    ofSession('a short box', 'OFFICE_DAMAGED', { slot: (s) => ({ ...s, box: s.box.slice(1) }) }),
    ofSession('too much memory', 'KDF_LIMITS', kdf({ memKiB: 1024 * 1024 + 1 })),
    ofSession('too little memory', 'KDF_LIMITS', kdf({ memKiB: 64 * 1024 - 1 })),
    ofSession('too many passes', 'KDF_LIMITS', kdf({ passes: 11 })),
    ofSession('no passes', 'KDF_LIMITS', kdf({ passes: 0 })),
    ofSession('memory of 2^31 KiB', 'KDF_LIMITS', kdf({ memKiB: 2 ** 31 })),
    ofSession('two lanes', 'KDF_LIMITS', kdf({ lanes: 2 })),
    ofSession('a short salt', 'KDF_LIMITS', kdf({ salt: session.kdf.salt.slice(1) })),
    ofVerification('the right secret', 'ok'),
    ofVerification('a wrong secret', 'null', { secret: utf8('second secreT') }),
    ofVerification('the session key of another', 'null', { sessionSk: otherSk }),
    ofVerification('the slot of another user', 'OFFICE_DAMAGED', { owner: abe }),
    ofVerification('a spoiled box', 'OFFICE_DAMAGED', { slot: (s) => ({ ...s, box: spoiled(s.box) }) }),
    ofVerification('too many passes', 'KDF_LIMITS', kdf({ passes: 11 })),
  ]
}
