import { toHex } from '../../../src/crypto/bytes.ts'
import { encodeKit, kitKeys } from '../../../src/crypto/kit.ts'
import type { OfficeId } from '../../../src/shared/ids.ts'
import { fixedBytes, officeId } from '../fixed.ts'

const office = officeId('one')

const good = (name: string, seed: Uint8Array, id: OfficeId = office): object => {
  const keys = kitKeys(seed, id)
  return {
    name,
    kind: 'kit',
    expect: 'ok',
    officeId: id,
    seed: toHex(seed),
    code: encodeKit(seed, id),
    rootPk: toHex(keys.root.pk),
    boxPk: toHex(keys.box.pk),
  }
}
const seed = fixedBytes('kit seed')
const code = encodeKit(seed, office)
const typed = (name: string, text: string, answer: 'ok' | 'null', id: OfficeId = office): object => ({
  name,
  kind: 'typed',
  expect: answer,
  officeId: id,
  seed: toHex(seed),
  typed: text,
})
const wide = (text: string): string =>
  text.replaceAll(/[0-9A-Z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const last = code.endsWith('0') ? '1' : '0'

export const kitVectors = (): object[] => [
  good('a seed', seed),
  good('the same seed in another office', seed, officeId('two')),
  good('a seed of zeros', new Uint8Array(32)),
  good('a seed of ones', new Uint8Array(32).fill(0xff)),
  typed('as printed', code, 'ok'),
  typed('in lower case without hyphens', code.toLowerCase().replaceAll('-', ''), 'ok'),
  typed('in full width with ideographic spaces', wide(code).replaceAll('-', '\u3000'), 'ok'),
  typed('with the long vowel mark of a Japanese keyboard', code.replaceAll('-', 'ー'), 'ok'),
  typed(
    'with O for 0, I and l for 1',
    code.replaceAll('0', 'o').replace('1', 'I').replaceAll('1', 'l'),
    'ok',
  ),
  typed('by another office', code, 'null', officeId('two')),
  typed('with the last character changed', code.slice(0, -1) + last, 'null'),
  typed(
    'with the first two groups swapped',
    `${code.slice(5, 10)}${code.slice(0, 5)}${code.slice(10)}`,
    'null',
  ),
  typed('with a character too few', code.slice(1), 'null'),
  typed('with a character too many', `${code}0`, 'null'),
  typed('with a U', `U${code.slice(1)}`, 'null'),
  typed('as nothing', '', 'null'),
]
