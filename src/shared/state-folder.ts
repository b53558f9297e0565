/** What decides where this machine's own state lies; given by the process, so that this file needs no Node. */
export interface Machine {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The user's home folder, absolute. */
  readonly home: string
  /** Whether a folder is there and may be written. */
  readonly isWritable: (folder: string) => boolean
}

/**
 * The folder of this machine's anchors and attempt counters, the same for the window and the command line: otherwise an
 * office made with one would have no anchor for the other. The machine-wide folder where an administrator made one that
 * is writable, so that all users of the machine hold the same anchor; else the user's own.
 */
export function stateFolder({ platform, env, home, isWritable }: Machine): string {
  const shared = machineWide(platform, env)
  return shared !== null && isWritable(shared) ? shared : ownFolder(platform, env, home)
}

const absolute = (value: string | undefined): string | null =>
  value !== undefined && value.startsWith('/') ? value : null

function machineWide(platform: string, env: Machine['env']): string | null {
  if (platform === 'linux') return '/var/lib/mamorigura'
  if (platform !== 'win32') return null
  const programData = env['PROGRAMDATA']
  return programData === undefined ? null : `${programData}\\Mamorigura`
}

function ownFolder(platform: string, env: Machine['env'], home: string): string {
  if (platform === 'win32') return `${env['LOCALAPPDATA'] ?? `${home}\\AppData\\Local`}\\Mamorigura\\state`
  if (platform === 'darwin') return `${home}/Library/Application Support/Mamorigura/state`
  // XDG: a relative path there is invalid and ignored
  return `${absolute(env['XDG_STATE_HOME']) ?? `${home}/.local/state`}/mamorigura`
}
