import { fork } from 'node:child_process'
import { join } from 'node:path'
import { sodium } from '../../src/crypto/sodium.ts'
import { closeDb } from '../../src/engine/store/db.ts'
import { fillLog } from './log-lines.ts'
import { repeated, timesOf } from './measure.ts'
import { plainAnchor, plainDb, plainLiner } from './plain.ts'
import type { RevealResult } from './reveal-process.ts'
import type { Row } from './table.ts'
import type { Vaults } from './vaults.ts'

const PEOPLE = 100_000
const RUNS = 20

/**
 * A number of a company with 100,000 people and as many log lines shown through real worker processes: from the end of the derivation until the list is
 * closed. Floor: its three lines committed and anchored, and the AEAD calls. Also what the engine's process holds then.
 */
export async function benchReveal(vaults: Vaults): Promise<Row[]> {
  const root = await vaults.copy(PEOPLE)
  await fillLog(root)
  const { reveals, memory } = await inProcess(root)
  const db = plainDb(join(vaults.folder, 'reveal.db'))
  const anchor = plainAnchor(join(vaults.folder, 'reveal.anchor'))
  const line = plainLiner(db)
  const floor = await repeated(RUNS, () => {
    for (let index = 0; index < 3; index++) {
      line()
      anchor.write()
    }
    sealAndOpen()
  })
  anchor.close()
  closeDb(db)
  return [
    {
      what: 'reveal after the KDF, at 100,000',
      measured: timesOf(reveals).median,
      p95: timesOf(reveals).p95,
      floor: timesOf(floor).median,
      target: { of: 'measured', atMost: 50 },
    },
    {
      what: 'engine with 100,000 people',
      measured: memory.open,
      floor: memory.empty,
      unit: 'MB',
      target: { of: 'measured', atMost: 200 },
    },
  ]
}

/** Batch key and number opened, number sealed for the list and opened again. */
function sealAndOpen(): void {
  const key = new Uint8Array(32)
  const nonce = new Uint8Array(24)
  const pair = sodium.crypto_box_keypair()
  const sealedKey = sodium.crypto_box_seal(key, pair.publicKey)
  sodium.crypto_box_seal_open(sealedKey, pair.publicKey, pair.privateKey)
  for (let index = 0; index < 2; index++) {
    const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(new Uint8Array(16), null, null, nonce, key)
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, null, nonce, key)
  }
}

function inProcess(root: string): Promise<RevealResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'reveal-process.ts'), [root], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('message', (result) => resolve(result as RevealResult))
    child.once('exit', (code) => reject(new Error(`the engine's process ended with ${code}`)))
  })
}
