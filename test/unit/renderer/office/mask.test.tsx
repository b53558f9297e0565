import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { createTexts } from '../../../../src/renderer/i18n/index.ts'
import { Mask } from '../../../../src/renderer/office/components/mask.tsx'

const textOf = (markup: string): string =>
  markup.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, '')

test.each(['ja', 'en'] as const)('a mask shows no digit and says so (%s)', (language) => {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={createTexts(language)}>
      <MantineProvider>
        <Mask />
      </MantineProvider>
    </I18nextProvider>,
  )
  const text = textOf(markup)
  expect(text).toContain('••••-••••-••••')
  expect(text).not.toMatch(/\p{Nd}/u)
  expect(text.length).toBeGreaterThan('••••-••••-••••'.length)
})
