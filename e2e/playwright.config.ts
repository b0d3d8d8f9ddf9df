import { defineConfig } from '@playwright/test'

/** Each test starts the compiled app with a data folder of its own; nothing is shared, nothing retried. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list']],
})
