import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DuePerson } from '../../../../shared/model.ts'
import { BecauseList } from '../../components/because-list.tsx'
import { Day } from '../../components/day.tsx'

/** One person due: the date, and on demand how it follows. */
export function DueRow(props: { entry: DuePerson; checked: boolean; onToggle: () => void }) {
  const { t } = useTranslation()
  const { person, due, because } = props.entry
  return (
    <li data-code={person.code}>
      <Checkbox
        aria-label={t('purge.select', { name: person.name })}
        checked={props.checked}
        onChange={props.onToggle}
      />
      <div>
        <div className="mg-due-line">
          <strong>{t('common.who', { name: person.name, code: person.code })}</strong>
          <span>
            {t('purge.dueDate')} <Day iso={due} />
          </span>
        </div>
        <details>
          <summary>{t('purge.why')}</summary>
          <BecauseList lines={because} />
        </details>
      </div>
    </li>
  )
}
