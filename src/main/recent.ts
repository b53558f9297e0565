import { z } from 'zod'
import { readJson, writeJson } from './json-file.ts'

const LIMIT = 10
const Recent = z.object({ offices: z.array(z.string()) })

/** Office folders that were opened on this computer, newest first: paths only, no name of a company or person. */
export interface RecentOffices {
  readonly list: () => readonly string[]
  /** Puts a folder on top. */
  readonly touch: (path: string) => void
}

/** Kept in `file`; at most 10. */
export function createRecentOffices(file: string): RecentOffices {
  const list = (): readonly string[] => readJson(file, Recent, { offices: [] }).offices.slice(0, LIMIT)
  return {
    list,
    touch: (path) => {
      writeJson(file, { offices: [path, ...list().filter((other) => other !== path)].slice(0, LIMIT) })
    },
  }
}
