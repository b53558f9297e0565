import { systemRandom } from '../crypto/canonical.ts'
import { API, type EngineEvent, type MethodName } from '../shared/api.ts'
import { VaultError } from '../shared/errors.ts'
import { UserId } from '../shared/ids.ts'
import { containsTwelveDigits } from '../shared/my-number.ts'
import type { PeerHandlers } from '../shared/rpc.ts'
import { type Context, type Methods, sessionOf } from './context.ts'
import type { Env } from './env.ts'
import { homeMethods } from './home.ts'
import { importMethods } from './import/methods.ts'
import { logMethods } from './log/methods.ts'
import { numberMethods } from './number/methods.ts'
import { lock, officeMethods } from './office/methods.ts'
import { rolesOf } from './office/session.ts'
import { peopleMethods } from './people/methods.ts'
import { purgeMethods } from './purge/methods.ts'
import { catalogueMethods } from './retention/methods.ts'
import { PERMITTED, requireRole } from './roles.ts'

export type { Env } from './env.ts'
export type { WorkerHost, WorkerLink } from './workers.ts'

export interface EngineOptions extends Pick<Env, 'workers' | 'places' | 'stateDir' | 'device'> {
  readonly clock?: Env['clock']
  readonly random?: Env['random']
  readonly cost?: Env['cost']
  readonly onEvent?: (event: EngineEvent) => void
  /** The operator locked: the host kills this process and starts an empty one. */
  readonly onLock?: () => void
}

export interface Engine {
  /** Every API method behind its validator and role check; answers are plain values. */
  readonly handlers: PeerHandlers
  /** Locks and closes all files. */
  close(): void
}

/**
 * The engine: the method table over one office. Parameters are validated from `unknown` and unknown keys refused
 * (BAD_REQUEST); the role table is asked before every method. Nothing here can open a number.
 */
export function createEngine(options: EngineOptions): Engine {
  const env: Env = {
    workers: options.workers,
    places: options.places,
    stateDir: options.stateDir,
    device: options.device,
    clock: options.clock ?? Date.now,
    random: options.random ?? systemRandom,
    cost: options.cost ?? null,
  }
  const context: Context = {
    env,
    emit: options.onEvent ?? (() => undefined),
    onLock: options.onLock ?? (() => undefined),
    selected: null,
    session: null,
    pending: null,
    search: null,
    verdicts: new Map(),
    holds: 0,
  }
  const table: Methods<MethodName> = {
    ...officeMethods(context),
    ...homeMethods(context),
    ...peopleMethods(context),
    ...importMethods(context),
    ...numberMethods(context),
    ...catalogueMethods(),
    ...purgeMethods(context),
    ...logMethods(context),
  }
  const names = Object.keys(API) as MethodName[]
  return {
    handlers: new Map(
      names.map((name) => [name, (params: unknown) => callMethod(context, table, name, params)]),
    ),
    close: () => {
      lock(context)
    },
  }
}

function callMethod<M extends MethodName>(
  context: Context,
  table: Methods<MethodName>,
  name: M,
  params: unknown,
): unknown {
  const parsed = API[name].params.safeParse(params)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? ''
    // The path may hold a key of the caller's own.
    throw new VaultError('BAD_REQUEST', { method: name, part: containsTwelveDigits(path) ? '' : path })
  }
  if (PERMITTED[name] !== 'closed') requireRole(name, rolesOf(sessionOf(context)))
  refuseNumbers(parsed.data)
  const method = table[name] as (checked: unknown) => unknown
  return method(parsed.data)
}

/** Free texts that are kept in the vault or in the log, where a number typed by mistake would stay for good. */
const KEPT_TEXTS = ['name', 'user', 'reason', 'soleReason', 'source'] as const

/** Throws LOOKS_LIKE_NUMBER with the field. */
function refuseNumbers(params: object): void {
  for (const field of KEPT_TEXTS) {
    const text: unknown = Reflect.get(params, field)
    // `user` is an id where somebody unlocks: its hex digits may well hold twelve decimal ones in a row.
    if (typeof text === 'string' && !UserId.safeParse(text).success && containsTwelveDigits(text))
      throw new VaultError('LOOKS_LIKE_NUMBER', { field })
  }
}
