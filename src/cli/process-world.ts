import { constants } from 'node:os'
import { isatty } from 'node:tty'
import type { World } from './cli.ts'
import type { Streams } from './print.ts'

/** After a signal the command ends by itself, the log's last lines written; when it has not, the process is ended. */
const GRACE_MS = 5000

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export interface ProcessWorld {
  readonly world: World
  readonly streams: Streams
  /** 128 + the signal that arrived; null when none did. */
  readonly signalled: () => number | null
}

/** The world of a real process: its environment, terminal and signals. */
export function processWorld(): ProcessWorld {
  const acts = new Set<() => void>()
  let status: number | null = null
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      status ??= 128 + constants.signals[signal]
      setTimeout(() => process.exit(status ?? 1), GRACE_MS).unref()
      for (const act of acts) act()
    })
  }
  // Whoever reads our output may stop reading (`| head`); the command itself goes on to its end.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  return {
    world: {
      env: process.env,
      cwd: process.cwd(),
      stdoutIsTerminal: isatty(1),
      stdinIsTerminal: isatty(0),
      whenInterrupted: (act) => {
        acts.add(act)
        return () => acts.delete(act)
      },
    },
    streams: {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
    },
    signalled: () => status,
  }
}
