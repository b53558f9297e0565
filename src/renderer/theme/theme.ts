import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import { FONT_FAMILY } from './fonts.ts'

/** The one accent: 藍 (indigo). Shade 7 on white and shade 3 on the dark ground both pass 4.5 : 1 with their text. */
const AI: MantineColorsTuple = [
  '#eef4f9',
  '#dbe7f0',
  '#b6cee0',
  '#8db3cf',
  '#6699bf',
  '#4680ab',
  '#2f6a97',
  '#23567e',
  '#1b4567',
  '#12324c',
]

/** Destructive steps and broken states only. */
const SHU: MantineColorsTuple = [
  '#fdf1ee',
  '#fadfd9',
  '#f2bdb2',
  '#e99787',
  '#df7562',
  '#cc5442',
  '#b83f2e',
  '#a03223',
  '#82281c',
  '#601c13',
]

/** Surfaces and lines of the dark look, in the hue of the accent. */
const DARK: MantineColorsTuple = [
  '#e8edf1',
  '#b3bec8',
  '#98a4af',
  '#7d8a96',
  '#4a5763',
  '#3b4753',
  '#232c35',
  '#1b2229',
  '#171d23',
  '#12171c',
]

/** The look of the main window: 16 px base, one accent, sizes one step larger than the kit's default. */
export const theme = createTheme({
  fontFamily: FONT_FAMILY,
  fontFamilyMonospace: 'ui-monospace, "Noto Sans Mono CJK JP", "BIZ UDGothic", monospace',
  headings: {
    fontFamily: FONT_FAMILY,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.4' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.5' },
      h3: { fontSize: '1rem', lineHeight: '1.6' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.7', lg: '1.6', xl: '1.5' },
  colors: { ai: AI, shu: SHU, dark: DARK },
  primaryColor: 'ai',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Modal: {
      defaultProps: {
        size: 'lg',
        centered: true,
        padding: 'xl',
        transitionProps: { duration: 0 },
        closeOnClickOutside: false,
      },
    },
    Alert: { defaultProps: { radius: 'sm' } },
  },
})

/** Colours of text and lines that the kit's defaults give too little contrast (WCAG 2.2 AA 1.4.3, 1.4.11). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1d2a35',
    '--mantine-color-ai-light-hover': '#dbe7f0',
    '--mantine-color-default-color': '#1d2a35',
    '--mantine-color-dimmed': '#54616d',
    '--mantine-color-error': '#a03223',
    '--mantine-color-placeholder': '#66727d',
    '--mantine-color-default-border': '#cfd7de',
    '--mg-ground': '#f5f7f8',
    '--mg-surface': '#ffffff',
    '--mg-line': '#dde3e8',
    '--mg-field-line': '#7c8893',
    '--mg-accent': '#23567e',
    '--mg-accent-soft': '#e6eef5',
    '--mg-warn-text': '#7a4b00',
    '--mg-warn-soft': '#fdf3dc',
    '--mg-danger-text': '#a03223',
    '--mg-danger-soft': '#fdf1ee',
    '--mg-good-text': '#1f6140',
    '--mg-good-soft': '#e7f3ec',
    '--mg-quiet-soft': '#eef1f4',
  },
  dark: {
    '--mantine-color-body': '#1b2229',
    '--mantine-color-text': '#e8edf1',
    '--mantine-color-default-color': '#e8edf1',
    '--mantine-color-default': '#232c35',
    '--mantine-color-default-hover': '#2a343e',
    '--mantine-color-dimmed': '#b3bec8',
    '--mantine-color-error': '#f2a294',
    '--mantine-color-placeholder': '#98a4af',
    '--mantine-color-default-border': '#3b4753',
    '--mg-ground': '#141a20',
    '--mg-surface': '#1b2229',
    '--mg-line': '#323d47',
    '--mg-field-line': '#7d8a96',
    '--mg-accent': '#8db3cf',
    '--mg-accent-soft': '#243544',
    '--mg-warn-text': '#f0c674',
    '--mg-warn-soft': '#3a3018',
    '--mg-danger-text': '#f2a294',
    '--mg-danger-soft': '#3f231e',
    '--mg-good-text': '#8fd0ab',
    '--mg-good-soft': '#1d3529',
    '--mg-quiet-soft': '#2a333c',
  },
})
