import { resolve } from 'node:path'

/** What the command line may set. Nothing secret is ever taken from it. */
export interface Arguments {
  /** Office folder to offer first, absolute; null when not given. */
  readonly office: string | null
  /** Folder of the machine's own state (anchors, attempt counters), absolute; null when not given. */
  readonly stateDir: string | null
}

const valueOf = (argv: readonly string[], flag: string): string | null => {
  const at = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`))
  const word = argv[at]
  if (word === undefined) return null
  const value = word === flag ? argv[at + 1] : word.slice(flag.length + 1)
  return value === undefined || value === '' || value.startsWith('--') ? null : value
}

/**
 * Reads `--office DIR` and `--state-dir DIR` (also with `=`), relative to `cwd`. Every other word is left to Chromium, which
 * puts its own switches anywhere, so the position of a word means nothing here.
 */
export function readArguments(argv: readonly string[], cwd: string): Arguments {
  const folder = (flag: string): string | null => {
    const value = valueOf(argv, flag)
    return value === null ? null : resolve(cwd, value)
  }
  return { office: folder('--office'), stateDir: folder('--state-dir') }
}
