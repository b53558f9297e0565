import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { Picked } from '../shared/bridge.ts'
import { PlaceToken } from '../shared/ids.ts'

/** Files and folders that the operator chose, named by tokens, so that a page never names a path. */
export interface Places {
  /** Registers a path. The same path gets the same token. */
  readonly add: (path: string) => Picked
  /** Path of a token, or null when it was never handed out. */
  readonly path: (token: string) => string | null
  readonly all: () => readonly { readonly token: PlaceToken; readonly path: string }[]
}

/** `onAdd` is told each new place; `random` gives the token's 16 bytes. */
export function createPlaces(
  onAdd: (place: { token: PlaceToken; path: string }) => void,
  random: (length: number) => Buffer = randomBytes,
): Places {
  const paths = new Map<PlaceToken, string>()
  const tokens = new Map<string, PlaceToken>()
  return {
    add: (path) => {
      const known = tokens.get(path)
      const token = known ?? PlaceToken.parse(random(16).toString('hex'))
      if (known === undefined) {
        paths.set(token, path)
        tokens.set(path, token)
        onAdd({ token, path })
      }
      return { token, label: basename(path) }
    },
    path: (token) => {
      const parsed = PlaceToken.safeParse(token)
      return parsed.success ? (paths.get(parsed.data) ?? null) : null
    },
    all: () => [...paths].map(([token, path]) => ({ token, path })),
  }
}
