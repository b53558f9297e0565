import { u32be } from '../../src/crypto/bytes.ts'
import { canonical, sha256, systemRandom } from '../../src/crypto/canonical.ts'
import { certificateHash, issueCertificate } from '../../src/crypto/certificate.ts'
import { KDF_FLOOR } from '../../src/crypto/kdf.ts'
import {
  asKey,
  boxPair,
  type NumberSk,
  openSealed,
  sealTo,
  type SessionPk,
  type SessionSk,
  type SignPk,
  type SignSk,
  signPair,
  type VerifyPk,
  type VerifySk,
} from '../../src/crypto/keys.ts'
import { kitKeys, newKitSeed } from '../../src/crypto/kit.ts'
import type { SlotOwner } from '../../src/crypto/slot.ts'
import type { RosterUser } from '../../src/engine/office/roster.ts'
import { VaultError } from '../../src/shared/errors.ts'
import type { OfficeId, UserId } from '../../src/shared/ids.ts'
import {
  type Certificate,
  type JobName,
  type JobParams,
  type JobResult,
  JOBS,
  type Slot,
} from '../../src/shared/jobs.ts'
import type { Role } from '../../src/shared/model.ts'
import type { PeerHandlers } from '../../src/shared/rpc.ts'
import { matchRecord, type Opened, resealRecords } from '../../src/worker/jobs/verify.ts'
import { writeKit } from '../../src/worker/kit-sheet.ts'
import { inProcessWorkers, scriptedOperator, type Script, type TestWorkers } from './engine.ts'

/**
 * Workers that hold the users' keys instead of stretching their secrets, because one derivation costs more than a whole test.
 * Only what lies behind Argon2 is replaced: making an office's keys, opening the two slots. Everything else is the real
 * worker. grant.test.ts and unlock.test.ts run with the derivation.
 */

export interface UserKeys {
  readonly session: { pk: SessionPk; sk: SessionSk }
  readonly signing: { pk: SignPk; sk: SignSk }
  readonly verification: { pk: VerifyPk; sk: VerifySk }
}

export interface Keyring {
  readonly users: Map<UserId, UserKeys>
  root: { pk: SignPk; sk: SignSk } | null
  officeKey: Uint8Array | null
}

export const newKeyring = (): Keyring => ({ users: new Map(), root: null, officeKey: null })

export const newUserKeys = (): UserKeys => ({
  session: boxPair<SessionPk, SessionSk>(),
  signing: signPair(),
  verification: boxPair<VerifyPk, VerifySk>(),
})

/** A slot whose digest fits and which no secret opens. */
export function closedSlot(label: 'slot' | 'verification-slot', owner: SlotOwner): Slot {
  const kdf = { alg: 'argon2id13' as const, ...KDF_FLOOR, lanes: 1, salt: systemRandom(16) }
  const ad = canonical(
    label,
    Buffer.from(owner.officeId, 'hex'),
    Buffer.from(owner.userId, 'hex'),
    kdf.alg,
    u32be(kdf.memKiB),
    u32be(kdf.passes),
    u32be(kdf.lanes),
    kdf.salt,
    owner.certificateHash,
  )
  const nonce = systemRandom(24)
  const box = systemRandom(label === 'slot' ? 144 : 48)
  return { kdf, nonce, box, digest: sha256(canonical('slot-digest', ad, nonce, box)) }
}

/** A user as a roster holds one, certified by `issuer`. */
export function rosterEntry(
  facts: { officeId: OfficeId; userId: UserId; name: string; roles: Role[]; issuer: UserId | 'root' },
  keys: UserKeys,
  issuerSk: SignSk,
  officeKey: Uint8Array,
): RosterUser {
  const certificate: Certificate = issueCertificate(
    {
      ...facts,
      sessionPk: keys.session.pk,
      signPk: keys.signing.pk,
      verifyPk: keys.verification.pk,
      issuedAt: '2026-11-24T01:00:00.000Z' as Certificate['issuedAt'],
      serial: 1,
    },
    issuerSk,
  )
  const owner = {
    officeId: facts.officeId,
    userId: facts.userId,
    certificateHash: certificateHash(certificate),
  }
  return {
    certificate,
    disabled: false,
    slot: closedSlot('slot', owner),
    verificationSlot: closedSlot('verification-slot', owner),
    officeKey: sealTo(officeKey, keys.session.pk),
  }
}

