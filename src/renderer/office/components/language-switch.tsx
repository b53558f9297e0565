import { SegmentedControl } from '@mantine/core'
import { usePreferences } from '../state/preferences.tsx'
import { TEST_IDS } from '../test-ids.ts'

const CHOICES = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
] as const

/** Japanese or English, each in its own word. Remembered on this computer. */
export function LanguageSwitch() {
  const { language, change } = usePreferences()
  return (
    <SegmentedControl
      aria-label="言語 / Language"
      data={[...CHOICES]}
      value={language}
      onChange={(value) => change({ language: value === 'en' ? 'en' : 'ja' })}
      data-testid={TEST_IDS.langSwitch}
    />
  )
}
