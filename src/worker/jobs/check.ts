import { statSync } from 'node:fs'
import { wipe } from '../../crypto/bytes.ts'
import { VaultError } from '../../shared/errors.ts'
import type { JobParams, JobResult } from '../../shared/jobs.ts'
import { checkNumber, looksLikeTestData } from '../../shared/my-number.ts'
import { readBounded } from './import.ts'

const NEWLINE = 10
/** More lines than this are a table, not a list of numbers. */
const MAX_LINES = 10_000
const GROUP_OR_WORLD = 0o077

/**
 * Checks form and check digit of each line that is not blank. Answers with reasons only. Throws what {@link readBounded}
 * throws, FILE_EMPTY when all lines are blank, FILE_BINARY for NUL bytes and FILE_TOO_LARGE (`lines`).
 */
export function checkNumbers({ path }: JobParams<'number.check'>): JobResult<'number.check'> {
  const bytes = readBounded(path)
  try {
    if (bytes.includes(0)) throw new VaultError('FILE_BINARY')
    const lines = [...checkedLines(bytes)]
    if (lines.length === 0) throw new VaultError('FILE_EMPTY')
    const open = process.platform !== 'win32' && (statSync(path).mode & GROUP_OR_WORLD) !== 0
    return { lines, open }
  } finally {
    wipe(bytes)
  }
}

function* checkedLines(bytes: Uint8Array): Generator<JobResult<'number.check'>['lines'][number]> {
  const decoder = new TextDecoder()
  let line = 0
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, start)
    const end = found < 0 ? bytes.length : found
    line += 1
    const checked = checkNumber(decoder.decode(bytes.subarray(start, end)))
    start = end + 1
    if (line > MAX_LINES) throw new VaultError('FILE_TOO_LARGE', { lines: MAX_LINES })
    if (checked.ok) {
      yield { line, reason: null, testData: looksLikeTestData(checked.digits) }
      wipe(checked.digits)
    } else if (checked.reason !== 'empty') yield { line, reason: checked.reason, testData: false }
  }
}
