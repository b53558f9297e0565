import { powerMonitor } from 'electron'
import { HEARTBEAT_MS } from '../shared/heartbeat.ts'
import type { Broker } from './broker.ts'
import { createIdleLock, type IdleLock } from './idle-lock.ts'

/**
 * Locks when the operator is away, when the system locks its screen, sleeps or switches the user, and keeps the forked
 * processes' heartbeat going; `onBeat` runs with it. Linux tells Electron of sleep only, not of its screen lock.
 */
export function startAutoLock(broker: Broker, onBeat: () => void): Pick<IdleLock, 'input' | 'reset'> {
  const idle = createIdleLock({ steady: () => performance.now(), wall: () => Date.now() })
  setInterval(() => {
    broker.beat()
    onBeat()
    const why = idle.look()
    if (why !== null) broker.lock(why)
  }, HEARTBEAT_MS)
  const lock = (why: string) => (): void => {
    broker.lock(why)
  }
  powerMonitor.on('lock-screen', lock('screen'))
  powerMonitor.on('suspend', lock('suspend'))
  powerMonitor.on('user-did-resign-active', lock('user'))
  return idle
}
