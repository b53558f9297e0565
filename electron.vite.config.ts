import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// One bundle runs on both runtimes: the official Electron and the fallback for tests (Chromium 130, Node 20.18).
const NODE = 'node20.18'
const CHROME = 'chrome130'
const at = (file: string): string => resolve(import.meta.dirname, file)

export default defineConfig({
  main: {
    build: {
      target: NODE,
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          engine: at('src/engine/main.ts'),
          worker: at('src/worker/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      // A sandboxed preload can load nothing beside itself: one file each.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: {
          'main-window': at('src/preload/main-window.ts'),
          'secure-window': at('src/preload/secure-window.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    // The scheme handler replaces it by a fresh nonce at each load.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      target: CHROME,
      outDir: at('out/renderer'),
      modulePreload: { polyfill: false },
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { office: at('src/renderer/office/index.html'), secure: at('src/renderer/secure/index.html') },
      },
    },
  },
})
