import { toHex, u32be, utf8 } from '../../../src/crypto/bytes.ts'
import { canonical, type Label } from '../../../src/crypto/canonical.ts'
import { fixedBytes } from '../fixed.ts'

const ok = (name: string, label: Label, parts: readonly Uint8Array[]): object => ({
  name,
  expect: 'ok',
  label,
  parts: parts.map(toHex),
  bytes: toHex(canonical(label, ...parts)),
})
const texts = (name: string, label: Label, values: readonly string[]): object => ({
  name,
  expect: 'ok',
  label,
  texts: values,
  parts: values.map((value) => toHex(utf8(value))),
  bytes: toHex(canonical(label, ...values)),
})

export const canonicalVectors = (): object[] => [
  ok('no parts', 'verification-key', []),
  ok('one empty part', 'verification-key', [new Uint8Array(0)]),
  ok('two empty parts', 'verification-key', [new Uint8Array(0), new Uint8Array(0)]),
  ok('an id and a count', 'list', [fixedBytes('id', 16), u32be(0xffffffff)]),
  ok('a part of 300 bytes', 'roster', [new Uint8Array(300).fill(0xab)]),
  ok('a part that looks like a length', 'batch', [u32be(0), u32be(4)]),
  ok('the same bytes cut at another place', 'batch', [Uint8Array.of(0, 0, 0, 0, 0), Uint8Array.of(0, 0, 4)]),
  texts('texts', 'certificate', ['佐藤 花子', 'manager,handler', '']),
  texts('a text beyond the first plane', 'certificate', ['𠮷田 \u{10ffff}']),
  texts('a byte order mark is kept', 'certificate', ['\ufeffa']),
  texts('composed and decomposed stay two texts', 'certificate', ['が', 'か\u3099']),
  { name: 'a lone high surrogate', expect: 'no-bytes', label: 'certificate', texts: ['\ud842'] },
  { name: 'a lone low surrogate', expect: 'no-bytes', label: 'certificate', texts: ['a', 'b\udfb7'] },
]
