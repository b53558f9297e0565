import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toHex } from '../../src/crypto/bytes.ts'
import { canonical, encodable, type Label } from '../../src/crypto/canonical.ts'
import { decode, encode } from './reference.ts'
import { Hex, readVectors } from './shape.ts'

const Labelled = z.enum(['verification-key', 'list', 'roster', 'batch', 'certificate'] satisfies Label[])
const Good = z.strictObject({
  name: z.string(),
  expect: z.literal('ok'),
  label: Labelled,
  texts: z.array(z.string()).optional(),
  parts: z.array(Hex),
  bytes: z.string(),
})
const Bad = z.strictObject({
  name: z.string(),
  expect: z.literal('no-bytes'),
  label: Labelled,
  texts: z.array(z.string()),
})

const vectors = readVectors('canonical', z.discriminatedUnion('expect', [Good, Bad]))
const good = vectors.filter((vector) => vector.expect === 'ok')
const bad = vectors.filter((vector) => vector.expect === 'no-bytes')

describe('canonical vectors', () => {
  it.each(good)('$name: the code writes the bytes', ({ label, parts, bytes }) => {
    expect(toHex(canonical(label, ...parts))).toBe(bytes)
  })

  it.each(good.filter(({ texts }) => texts))(
    '$name: the code writes the texts',
    ({ label, texts, bytes }) => {
      expect(toHex(canonical(label, ...(texts ?? [])))).toBe(bytes)
    },
  )

  it.each(good)('$name: the second reading writes the bytes', ({ label, parts, bytes }) => {
    expect(toHex(encode(label, parts))).toBe(bytes)
  })

  it.each(good)('$name: the bytes give label and parts back', ({ label, parts, bytes }) => {
    const read = decode(Buffer.from(bytes, 'hex'))
    expect([read.label, ...read.parts.map(toHex)]).toEqual([label, ...parts.map(toHex)])
  })

  it.each(bad)('$name: there are no bytes', ({ label, texts }) => {
    expect(encodable(() => canonical(label, ...texts))).toBeNull()
  })

  it('has no two vectors with the same bytes', () => {
    expect(new Set(good.map(({ bytes }) => bytes)).size).toBe(good.length)
  })
})
