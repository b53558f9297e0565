import { createHash } from 'node:crypto'
import { signPair } from '../../src/crypto/keys.ts'
import { sodium } from '../../src/crypto/sodium.ts'
import { timed, timesOf } from './measure.ts'
import { fillLog, LINES } from './log-lines.ts'
import type { Row } from './table.ts'
import { unlocked, type Vaults } from './vaults.ts'

const RUNS = 3

/**
 * Verification of a log of 100,000 lines, one signature each: the chain with the last signature of each session, then with
 * all. Floor: the hash calls alone, then the signature calls on top.
 */
export async function benchLog(vaults: Vaults): Promise<Row[]> {
  const root = await vaults.copy(1000)
  const lines = await fillLog(root)
  const vault = await unlocked(root)
  const { company } = vault
  const quick: number[] = []
  const hashes: number[] = []
  for (let index = 0; index < RUNS; index++) {
    hashes.push(await timed(() => hashAll(lines)))
    quick.push(await timed(() => verified(vault.call('log.verify', { company, full: false }))))
  }
  const full = await timed(() => verified(vault.call('log.verify', { company, full: true })))
  vault.remove()
  const signatures = await timed(verifyAll)
  const floor = timesOf(hashes).median
  return [
    {
      what: 'log verification of 100,000 lines',
      measured: timesOf(quick).median,
      floor,
      target: { of: 'measured', atMost: 2000 },
    },
    { what: 'log verification, every signature', measured: full, floor: floor + signatures },
  ]
}

async function verified(answer: Promise<{ ok: boolean; lines: number }>): Promise<void> {
  const { ok, lines } = await answer
  if (!ok || lines < LINES) throw new Error('the log of the benchmark does not verify')
}

function hashAll(lines: readonly string[]): void {
  let head = new Uint8Array(32)
  for (const line of lines) {
    const inner = createHash('sha256').update(line).digest()
    head = new Uint8Array(createHash('sha256').update(head).update(inner).digest())
  }
}

function verifyAll(): void {
  const { pk, sk } = signPair()
  const message = new Uint8Array(130)
  const signature = sodium.crypto_sign_detached(message, sk)
  for (let index = 0; index < LINES; index++) sodium.crypto_sign_verify_detached(signature, message, pk)
}
