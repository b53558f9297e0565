import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from './notice.tsx'

/** Says that the secure window is open and waits for the operator there; or only that work goes on. Brings itself into sight. */
export function Waiting(props: { secure: boolean }) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={place}>
      <Notice tone="warn">{props.secure ? t('common.secureWindow') : t('common.working')}</Notice>
    </div>
  )
}
