import { useTranslation } from 'react-i18next'

const STEPS = ['file', 'columns', 'preview', 'done'] as const

/** Where in the import the operator is. */
export function Steps({ current }: { current: (typeof STEPS)[number] }) {
  const { t } = useTranslation()
  return (
    <ol className="mg-steps">
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
