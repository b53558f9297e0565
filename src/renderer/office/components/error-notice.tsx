import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../i18n/errors.ts'
import { useLanguage } from '../state/preferences.tsx'
import { asVaultError } from '../state/queries.ts'
import { TEST_IDS } from '../test-ids.ts'
import { Notice } from './notice.tsx'

/** A failure in words: what happened and what to do instead. Nothing for no error; a cancellation is no alarm. */
export function ErrorNotice(props: { error: Error | null | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (props.error) place.current?.scrollIntoView({ block: 'nearest' })
  }, [props.error])
  if (!props.error) return null
  const error = asVaultError(props.error)
  const { what, next } = errorText(language, error)
  const isCancelled = error.code === 'CANCELLED'
  return (
    <div ref={place} data-testid={TEST_IDS.error} data-code={error.code}>
      <Notice tone={isCancelled ? 'quiet' : 'bad'} title={isCancelled ? what : t('common.errorTitle')}>
        {isCancelled ? null : <div>{what}</div>}
        <div>{next}</div>
      </Notice>
    </div>
  )
}
