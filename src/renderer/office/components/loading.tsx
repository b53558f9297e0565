import { Loader, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Something is being read. */
export function Loading() {
  const { t } = useTranslation()
  return (
    <output className="mg-loading">
      <Loader size="sm" aria-hidden="true" />
      <Text c="dimmed">{t('common.loading')}</Text>
    </output>
  )
}
