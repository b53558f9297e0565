import { NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { THEMES, ZOOMS } from '../../../../shared/bridge.ts'
import { engine } from '../../../engine.ts'
import { LanguageSwitch } from '../../components/language-switch.tsx'
import { Section } from '../../components/section.tsx'
import { useOffice } from '../../state/office.tsx'
import { usePreferences } from '../../state/preferences.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { ListLimit } from './list-limit.tsx'

/** How the window looks on this computer, and the office's policy for the responsible person. */
export function Settings() {
  const { t } = useTranslation()
  const { theme, zoom, change } = usePreferences()
  const { state } = useOffice()
  const isManager = state.user?.roles.includes('manager') ?? false
  return (
    <div className="mg-stack">
      {isManager ? <ListLimit /> : null}
      <Section title={t('office.tabs.settings')} hint={t('office.settings.lead')}>
        <Stack gap="lg" align="flex-start">
          <div>
            <Text fw={700}>{t('office.settings.language')}</Text>
            <LanguageSwitch />
          </div>
          <div>
            <Text fw={700}>{t('office.settings.theme')}</Text>
            <SegmentedControl
              aria-label={t('office.settings.theme')}
              data={THEMES.map((value) => ({ value, label: t(`office.settings.themes.${value}`) }))}
              value={theme}
              onChange={(value) => change({ theme: value })}
              data-testid={TEST_IDS.themeSwitch}
            />
          </div>
          <NativeSelect
            label={t('office.settings.zoom')}
            data={ZOOMS.map((value) => ({ value: String(value), label: `${value}%` }))}
            value={String(zoom)}
            onChange={(event) => {
              const chosen = ZOOMS.find((value) => String(value) === event.currentTarget.value)
              if (chosen) change({ zoom: chosen })
            }}
            data-testid={TEST_IDS.zoomSwitch}
          />
          <div>
            <Text fw={700}>{t('office.settings.capture')}</Text>
            <Text>
              {engine.hidesFromCapture
                ? t('office.settings.captureHidden')
                : t('office.settings.captureShown')}
            </Text>
          </div>
        </Stack>
      </Section>
    </div>
  )
}
