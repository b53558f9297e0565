import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { containsTwelveDigits } from '../../../shared/my-number.ts'
import { dayText } from '../state/instants.ts'
import { type DateEntry, dateEntry, NO_DATE } from '../state/date-entry.ts'
import { asIsoDate } from '../state/iso-date.ts'
import { useLanguage } from '../state/preferences.tsx'
import { CalendarIcon } from './icons.tsx'

/**
 * A date typed in any form, western or era, or picked from a calendar. Under the field it says how the text was read; that
 * it is no date is said once the field is left.
 */
export function DateField(props: {
  label: string
  value: DateEntry
  onChange: (value: DateEntry) => void
  description?: string
  error?: string | null
  testId?: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [opened, setOpened] = useState(false)
  const [left, setLeft] = useState(false)
  const { text, iso, bad } = props.value
  const hint = t('common.dateHint')
  const problem = bad && left ? t('common.dateBad', { hint: '2026/11/22, R8.11.22' }) : props.error
  const read =
    iso === null ? (props.description ?? hint) : t('common.dateRead', { date: dayText(language, iso) })

  const pick = (picked: string | null): void => {
    const day = picked === null ? null : asIsoDate(picked)
    if (day) props.onChange({ text: day.replaceAll('-', '/'), iso: day, bad: false })
    setOpened(false)
  }
  return (
    <TextInput
      label={props.label}
      description={read}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      error={problem}
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      data-testid={props.testId}
      onBlur={() => setLeft(true)}
      onChange={(event) => {
        const typed = event.currentTarget.value
        props.onChange(containsTwelveDigits(typed) ? NO_DATE : dateEntry(typed))
      }}
      rightSection={
        <Popover
          opened={opened}
          onChange={setOpened}
          trapFocus
          returnFocus
          position="bottom-end"
          withinPortal
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              aria-label={`${props.label}：${t('common.calendar')}`}
              onClick={() => setOpened(!opened)}
            >
              <CalendarIcon />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={iso}
              {...(iso === null ? {} : { defaultDate: iso })}
              onChange={pick}
              firstDayOfWeek={0}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
