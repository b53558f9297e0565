import { closeSync, constants, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { concat, sameBytes, u32be } from '../../crypto/bytes.ts'
import { sha256 } from '../../crypto/canonical.ts'
import { VaultError } from '../../shared/errors.ts'
import { IsoInstant, type OfficeId } from '../../shared/ids.ts'

/**
 * The workstation anchor: the last head of a log that this machine saw, kept outside the vault so that a vault put back
 * to an older state is noticed. One file a log, two fixed slots written in turn, each with its own check sum; a torn
 * write leaves the other slot.
 *
 * Slot, 88 bytes: "MGA1" · u32 turn · u32 seq · u32 0 · 32 head · 24 time (ISO, ASCII) · 16 first bytes of SHA-256.
 */
const SLOT_BYTES = 88
const MAGIC = new TextEncoder().encode('MGA1')

export interface AnchorPoint {
  readonly seq: number
  readonly head: Uint8Array
  readonly at: IsoInstant
}

export interface AnchorKey {
  readonly stateDir: string
  readonly officeId: OfficeId
  readonly incarnation: string
  readonly logId: string
}

/** Where the anchor of a log lies. */
export const anchorPath = (key: AnchorKey): string =>
  join(key.stateDir, 'anchors', `${key.officeId}-${key.incarnation}`, `${key.logId}.anchor`)

function encode(turn: number, point: AnchorPoint): Uint8Array {
  const body = concat(
    MAGIC,
    u32be(turn),
    u32be(point.seq),
    u32be(0),
    point.head,
    new TextEncoder().encode(point.at),
  )
  return concat(body, sha256(body).slice(0, 16))
}

function decode(slot: Uint8Array): { turn: number; point: AnchorPoint } | null {
  if (slot.length !== SLOT_BYTES) return null
  const body = slot.subarray(0, SLOT_BYTES - 16)
  if (!sameBytes(slot.slice(SLOT_BYTES - 16), sha256(body).slice(0, 16))) return null
  if (!sameBytes(slot.slice(0, 4), MAGIC)) return null
  const view = new DataView(slot.buffer, slot.byteOffset)
  const at = IsoInstant.safeParse(new TextDecoder().decode(slot.slice(48, 72)))
  if (!at.success) return null
  return { turn: view.getUint32(4), point: { seq: view.getUint32(8), head: slot.slice(16, 48), at: at.data } }
}

function readSlots(path: string): { turn: number; point: AnchorPoint } | null {
  let fd: number
  try {
    fd = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const found = [0, 1].flatMap((slot) => {
      const bytes = new Uint8Array(SLOT_BYTES)
      const read = readSync(fd, bytes, 0, SLOT_BYTES, slot * SLOT_BYTES)
      return decode(bytes.subarray(0, read)) ?? []
    })
    return found.toSorted((a, b) => b.turn - a.turn)[0] ?? null
  } finally {
    closeSync(fd)
  }
}

/** The newest anchor of a log on this machine; null when there is none that can be read. */
export const readAnchor = (key: AnchorKey): AnchorPoint | null => readSlots(anchorPath(key))?.point ?? null

export interface AnchorWriter {
  /** Durable when it returns. Throws NOT_WRITABLE. */
  write(point: AnchorPoint): void
  close(): void
}

/** Opens the anchor for writing, creating it (and syncing its folder) when it is not there. Throws NOT_WRITABLE. */
export function openAnchor(key: AnchorKey): AnchorWriter {
  const path = anchorPath(key)
  let turn = readSlots(path)?.turn ?? 0
  let fd: number
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    // Without truncation: an unreadable anchor keeps its other slot.
    fd = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
    fsyncSync(fd)
    if (process.platform !== 'win32') {
      const dir = openSync(dirname(path), 'r')
      fsyncSync(dir)
      closeSync(dir)
    }
  } catch {
    throw new VaultError('NOT_WRITABLE', { part: 'anchor' })
  }
  return {
    write: (point) => {
      turn += 1
      try {
        writeSync(fd, encode(turn, point), 0, SLOT_BYTES, (turn % 2) * SLOT_BYTES)
        fsyncSync(fd)
      } catch {
        throw new VaultError('NOT_WRITABLE', { part: 'anchor' })
      }
    },
    close: () => closeSync(fd),
  }
}
