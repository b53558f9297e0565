import { fromHex, toHex } from '../../crypto/bytes.ts'
import type { RandomSource } from '../../crypto/canonical.ts'
import { ID_BYTES } from '../../shared/ids.ts'

/** An id as SQLite holds it: 16 raw bytes. */
export const idBlob = (id: string): Uint8Array => fromHex(id)

/** A stored id with the brand of its table. The column's CHECK guarantees 16 bytes. */
export const idOf = <Id extends string>(blob: Uint8Array): Id => toHex(blob) as Id

/** A fresh random id. */
export const newId = <Id extends string>(random: RandomSource): Id => toHex(random(ID_BYTES)) as Id
