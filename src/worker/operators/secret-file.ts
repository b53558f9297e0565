import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { wipe } from '../../crypto/bytes.ts'
import { VaultError } from '../../shared/errors.ts'

const MAX_BYTES = 4096
const GROUP_OR_WORLD = 0o077
/** A pipe without a writer would hold the process; O_NONBLOCK changes nothing for a regular file. Windows has none. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
const NEWLINE = 10
const RETURN = 13

/**
 * The first line of a file that holds a secret or a number, as bytes. Refused when anybody but the owner could read it
 * (SECRET_FILE_OPEN, POSIX only) or when it is not a small regular file with a line in it (SECRET_FILE_UNREADABLE).
 */
export function readSecretFile(path: string): Uint8Array {
  let fd: number
  try {
    fd = openSync(path, READ_AT_ONCE)
  } catch {
    throw new VaultError('SECRET_FILE_UNREADABLE')
  }
  try {
    const stat = fstatSync(fd)
    if (!stat.isFile() || stat.size > MAX_BYTES) throw new VaultError('SECRET_FILE_UNREADABLE')
    if (process.platform !== 'win32' && (stat.mode & GROUP_OR_WORLD) !== 0)
      throw new VaultError('SECRET_FILE_OPEN')
    const bytes = new Uint8Array(MAX_BYTES)
    const read = readSync(fd, bytes, 0, MAX_BYTES, 0)
    const end = bytes.subarray(0, read).findIndex((byte) => byte === NEWLINE || byte === RETURN)
    const line = bytes.slice(0, end < 0 ? read : end)
    wipe(bytes)
    if (line.length === 0) throw new VaultError('SECRET_FILE_UNREADABLE')
    return line
  } finally {
    closeSync(fd)
  }
}
