import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { wipe } from '../../crypto/bytes.ts'
import { BOX_BYTES, newBatchKey, sealNumber } from '../../crypto/number-box.ts'
import { MAX_FILE_BYTES } from '../../exchange/encoding.ts'
import { type PayrollRow, readPayroll } from '../../exchange/payroll.ts'
import { VaultError } from '../../shared/errors.ts'
import type { JobParams, JobResult } from '../../shared/jobs.ts'
import { containsTwelveDigits } from '../../shared/my-number.ts'

/** A file's rows with their numbers; they live in this process only, until it is killed. */
export type HeldRows = ReadonlyMap<number, PayrollRow>

/** A pipe without a writer would hold the process; O_NONBLOCK changes nothing for a regular file. Windows has none. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** A regular file within the cap, read through one descriptor. Throws FILE_UNREADABLE, FILE_EMPTY or FILE_TOO_LARGE. */
export function readBounded(path: string): Uint8Array {
  let fd: number
  try {
    fd = openSync(path, READ_AT_ONCE)
  } catch {
    throw new VaultError('FILE_UNREADABLE')
  }
  try {
    const stat = fstatSync(fd)
    if (!stat.isFile()) throw new VaultError('FILE_UNREADABLE')
    if (stat.size === 0) throw new VaultError('FILE_EMPTY')
    if (stat.size > MAX_FILE_BYTES)
      throw new VaultError('FILE_TOO_LARGE', { bytes: stat.size, limit: MAX_FILE_BYTES })
    return readFileSync(fd)
  } catch (error) {
    throw error instanceof VaultError ? error : new VaultError('FILE_UNREADABLE')
  } finally {
    closeSync(fd)
  }
}

/** A file's name as the log may keep it: one that carries a number is not kept. */
const safeName = (path: string): string =>
  containsTwelveDigits(basename(path)) ? '(番号を含むファイル名)' : basename(path)

/** Reads a file with numbers. What is answered holds none; the rows stay here for `sealRows`. */
export function readFile(params: JobParams<'import.read'>): {
  held: HeldRows
  answer: JobResult<'import.read'>
} {
  const bytes = readBounded(params.path)
  const file = readPayroll(bytes, { encoding: params.encoding, mapping: params.mapping })
  wipe(bytes)
  const rows = file.rows.map(({ number: _number, numberState, ...row }) => ({ ...row, number: numberState }))
  const { encoding, headings, mapping, refused, warnings } = file
  return {
    held: new Map(file.rows.map((row) => [row.row, row])),
    answer: { fileName: safeName(params.path), encoding, headings, mapping, rows, refused, warnings },
  }
}

/** Seals the numbers of the rows named as one batch, in that order. Throws NUMBER_INVALID for a row without one. */
export function sealRows(params: JobParams<'import.seal'>, held: HeldRows): JobResult<'import.seal'> {
  const { target } = params
  const { key, sealedKey } = newBatchKey(target.nPub)
  const boxes = new Uint8Array(params.rows.length * BOX_BYTES)
  params.rows.forEach(({ row, person, version }, index) => {
    const number = held.get(row)?.number
    if (!number) throw new VaultError('NUMBER_INVALID', { reason: 'empty' })
    boxes.set(sealNumber(key, { ...target, person, version }, index, number), index * BOX_BYTES)
  })
  wipe(key)
  return { sealedKey, boxes }
}
