import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IDLE_LOCK_MS } from '../../../shared/bridge.ts'
import { TEST_IDS } from '../test-ids.ts'

const MINUTE_MS = 60_000
const SECOND_MS = 1000
const INPUTS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * How long until the shell locks without input. The shell keeps the clock; this only tells. Minutes until the last one, then
 * seconds.
 */
export function LockCountdown() {
  const { t } = useTranslation()
  const [leftMs, setLeftMs] = useState(IDLE_LOCK_MS)
  useEffect(() => {
    let last = performance.now()
    const used = (): void => {
      last = performance.now()
    }
    const look = (): void => {
      setLeftMs(Math.max(0, IDLE_LOCK_MS - (performance.now() - last)))
    }
    for (const type of INPUTS) window.addEventListener(type, used, { capture: true, passive: true })
    const timer = setInterval(look, SECOND_MS)
    return () => {
      clearInterval(timer)
      for (const type of INPUTS) window.removeEventListener(type, used, { capture: true })
    }
  }, [])
  const text =
    leftMs > MINUTE_MS
      ? t('status.lockIn', { count: Math.ceil(leftMs / MINUTE_MS) })
      : t('status.lockInSeconds', { count: Math.ceil(leftMs / SECOND_MS) })
  return (
    <span className="mg-num" data-testid={TEST_IDS.lockCountdown}>
      {text}
    </span>
  )
}
