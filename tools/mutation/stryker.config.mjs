// @ts-check
/**
 * `npm run mutation`: changes the engine in one place after another and expects a spec to fail each
 * time. README.md beside this file says how to read the result and explains what survives.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  // Looking up which specs import a file takes longer than running those that cover a mutant.
  vitest: { configFile: 'tools/mutation/vitest.config.ts', related: false, pool: 'threads' },
  mutate: [
    'src/main/scoring/**/*.ts',
    '!src/main/scoring/**/*.spec.ts',
    '!src/main/scoring/testing/**',
  ],
  coverageAnalysis: 'perTest',
  // A mutant of what runs once when a file is loaded needs every spec again, and there are constants only.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  timeoutFactor: 2,
  // A mutant that was judged before, with the same code and the same specs, is not run again.
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['html', 'json', 'clear-text', 'progress-append-only'],
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: 'reports/mutation/sandbox',
  ignorePatterns: [
    '/out',
    '/dist',
    '/coverage',
    '/test-results',
    '/reports',
    '/.seventy',
    '/bench',
    '/e2e',
    '/docs',
  ],
}
