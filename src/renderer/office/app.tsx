import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { cssVariables, theme as look } from '../theme/theme.ts'
import { Desk } from './desk.tsx'
import { CompanyProvider } from './state/company.tsx'
import { OfficeProvider, useOffice } from './state/office.tsx'
import { usePreferences } from './state/preferences.tsx'
import { createQueryClient } from './state/queries.ts'
import { ScreensProvider } from './state/screens.tsx'
import { Welcome } from './views/welcome/welcome.tsx'

const SCHEMES = { light: 'light', dark: 'dark', contrast: 'light' } as const

function Phase() {
  const { state } = useOffice()
  if (state.phase !== 'open') return <Welcome />
  return (
    <ScreensProvider key={state.office?.id ?? ''}>
      <CompanyProvider>
        <Desk />
      </CompanyProvider>
    </ScreensProvider>
  )
}

/** The main window: the start page until an office is open, then its screens. */
export function App(props: { nonce: string }) {
  const { theme, language } = usePreferences()
  const [client] = useState(createQueryClient)
  return (
    <MantineProvider
      theme={look}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => props.nonce}
      {...(theme === 'auto' ? {} : { forceColorScheme: SCHEMES[theme] })}
    >
      <DatesProvider settings={{ locale: language }}>
        <QueryClientProvider client={client}>
          <OfficeProvider>
            <Phase />
          </OfficeProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
