import { VaultError } from '../../shared/errors.ts'
import type { StopSignal } from '../../shared/secure-screen.ts'

const ENTER = new Set([10, 13])
const BACKSPACE = new Set([8, 127])
const CTRL_C = 3
const CTRL_D = 4
const ESCAPE = 27

function terminal(): NodeJS.ReadStream {
  if (!process.stdin.isTTY) throw new VaultError('USAGE', { part: 'terminal-needed' })
  return process.stdin
}

/** Runs with the terminal in raw mode and gives it back whatever happens. */
function raw<T>(
  work: (input: NodeJS.ReadStream, done: (value: T) => void, fail: (error: VaultError) => void) => () => void,
): Promise<T> {
  const input = terminal()
  return new Promise<T>((resolve, reject) => {
    input.setRawMode(true)
    input.resume()
    let finished = false
    const finish = (then: () => void): void => {
      if (finished) return
      finished = true
      stop()
      input.setRawMode(false)
      input.pause()
      then()
    }
    const stop = work(
      input,
      (value) => finish(() => resolve(value)),
      (error) => finish(() => reject(error)),
    )
  })
}

/** Asks for a line on the terminal without echo; bytes, never a string. Throws CANCELLED on Ctrl-C, Ctrl-D or Esc. */
export function promptHidden(prompt: string): Promise<Uint8Array> {
  const typed: number[] = []
  return raw((input, done, fail) => {
    process.stderr.write(prompt)
    const listen = (chunk: Buffer): void => {
      for (const byte of chunk) {
        if (ENTER.has(byte)) {
          process.stderr.write('\n')
          done(Uint8Array.from(typed))
          typed.fill(0)
          return
        }
        if (byte === CTRL_C || byte === CTRL_D || byte === ESCAPE) {
          process.stderr.write('\n')
          typed.fill(0)
          fail(new VaultError('CANCELLED'))
          return
        }
        if (BACKSPACE.has(byte)) dropCharacter(typed)
        else typed.push(byte)
      }
    }
    input.on('data', listen)
    return () => input.off('data', listen)
  })
}

/** Removes the last UTF-8 character: its continuation bytes (10xxxxxx) and its first byte. */
function dropCharacter(typed: number[]): void {
  let last = typed.pop()
  while (last !== undefined && (last & 0xc0) === 0x80) last = typed.pop()
}

/** Text from a file or the vault, as a terminal may have it: nothing that moves the cursor or changes colours. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

/** Writes a line beside the prompts. */
export const say = (line: string): void => {
  process.stderr.write(`${printable(line)}\n`)
}

/** Waits for one key, at most `ms` (null: as long as it takes) and until the signal stops it. */
export function waitForKey(
  ms: number | null,
  signal: StopSignal,
): Promise<'next' | 'escape' | 'time' | 'stop'> {
  if (signal.aborted) return Promise.resolve('stop')
  return raw((input, done) => {
    const timer = ms === null ? undefined : setTimeout(() => done('time'), ms)
    signal.addEventListener('abort', () => done('stop'))
    const listen = (chunk: Buffer): void => {
      const first = chunk[0]
      done(first === ESCAPE || first === CTRL_C ? 'escape' : 'next')
    }
    input.on('data', listen)
    return () => {
      clearTimeout(timer)
      input.off('data', listen)
    }
  })
}
