import { useTranslation } from 'react-i18next'

/** Writes a month, given as `YYYY-MM`: 2027年1月 or 2027-01. */
export function useMonthText(): (month: string) => string {
  const { t, i18n } = useTranslation()
  return (text) => {
    const [year = text, month = ''] = text.split('-')
    return t('purge.month', { year, month: i18n.language === 'ja' ? String(Number(month)) : month })
  }
}