function makeOffice(ring: Keyring, params: JobParams<'office.create'>): JobResult<'office.create'> {
  const seed = newKitSeed()
  const kit = kitKeys(seed, params.officeId)
  writeKit(params.kitPath, seed, { ...params, issuedOn: params.issuedAt.slice(0, 10) })
  const keys = newUserKeys()
  const officeKey = systemRandom(32)
  ring.users.set(params.userId, keys)
  ring.root = kit.root
  ring.officeKey = officeKey
  const { officeId, userId, userName: name } = params
  const facts = {
    officeId,
    userId,
    name,
    roles: ['manager', 'handler'] satisfies Role[],
    issuer: 'root' as const,
  }
  const entry = rosterEntry(facts, keys, kit.root.sk, officeKey)
  return {
    rootPk: kit.root.pk,
    kitPk: kit.box.pk,
    certificate: entry.certificate,
    slot: entry.slot,
    verifySlot: entry.verificationSlot,
    session: { sessionSk: keys.session.sk, signSk: keys.signing.sk },
    officeKey,
    officeKeyWrap: entry.officeKey,
    officeKeyKitWrap: sealTo(officeKey, kit.box.pk),
  }
}

/** The user's keys; a secret other than the one expected is the wrong one, counted first as the real worker does. */
async function keysOf(
  ring: Keyring,
  callbacks: PeerHandlers,
  user: UserId,
  typed: string,
  right: string,
  code: 'WRONG_PASSPHRASE' | 'WRONG_SECRET',
): Promise<UserKeys> {
  await callbacks.get('attempt')?.({})
  const keys = ring.users.get(user)
  if (!keys || typed !== right) throw new VaultError(code)
  return keys
}

/** What every test user knows. */
export const RIGHT = { passphrase: 'correct horse battery 電池', secret: '二つ目の合言葉99' } as const

export const keyedWorkers =
  (ring: Keyring) =>
  (script: Script): TestWorkers => {
    const real = inProcessWorkers(script)
    const operator = scriptedOperator(script)
    const start: TestWorkers['start'] = async (spec, callbacks) => {
      const link = await real.start(spec, callbacks)
      let opened: Opened | null = null
      const held = (): Opened => {
        if (!opened) throw new VaultError('BAD_REQUEST')
        return opened
      }
      let dead = false
      const table: { readonly [J in JobName]?: (params: JobParams<J>) => unknown } = {
        'office.create': (params) => makeOffice(ring, params),
        unlock: async (params) => {
          await operator.ask('screen.unlock', { office: '', user: '', failedAttempts: 0, error: null })
          const keys = await keysOf(
            ring,
            callbacks,
            params.userId,
            script.passphrase,
            RIGHT.passphrase,
            'WRONG_PASSPHRASE',
          )
          return { sessionSk: keys.session.sk, signSk: keys.signing.sk, rootPk: ring.root?.pk }
        },
        'verify.open': async (params) => {
          await operator.ask('screen.verify', { ...params.screen, error: null })
          const keys = await keysOf(
            ring,
            callbacks,
            params.userId,
            script.secret,
            RIGHT.secret,
            'WRONG_SECRET',
          )
          const found = new Map<number, NumberSk>()
          const answers = params.keys.map(({ generation, sealed, challenge }) => {
            const sk = openSealed(sealed, keys.verification.sk)
            const secret = sk && openSealed(challenge, sk)
            if (!sk || !secret) throw new VaultError('RECORD_TAMPERED', { part: 'number key' })
            found.set(generation, asKey<NumberSk>(sk))
            return sha256(canonical('challenge', secret))
          })
          opened = {
            officeId: params.officeId,
            companyId: params.companyId,
            keys: found,
            act: params.screen.act,
            size: params.screen.people.length,
          }
          return { answers }
        },
        'verify.reseal': (params) => resealRecords(params, held()),
        'verify.match': (params) => matchRecord(params, held(), operator),
      }
      const callTable = async <J extends JobName>(name: J, params: unknown): Promise<unknown> => {
        if (dead) throw new VaultError('WORKER_FAILED')
        const checked = JOBS[name].params.parse(structuredClone(params)) as JobParams<J>
        const job = table[name]
        const answer = structuredClone(await job?.(checked))
        if (dead) throw new VaultError('WORKER_FAILED')
        return answer
      }
      return {
        call: (name, params) =>
          Object.hasOwn(table, name) ? callTable(name, params) : link.call(name, params),
        kill: () => {
          dead = true
          opened = null
          link.kill()
        },
        exited: link.exited,
      }
    }
    return { ...real, start }
  }
