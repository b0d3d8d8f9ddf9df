import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const source = (path: string) => resolve(import.meta.dirname, 'src', path)

export default defineConfig({
  main: {
    build: {
      // Its many small modules would take as long to find as all the rest of a command.
      externalizeDeps: { exclude: ['zod'] },
      rollupOptions: {
        input: {
          index: source('main/index.ts'),
          cli: source('main/cli.ts'),
          worker: source('main/worker/index.ts'),
        },
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: source('preload/index.ts') },
        external: ['electron'],
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [vue()],
    build: {
      // What is bundled loses its own licence file; its authors ask to be named.
      license: { fileName: 'licenses.md' },
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: source('renderer/index.html'), report: source('renderer/report.html') },
      },
    },
  },
})
