import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** What a vector may expect: success, an error code, or the answer of a function that throws none. */
export const Expect = z.enum([
  'ok',
  'null',
  'false',
  'no-bytes',
  'KDF_LIMITS',
  'NUMBER_INVALID',
  'OFFICE_DAMAGED',
  'RECORD_TAMPERED',
])

/** Bytes in a vector: lower-case hex. */
export const Hex = z
  .string()
  .regex(/^([0-9a-f]{2})*$/)
  .transform((hex) => new Uint8Array(Buffer.from(hex, 'hex')))

const FOLDER = import.meta.dirname

export const vectorFile = (name: string): string => path.join(FOLDER, `${name}.json`)

/** The vectors of one stored file. */
export function readVectors<V extends z.ZodType>(name: string, vector: V): z.output<V>[] {
  const raw: unknown = JSON.parse(fs.readFileSync(vectorFile(name), 'utf8'))
  return z
    .strictObject({ format: z.literal(1), about: z.string(), vectors: z.array(vector).min(1) })
    .parse(raw).vectors
}
