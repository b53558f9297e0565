import { asKey, type PageKey } from '../../src/crypto/keys.ts'
import { openDb } from '../../src/engine/store/db.ts'

/** A process that opens a database and says how that went. */
const [path = '', key = ''] = process.argv.slice(2)
try {
  openDb(path, asKey<PageKey>(new Uint8Array(Buffer.from(key, 'hex'))))
  process.send?.('opened')
} catch (error) {
  process.send?.((error as { code?: string }).code ?? 'unknown')
}
