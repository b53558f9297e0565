import { useTranslation } from 'react-i18next'

const LOST = ['number', 'derived', 'forever'] as const
const KEPT = ['person', 'records', 'purge'] as const

/** What a purge destroys and what stays. */
export function LostAndKept() {
  const { t } = useTranslation()
  return (
    <div className="mg-lost-kept">
      <div className="mg-lost">
        <h3>{t('purge.lost')}</h3>
        <ul className="mg-list">
          {LOST.map((name) => (
            <li key={name}>{t(`purge.lostItems.${name}`)}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('purge.kept')}</h3>
        <ul className="mg-list">
          {KEPT.map((name) => (
            <li key={name}>{t(`purge.keptItems.${name}`)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
