import type { ja } from './ja/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof ja }
  }
}
