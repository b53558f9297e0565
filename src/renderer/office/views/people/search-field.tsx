import { TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { containsTwelveDigits } from '../../../../shared/my-number.ts'
import { SearchIcon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { TEST_IDS } from '../../test-ids.ts'

const SETTLE_MS = 150

/**
 * The search box. It tells its text when typing pauses, never during a conversion. Twelve digits are refused: the text is
 * dropped at once, and nothing is searched, sent or logged.
 */
export function SearchField(props: { onSearch: (text: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [refused, setRefused] = useState(false)
  const [composing, setComposing] = useState(false)
  const tell = useEffectEvent(props.onSearch)
  useEffect(() => {
    if (composing) return undefined
    const timer = setTimeout(() => tell(text), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [text, composing])

  const take = (typed: string): void => {
    const isNumber = containsTwelveDigits(typed)
    setRefused(isNumber)
    setText(isNumber ? '' : typed)
  }
  return (
    <>
      <TextInput
        label={t('people.searchLabel')}
        placeholder={t('people.searchHint')}
        type="search"
        leftSection={<SearchIcon />}
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        data-testid={TEST_IDS.peopleSearch}
        onChange={(event) => take(event.currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
      {refused ? (
        <Notice tone="bad" testId={TEST_IDS.peopleSearchRefused}>
          {t('people.searchRefused')}
        </Notice>
      ) : null}
    </>
  )
}
