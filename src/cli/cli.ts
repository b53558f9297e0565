import type { Given } from './args.ts'
import type { Language } from './language.ts'
import type { Printer } from './print.ts'
import type { Words } from './words.ts'

/** The process as a command sees it. */
export interface World {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** Whether a person sees standard output on a terminal. */
  readonly stdoutIsTerminal: boolean
  /** Whether somebody can be asked. */
  readonly stdinIsTerminal: boolean
  /** Calls `act` when the operator interrupts; returns what stops that. */
  readonly whenInterrupted: (act: () => void) => () => void
}

/** What every command is given. */
export interface Cli {
  readonly given: Given
  readonly words: Words
  readonly language: Language
  readonly out: Printer
  readonly world: World
}

/** A command: returns its exit status when it is not 0. */
export type Command = (cli: Cli) => Promise<number | undefined>
