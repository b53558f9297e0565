import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/**
 * Reads a small settings file. A file that is absent, unreadable or of another shape gives `fallback`: settings are a
 * convenience and never a reason not to start.
 */
export function readJson<T>(path: string, shape: z.ZodType<T>, fallback: T): T {
  try {
    const parsed = shape.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : fallback
  } catch {
    return fallback
  }
}

/** Replaces a small settings file by rename, readable by its owner only. Throws the system's error. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  const next = `${path}.new`
  writeFileSync(next, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(next, path)
}
