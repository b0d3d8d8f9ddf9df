import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores is what a build server has; more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'main',
          environment: 'node',
          // These specs share nothing but the file system, where each has a folder of its own; loading
          // every module again for each of them takes six times as long as running them.
          isolate: false,
          include: [
            'src/{shared,main,preload}/**/*.spec.ts',
            'tools/**/*.spec.ts',
            'build/**/*.spec.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          // Each file has a window of its own, in a context of its thread instead of a thread of its
          // own: the same isolation of pages at a third of the time.
          pool: 'vmThreads',
          include: ['src/renderer/**/*.spec.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
