import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

const CHUNK = 4 << 20

/** UTF-8 and UTF-16LE bytes of a text: how Chromium and V8 keep strings. */
const formsOf = (text: string): Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]

interface Region {
  readonly start: number
  readonly end: number
}

/** Readable private memory of a process, without mapped device files and reservations. */
const regionsOf = (pid: number): Region[] =>
  readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^([0-9a-f]+)-([0-9a-f]+) r\S* \S+ \S+ \S+\s*(.*)$/.exec(line)
      if (!match || ['[vvar]', '[vsyscall]', '[vvar_vclock]'].includes(match[3] ?? '')) return []
      return [{ start: Number.parseInt(match[1] ?? '', 16), end: Number.parseInt(match[2] ?? '', 16) }]
    })
    .filter(({ start, end }) => end - start < 2 ** 31 && start < 2 ** 47)

/**
 * How often a text occurs in a process's memory, in UTF-8 and UTF-16. Throws when the memory cannot be read, so that 0 is
 * never a failure to look. Linux only; the process must be a descendant that is not protected.
 */
export function countInMemory(pid: number, text: string): number {
  const forms = formsOf(text)
  const overlap = Math.max(...forms.map((form) => form.length)) - 1
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const buffer = Buffer.alloc(CHUNK)
  let hits = 0
  let readable = 0
  try {
    for (const { start, end } of regionsOf(pid)) {
      for (let at = start; at < end; at += CHUNK - overlap) {
        const length = Math.min(CHUNK, end - at)
        let got = 0
        try {
          got = readSync(memory, buffer, 0, length, at)
        } catch {
          // A guard page or a region that went away.
          break
        }
        readable += got
        const bytes = buffer.subarray(0, got)
        for (const form of forms) {
          for (let hit = bytes.indexOf(form); hit >= 0; hit = bytes.indexOf(form, hit + 1)) hits++
        }
        if (at + length >= end) break
      }
    }
  } finally {
    closeSync(memory)
  }
  if (readable === 0) throw new Error('no memory of the process could be read')
  return hits
}
