import type { MethodName } from '../shared/api.ts'
import { VaultError } from '../shared/errors.ts'
import type { Role } from '../shared/model.ts'

/**
 * Who may call what, one row a method. Two things are enforced by keys as well (opening numbers, issuing certificates);
 * the rest is this table. `closed` methods work before anybody has unlocked.
 */
const everyone = ['manager', 'handler', 'intake', 'system', 'auditor'] as const
const collectors = ['manager', 'handler', 'intake'] as const
const handlers = ['manager', 'handler'] as const
const watchers = ['manager', 'handler', 'system', 'auditor'] as const

export const PERMITTED: { readonly [M in MethodName]: readonly Role[] | 'closed' } = {
  'office.state': 'closed',
  'office.select': 'closed',
  'office.create': 'closed',
  'office.unlock': 'closed',
  'office.lock': 'closed',
  'office.users': everyone,
  'office.doctor': everyone,
  'office.declareAnchor': ['manager'],
  /** Setting needs a manager: see the method. */
  'office.policy': everyone,
  'company.list': everyone,
  'company.add': ['manager'],
  'home.summary': everyone,
  'people.list': everyone,
  'people.show': everyone,
  'people.find': everyone,
  'people.add': collectors,
  'event.leave': handlers,
  'import.preview': collectors,
  'import.commit': collectors,
  'import.cancel': collectors,
  'number.enter': collectors,
  'number.verify': handlers,
  'number.attest': ['manager'],
  'number.reveal': handlers,
  'number.match': handlers,
  'purpose.list': everyone,
  'catalogue.list': everyone,
  'purge.due': everyone,
  'purge.propose': handlers,
  'purge.list': everyone,
  'purge.confirm': ['manager'],
  'log.list': watchers,
  'log.verify': watchers,
  'log.export': ['manager', 'auditor'],
}

/** Whether one of a user's roles may call the method. */
export function mayCall(method: MethodName, roles: readonly Role[]): boolean {
  const permitted = PERMITTED[method]
  return permitted === 'closed' || roles.some((role) => permitted.includes(role))
}

/** Throws ROLE_REFUSED when none of a user's roles may call the method. */
export function requireRole(method: MethodName, roles: readonly Role[]): void {
  const permitted = PERMITTED[method]
  if (permitted === 'closed' || mayCall(method, roles)) return
  throw new VaultError('ROLE_REFUSED', { method, needs: permitted.join(',') })
}

/** Roles whose holders get a wrap of a company's number key: they, and only they, can open numbers. */
export const mayOpenNumbers = (roles: readonly Role[]): boolean =>
  roles.some((role) => handlers.some((h) => h === role))
