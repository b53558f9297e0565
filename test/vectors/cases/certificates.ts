import { toHex } from '../../../src/crypto/bytes.ts'
import {
  certificateBytes,
  certificateHash,
  issueCertificate,
  issueNumberKey,
  type NumberKeyCertificate,
} from '../../../src/crypto/certificate.ts'
import { IsoInstant, UserId } from '../../../src/shared/ids.ts'
import type { Certificate } from '../../../src/shared/jobs.ts'
import { companyId, fixedBytes, fixedSignPair, officeId, spoiled, userId } from '../fixed.ts'

const root = fixedSignPair('root')
const manager = fixedSignPair('manager')

const first = issueCertificate(
  {
    officeId: officeId('one'),
    userId: userId('sato'),
    name: '佐藤 花子',
    roles: ['manager', 'handler'],
    sessionPk: fixedBytes('session pk sato'),
    signPk: manager.pk,
    verifyPk: fixedBytes('verify pk sato'),
    issuer: 'root',
    issuedAt: IsoInstant.parse('2025-11-04T00:30:00.000Z'),
    serial: 1,
  },
  root.sk,
)
const second = issueCertificate(
  {
    ...first,
    userId: userId('abe'),
    name: '',
    roles: ['intake'],
    signPk: fixedSignPair('abe').pk,
    issuer: userId('sato'),
    serial: 0xffffffff,
  },
  manager.sk,
)
const numberKey = issueNumberKey(
  {
    officeId: officeId('one'),
    companyId: companyId('one'),
    generation: 1,
    nPub: fixedBytes('number pk'),
    issuer: userId('sato'),
  },
  manager.sk,
)

/** Every byte array of a record as hex. */
const plain = (record: object): object =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]: [string, unknown]) => [
      key,
      value instanceof Uint8Array ? toHex(value) : value,
    ]),
  )
const good = (name: string, issuerSeed: Uint8Array, certificate: Certificate): object => ({
  name,
  kind: 'user',
  expect: 'ok',
  issuerSeed: toHex(issuerSeed),
  certificate: plain(certificate),
  bytes: toHex(certificateBytes(certificate)),
  hash: toHex(certificateHash(certificate)),
})
const bad = (name: string, change: Partial<Certificate>, issuer = 'root'): object => ({
  name,
  kind: 'user',
  expect: 'false',
  issuerSeed: toHex(fixedBytes(`sign ${issuer}`)),
  certificate: plain({ ...first, ...change }),
})
const key = (name: string, answer: 'ok' | 'false', change: Partial<NumberKeyCertificate> = {}): object => ({
  name,
  kind: 'number-key',
  expect: answer,
  issuerSeed: toHex(fixedBytes('sign manager')),
  certificate: plain({ ...numberKey, ...change }),
})

export const certificateVectors = (): object[] => [
  good('the first manager, by the root', fixedBytes('sign root'), first),
  good('a user, by that manager', fixedBytes('sign manager'), second),
  bad('another issuer key', {}, 'manager'),
  bad('another name', { name: '佐藤花子' }),
  bad('one role more', { roles: ['manager', 'handler', 'system'] }),
  bad('the verification key of another', { verifyPk: spoiled(first.verifyPk) }),
  bad('the issuer of zeros in place of the root', { issuer: UserId.parse('0'.repeat(32)) }),
  bad('a later serial', { serial: 2 }),
  bad('a serial below zero', { serial: -1 }),
  bad('a name without bytes', { name: '\ud842' }),
  bad('a spoiled signature', { signature: spoiled(first.signature) }),
  bad('no signature', { signature: new Uint8Array(0) }),
  key('a number key', 'ok'),
  key('a number key of another company', 'false', { companyId: companyId('two') }),
  key('a number key of the next generation', 'false', { generation: 2 }),
  key('a number key that is another', 'false', { nPub: spoiled(numberKey.nPub) }),
  key('a number key of generation 2^32', 'false', { generation: 2 ** 32 }),
]
