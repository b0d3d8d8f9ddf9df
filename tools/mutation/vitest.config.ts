import { defineConfig } from 'vitest/config'

/** The specs that say what a score is, and no others: each is run for hundreds of mutants. */
export default defineConfig({
  test: {
    environment: 'node',
    isolate: false,
    // A busy machine kills no mutants.
    testTimeout: 60_000,
    include: ['src/main/{scoring,rules}/**/*.spec.ts'],
    setupFiles: ['tools/mutation/first-counterexample.ts'],
  },
})
