import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { WorkerHost } from '../engine/index.ts'
import { VaultError } from '../shared/errors.ts'
import { createPeer, type Port } from '../shared/rpc.ts'
import type { Language } from './language.ts'

/** Where a worker gets secrets and numbers from, and where it may print one. Paths only. */
export interface Sources {
  readonly passphraseFile: string | null
  readonly secretFile: string | null
  readonly numberFile: string | null
  /** Numbers go to standard output instead of a terminal. */
  readonly stdout: boolean
  readonly json: boolean
  readonly language: Language
}

export interface CliHost extends WorkerHost {
  /** Kills every worker; what waits for one fails with CANCELLED. For a signal: the engine then writes its last lines. */
  interrupt(): void
}

const WORKER = fileURLToPath(new URL('../worker/child.ts', import.meta.url))

/** Node strips types without a word from 24.3 on; before, its warning would stand between the lines of a terminal. */
const NODE_OPTIONS = ['--disable-warning=ExperimentalWarning']

/**
 * What a worker inherits: nothing but what its system cannot run without. NODE_OPTIONS could load foreign code into the
 * process that holds numbers.
 */
function workerEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = process.platform === 'win32' ? ['SystemRoot', 'SystemDrive'] : ['TERM']
  return Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))
}

function channelOf(child: ChildProcess): Port {
  const closers: (() => void)[] = []
  const close = (): void => {
    for (const closer of closers.splice(0)) closer()
  }
  // The last answer may still be on its way when the process ends; it is over only when the channel is.
  child.once('disconnect', close)
  child.once('error', close)
  return {
    post: (message) => {
      if (child.connected) child.send(message as Serializable, () => undefined)
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onClose: (listener) => {
      closers.push(listener)
    },
    close: () => {
      if (child.connected) child.disconnect()
    },
  }
}

/** Clears the terminal's other screen, on which a list is shown, and leaves it. */
const LEAVE_LIST = '\u001b[2J\u001b[H\u001b[?1049l'

/**
 * Runs number workers as children of the command line: the same Node, a minimal environment, this process's terminal. Each is
 * killed at its limit; calls that it had not answered then fail with WORKER_TIMED_OUT.
 */
export function createHost(sources: Sources, env: NodeJS.ProcessEnv = process.env): CliHost {
  const alive = new Set<ChildProcess>()
  let interrupted = false

  const start: WorkerHost['start'] = (spec, callbacks) => {
    const child = fork(WORKER, [], {
      env: workerEnv(env),
      execArgv: NODE_OPTIONS,
      serialization: 'advanced',
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    alive.add(child)
    let timedOut = false
    let showing = false
    const kill = (): void => {
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => {
      timedOut = true
      kill()
    }, spec.limitMs)
    const exited = new Promise<void>((resolve) => {
      const gone = (): void => {
        clearTimeout(timer)
        alive.delete(child)
        // Killed while it showed a number: it cannot clear the terminal itself any more.
        if (showing && !sources.stdout && process.stdout.isTTY) process.stdout.write(LEAVE_LIST)
        resolve()
      }
      child.once('exit', gone)
      child.once('error', gone)
    })
    const peer = createPeer(channelOf(child), callbacks)
    const explained = (error: unknown): unknown => {
      if (!peer.closed) return error
      if (interrupted) return new VaultError('CANCELLED')
      return timedOut ? new VaultError('WORKER_TIMED_OUT') : error
    }
    return new Promise((resolve, reject) => {
      // Its first message says that it serves; whatever ends it before is a failure to start.
      child.once('message', () =>
        resolve({
          call: async (method, params) => {
            showing = method === 'list.run'
            try {
              const answer = await peer.call(method, params)
              showing = false
              return answer
            } catch (error) {
              showing &&= peer.closed
              throw explained(error)
            }
          },
          kill,
          exited,
        }),
      )
      void exited.then(() =>
        reject(interrupted ? new VaultError('CANCELLED') : new VaultError('WORKER_FAILED')),
      )
      child.send({ ...sources } satisfies Sources, () => undefined)
    })
  }

  return {
    start,
    endSession: () => undefined,
    interrupt: () => {
      interrupted = true
      for (const child of alive) child.kill('SIGKILL')
    },
  }
}
