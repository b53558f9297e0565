import { toHex } from '../../../src/crypto/bytes.ts'
import { genesis, type HeadStatement, nextHead, signHead } from '../../../src/crypto/log-chain.ts'
import { companyId, fixedBytes, fixedSignPair, officeId, spoiled, userId } from '../fixed.ts'

const office = officeId('one')
const company = companyId('one')
const LINES = [
  '[1,"2025-11-04T00:30:00.000Z","収集"]',
  '[2,"2025-11-04T00:31:00.000Z","𠮷田"]',
  '',
  '[2,"2025-11-04T00:31:00.000Z","𠮷田"]',
]

const chain = (name: string, logId: string, lines: readonly string[]): object => {
  const heads = [genesis(office, logId)]
  for (const line of lines) heads.push(nextHead(heads.at(-1) ?? new Uint8Array(0), line))
  return { name, kind: 'chain', expect: 'ok', officeId: office, logId, lines, heads: heads.map(toHex) }
}

const first = genesis(office, company)
const statement: HeadStatement = {
  officeId: office,
  logId: company,
  seq: LINES.length,
  head: LINES.reduce(nextHead, first),
  actor: userId('sato'),
}
const head = (
  name: string,
  answer: 'ok' | 'false',
  change: Partial<HeadStatement> = {},
  by = 'sato',
): object => {
  const changed = { ...statement, ...change }
  return {
    name,
    kind: 'head',
    expect: answer,
    actorSeed: toHex(fixedBytes(`sign ${by}`)),
    statement: { ...changed, head: toHex(changed.head) },
    signature: toHex(signHead(statement, fixedSignPair('sato').sk)),
  }
}

export const logVectors = (): object[] => [
  chain('a log without lines', company, []),
  chain('the log of a company', company, LINES),
  chain('the log of the office', office, LINES.slice(0, 1)),
  {
    name: 'a log that has no id',
    kind: 'chain',
    expect: 'no-bytes',
    officeId: office,
    logId: 'office',
    lines: [],
  },
  {
    name: 'a line without bytes',
    kind: 'chain',
    expect: 'no-bytes',
    officeId: office,
    logId: company,
    lines: ['\ud842'],
  },
  head('a head by its actor', 'ok'),
  head('a head by another user', 'false', {}, 'abe'),
  head('a head of another office', 'false', { officeId: officeId('two') }),
  head('a head of another log', 'false', { logId: office }),
  head('a head at another line', 'false', { seq: 3 }),
  head('a head at the line -1', 'false', { seq: -1 }),
  head('another head', 'false', { head: spoiled(statement.head) }),
  head('a head that names another actor', 'false', { actor: userId('abe') }),
]
