import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex, utf8 } from '../../../src/crypto/bytes.ts'
import {
  aeadOpen,
  aeadSeal,
  asKey,
  asSignSk,
  boxPair,
  openSealed,
  sealTo,
  sign,
  signatureFits,
  signPair,
} from '../../../src/crypto/keys.ts'
import { fixedBytes } from '../../vectors/fixed.ts'
import { aBit, codeOf, turnBit } from './helpers.ts'

const alice = boxPair(fixedBytes('box alice'))
const bob = boxPair(fixedBytes('box bob'))
const signer = signPair(fixedBytes('sign signer'))
const key = fixedBytes('aead key')
const nonce = fixedBytes('aead nonce', 24)
const message = utf8('a message')
const ad = utf8('associated')

describe('a brand', () => {
  it.each([0, 31, 33, 64])('is refused to %d bytes', (length) => {
    expect(codeOf(() => asKey(new Uint8Array(length)))).toBe('OFFICE_DAMAGED')
  })

  it('of a signing key needs 64 bytes', () => {
    expect(codeOf(() => asSignSk(new Uint8Array(32)))).toBe('OFFICE_DAMAGED')
  })
})

describe('pairs', () => {
  it('follow from a seed', () => {
    expect(boxPair(fixedBytes('box alice'))).toEqual(alice)
    expect(signPair(fixedBytes('sign signer'))).toEqual(signer)
  })

  it('are fresh without one', () => {
    expect(toHex(boxPair().sk)).not.toBe(toHex(boxPair().sk))
    expect(toHex(signPair().sk)).not.toBe(toHex(signPair().sk))
  })
})

describe('a signature', () => {
  const signature = sign(message, signer.sk)

  it('fits its message and signer', () => {
    expect(signatureFits(signature, message, signer.pk)).toBe(true)
  })

  it('fits nothing once a bit of it, of the message or of the key is turned', () => {
    fc.assert(
      fc.property(aBit, (bit) => {
        expect(signatureFits(turnBit(signature, bit), message, signer.pk)).toBe(false)
        expect(signatureFits(signature, turnBit(message, bit), signer.pk)).toBe(false)
        expect(signatureFits(signature, message, turnBit(signer.pk, bit))).toBe(false)
      }),
    )
  })

  it('does not fit for bytes of any other length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 63 }), fc.uint8Array({ maxLength: 31 }), (short, shortPk) => {
        expect(signatureFits(short, message, signer.pk)).toBe(false)
        expect(signatureFits(signature, message, shortPk)).toBe(false)
      }),
    )
  })

  it('does not fit an all-zero key, for which some verifiers take any signature', () => {
    expect(signatureFits(new Uint8Array(64), message, new Uint8Array(32))).toBe(false)
  })

  it('does not fit a statement that has no bytes', () => {
    expect(signatureFits(signature, null, signer.pk)).toBe(false)
  })

  it('does not fit when S is written as S + L', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const hex = toHex(signature.slice(32).toReversed())
    const larger = (BigInt(`0x${hex}`) + order).toString(16).padStart(64, '0')
    const second = Uint8Array.from([...signature.slice(0, 32), ...Buffer.from(larger, 'hex').toReversed()])
    expect(signatureFits(second, message, signer.pk)).toBe(false)
  })
})

describe('a sealed box', () => {
  it('opens for its pair, 48 bytes shorter', () => {
    const box = sealTo(message, alice.pk)
    expect(box).toHaveLength(message.length + 48)
    expect(openSealed(box, alice.sk)).toEqual(message)
  })

  it('does not open for another pair', () => {
    expect(openSealed(sealTo(message, alice.pk), bob.sk)).toBeNull()
  })

  it('does not open once a bit is turned', () => {
    const box = sealTo(message, alice.pk)
    fc.assert(
      fc.property(aBit, (bit) => {
        expect(openSealed(turnBit(box, bit), alice.sk)).toBeNull()
      }),
    )
  })

  it('does not open from any other bytes, nor with a key of another length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.uint8Array({ maxLength: 40 }), (box, sk) => {
        expect(openSealed(box, alice.sk)).toBeNull()
        expect(openSealed(box, sk)).toBeNull()
      }),
    )
  })

  it('is not made for a public key of low order, whose secret everybody knows', () => {
    expect(() => sealTo(message, new Uint8Array(32))).toThrow('invalid usage')
  })
})

describe('an AEAD box', () => {
  const box = aeadSeal(message, ad, nonce, key)

  it('opens with all four, 16 bytes shorter', () => {
    expect(box).toHaveLength(message.length + 16)
    expect(aeadOpen(box, ad, nonce, key)).toEqual(message)
  })

  it('opens with none of the four changed', () => {
    fc.assert(
      fc.property(aBit, (bit) => {
        expect(aeadOpen(turnBit(box, bit), ad, nonce, key)).toBeNull()
        expect(aeadOpen(box, turnBit(ad, bit), nonce, key)).toBeNull()
        expect(aeadOpen(box, ad, turnBit(nonce, bit), key)).toBeNull()
        expect(aeadOpen(box, ad, nonce, turnBit(key, bit))).toBeNull()
      }),
    )
  })

  it('gives null for parts of any other length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 23 }), (short) => {
        expect(aeadOpen(short, ad, nonce, key)).toBeNull()
        expect(aeadOpen(box, ad, short, key)).toBeNull()
        expect(aeadOpen(box, ad, nonce, short)).toBeNull()
      }),
    )
  })
})
