import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VaultError } from '../../shared/errors.ts'

/** Secrets of every training office: known to all, so that nobody takes one for a real office. */
export const TRAINING_SECRETS = {
  passphrase: 'renshu-kido-password',
  secret: 'renshu-hyoji-password',
} as const

export interface SecretFiles {
  readonly passphraseFile: string
  readonly secretFile: string
}

const PRIVATE = 0o600

/** Writes the training secrets where workers can read them. */
export function writeSecrets(dir: string): SecretFiles {
  const files = { passphraseFile: join(dir, 'passphrase.txt'), secretFile: join(dir, 'secret.txt') }
  writeFileSync(files.passphraseFile, `${TRAINING_SECRETS.passphrase}\n`, { mode: PRIVATE })
  writeFileSync(files.secretFile, `${TRAINING_SECRETS.secret}\n`, { mode: PRIVATE })
  return files
}

/** Runs `work` with the secrets in a private folder that is removed after: the office's own folder must still be empty. */
export async function withSecrets<T>(work: (files: SecretFiles) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'mamorigura-training-'))
  try {
    return await work(writeSecrets(dir))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Where a training office keeps what it was made from. */
export const sampleFolder = (office: string): string => join(office, 'sample')

/** Makes the sample folder with the secrets, and moves the kit into it. Throws NOT_WRITABLE. */
export function makeSampleFolder(office: string, kit: string): SecretFiles {
  const dir = sampleFolder(office)
  try {
    mkdirSync(dir, { mode: 0o700 })
    renameSync(kit, join(dir, 'recovery-kit.txt'))
    return writeSecrets(dir)
  } catch {
    throw new VaultError('NOT_WRITABLE', { part: 'sample' })
  }
}

/** Writes one sample file, the user's alone. Throws NOT_WRITABLE. */
export function writeSample(office: string, name: string, text: string): string {
  const path = join(sampleFolder(office), name)
  try {
    writeFileSync(path, text, { mode: PRIVATE, flag: 'wx' })
  } catch {
    throw new VaultError('NOT_WRITABLE', { part: 'sample' })
  }
  return path
}
