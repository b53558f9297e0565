import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { containsTwelveDigits } from '../../../shared/my-number.ts'

export interface PlainFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: string
  readonly error?: string | null
  readonly required?: boolean
  readonly focusFirst?: boolean
  readonly multiline?: boolean
  readonly maxLength?: number
  readonly testId?: string
}

/**
 * A field for ordinary text. Twelve digits in a row are a My Number in the wrong place: the text is dropped at once and the
 * field says why, so that no number stays in this process, is sent or is logged.
 */
export function PlainField(props: PlainFieldProps) {
  const { t } = useTranslation()
  const [refused, setRefused] = useState(false)
  const take = (text: string): void => {
    const isNumber = containsTwelveDigits(text)
    setRefused(isNumber)
    props.onChange(isNumber ? '' : text)
  }
  const common = {
    label: props.label,
    value: props.value,
    required: props.required ?? false,
    withAsterisk: false,
    error: refused ? t('common.twelveDigits') : props.error,
    maxLength: props.maxLength ?? 200,
    autoComplete: 'off',
    spellCheck: false,
    'data-testid': props.testId,
    ...(props.description === undefined ? {} : { description: props.description }),
    ...(props.focusFirst === true ? { 'data-autofocus': true } : {}),
  }
  return props.multiline === true ? (
    <Textarea {...common} autosize minRows={2} onChange={(event) => take(event.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={(event) => take(event.currentTarget.value)} />
  )
}
