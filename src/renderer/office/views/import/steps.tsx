import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

const STEPS = ['file', 'columns', 'preview', 'done'] as const

/** Where in the import the operator is. With a key per step, each begins at the top. */
export function Steps({ current }: { current: (typeof STEPS)[number] }) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.closest('main')?.scrollTo({ top: 0 })
  }, [])
  return (
    <ol className="mg-steps" ref={list}>
      {STEPS.map((step, index) => (
        <li key={step} {...(step === current ? { 'aria-current': 'step' as const } : {})}>
          <span className="mg-steps-n" aria-hidden="true">
            {index + 1}
          </span>
          {t(`importing.steps.${step}`)}
        </li>
      ))}
    </ol>
  )
}
