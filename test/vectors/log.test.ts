import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toHex } from '../../src/crypto/bytes.ts'
import { encodable } from '../../src/crypto/canonical.ts'
import { signPair } from '../../src/crypto/keys.ts'
import { genesis, headFits, type HeadStatement, nextHead, signHead } from '../../src/crypto/log-chain.ts'
import { OfficeId, UserId } from '../../src/shared/ids.ts'
import { encode, hash, id, signatureIsGood, text, u32 } from './reference.ts'
import { Hex, readVectors } from './shape.ts'

const Chain = z.strictObject({
  name: z.string(),
  kind: z.literal('chain'),
  expect: z.enum(['ok', 'no-bytes']),
  officeId: OfficeId,
  logId: z.string(),
  lines: z.array(z.string()),
  heads: z.array(z.string()).default([]),
})
const Head = z.strictObject({
  name: z.string(),
  kind: z.literal('head'),
  expect: z.enum(['ok', 'false']),
  actorSeed: Hex,
  statement: z.strictObject({
    officeId: OfficeId,
    logId: z.string(),
    seq: z.number(),
    head: Hex,
    actor: UserId,
  }),
  signature: Hex,
})
const vectors = readVectors('log', z.discriminatedUnion('kind', [Chain, Head]))
const chains = vectors.filter((vector) => vector.kind === 'chain')
const heads = vectors.filter((vector) => vector.kind === 'head')

/** The document's tables, read a second time. */
const headBytes = (s: HeadStatement): Buffer =>
  encode('log-head', [id(s.officeId), id(s.logId), u32(s.seq), s.head, id(s.actor)])
const headsByReference = (officeId: string, logId: string, lines: readonly string[]): string[] => {
  const out = [hash(encode('log-genesis', [id(officeId), id(logId)]))]
  for (const line of lines) {
    out.push(hash(Buffer.from(out.at(-1) ?? '', 'hex'), Buffer.from(hash(text(line)), 'hex')))
  }
  return out
}

describe('log chain vectors', () => {
  const good = chains.filter((vector) => vector.expect === 'ok')
  const bad = chains.filter((vector) => vector.expect === 'no-bytes')

  it.each(good)('$name: the code computes every head', ({ officeId, logId, lines, heads: stored }) => {
    const first = genesis(officeId, logId)
    const all = lines.map((_, i) => lines.slice(0, i + 1).reduce(nextHead, first))
    expect([first, ...all].map(toHex)).toEqual(stored)
  })

  it.each(good)('$name: the second reading computes every head', (vector) => {
    expect(headsByReference(vector.officeId, vector.logId, vector.lines)).toEqual(vector.heads)
  })

  it.each(bad)('$name: there is no head', ({ officeId, logId, lines }) => {
    expect(encodable(() => lines.reduce(nextHead, genesis(officeId, logId)))).toBeNull()
  })
})

describe('log head vectors', () => {
  const good = heads.filter((vector) => vector.expect === 'ok')

  it.each(heads)('$name: the code answers $expect', ({ statement, signature, actorSeed, expect: answer }) => {
    expect(headFits(statement, signature, signPair(actorSeed).pk)).toBe(answer === 'ok')
  })

  it.each(heads.filter(({ statement }) => statement.seq >= 0))(
    '$name: OpenSSL over the second reading answers $expect',
    ({ statement, signature, actorSeed, expect: answer }) => {
      const fits = signatureIsGood(signature, headBytes(statement), signPair(actorSeed).pk)
      expect(fits).toBe(answer === 'ok')
    },
  )

  it.each(good)('$name: signed again it is the same', ({ statement, signature, actorSeed }) => {
    expect(toHex(signHead(statement, signPair(actorSeed).sk))).toBe(toHex(signature))
  })
})
