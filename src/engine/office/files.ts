import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { VaultError } from '../../shared/errors.ts'
import type { CompanyId } from '../../shared/ids.ts'
import { syncFile } from '../store/db.ts'
import { ROSTER_LIMITS } from './roster.ts'

/** Where things lie in an office folder. */
export const officeFiles = (dir: string) => ({
  roster: join(dir, 'office.json'),
  db: join(dir, 'office.db'),
  companies: join(dir, 'companies'),
  company: (id: CompanyId) => join(dir, 'companies', `${id}.db`),
  lock: join(dir, '.lock'),
})

/** File systems whose locks and write order cannot be trusted for a live vault (Linux statfs magic numbers). */
const REMOTE_FILE_SYSTEMS = new Map<number, string>([
  [0x6969, 'NFS'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x517b, 'SMB'],
  [0x65735546, 'FUSE'],
  [0x01021997, '9P'],
])
/** Folders that cloud programs copy behind our back: database and WAL would be copied at different moments. */
const SYNCED_FOLDER =
  /(^|[/\\])(OneDrive|Dropbox|Google Drive|GoogleDrive|iCloud Drive|iCloudDrive|Box Sync|Box)([/\\ -]|$)/i

/** Refuses network and cloud-synchronised folders. Throws PLACE_REFUSED with the kind. */
export function checkPlace(
  dir: string,
  typeOf: (path: string) => number = (path) => statfsSync(path).type,
): void {
  const path = resolve(dir)
  if (SYNCED_FOLDER.test(path) || path.startsWith('\\\\'))
    throw new VaultError('PLACE_REFUSED', { kind: 'sync' })
  if (process.platform !== 'linux') return
  const kind = REMOTE_FILE_SYSTEMS.get(typeOf(nearest(path)) >>> 0)
  if (kind) throw new VaultError('PLACE_REFUSED', { kind })
}

function nearest(path: string): string {
  let at = path
  while (!existsSync(at)) at = resolve(at, '..')
  return at
}

/** Makes an empty office folder (mode 0700). Throws OFFICE_EXISTS when anything is in it, NOT_WRITABLE when it cannot. */
export function makeOfficeFolder(dir: string): void {
  checkPlace(dir)
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    if (readdirSync(dir).length > 0) throw new VaultError('OFFICE_EXISTS')
    mkdirSync(join(dir, 'companies'), { mode: 0o700 })
  } catch (error) {
    throw error instanceof VaultError ? error : new VaultError('NOT_WRITABLE')
  }
}

/** Takes back a folder that `makeOfficeFolder` made and whose creation failed: only our own files, nothing else. */
export function unmakeOfficeFolder(dir: string): void {
  const files = officeFiles(dir)
  for (const path of [files.db, `${files.db}-wal`, files.roster, `${files.roster}.new`])
    rmSync(path, { force: true })
  rmSync(files.companies, { recursive: true, force: true })
}

/** The roster's text. Throws NOT_AN_OFFICE when there is no regular file of a sane size, FILE_UNREADABLE when it cannot be read. */
export function readRosterText(dir: string): string {
  const path = officeFiles(dir).roster
  const stat = statOf(path)
  if (!stat?.isFile() || stat.size === 0 || stat.size > ROSTER_LIMITS.bytes)
    throw new VaultError('NOT_AN_OFFICE')
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new VaultError('FILE_UNREADABLE')
  }
}

/** A path's own state, links not followed; undefined when nothing is there. Throws FILE_UNREADABLE when its folder is closed. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    throw new VaultError('FILE_UNREADABLE')
  }
}

/** Writes the roster beside the old one, makes it durable and renames it into place. Throws NOT_WRITABLE. */
export function writeRosterText(dir: string, text: string): void {
  const path = officeFiles(dir).roster
  const next = `${path}.new`
  try {
    const fd = openSync(next, 'w', 0o600)
    try {
      writeFileSync(fd, text)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(next, path)
    syncFile(path)
  } catch {
    throw new VaultError('NOT_WRITABLE', { part: 'office.json' })
  }
}

const Lock = z.object({ user: z.string(), device: z.string(), since: z.string() })

/** Says who has the office open, for the message only: SQLite's own lock decides. */
export function writeLockNote(dir: string, note: z.infer<typeof Lock>): void {
  try {
    writeFileSync(officeFiles(dir).lock, JSON.stringify(note), { mode: 0o600 })
  } catch {
    // The note is a courtesy; the lock itself is SQLite's.
  }
}

/** Removes the note when the office closes. */
export const removeLockNote = (dir: string): void => rmSync(officeFiles(dir).lock, { force: true })

/** Parameters of OFFICE_IN_USE: who and where, as far as the note says. */
export function readLockNote(dir: string): { user: string; device: string; since: string } | null {
  try {
    return Lock.parse(JSON.parse(readFileSync(officeFiles(dir).lock, 'utf8')))
  } catch {
    return null
  }
}
