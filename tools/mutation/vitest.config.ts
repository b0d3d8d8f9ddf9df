import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** Laws that are tried on many partners: nine tenths of the time, and the last to notice what others do not. */
const SLOW = ['scoring/plan/', 'scoring/what-if.spec.ts', 'scoring/properties.spec.ts']

const isSlow = ({ moduleId }: TestSpecification) => SLOW.some((each) => moduleId.includes(each))

/** The first spec that fails ends the run of a mutant, so the quick ones come first. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => Number(isSlow(a)) - Number(isSlow(b)))
  }
}

/** The specs that say what a score is, and no others: each is run for hundreds of mutants. */
export default defineConfig({
  test: {
    environment: 'node',
    isolate: false,
    // A busy machine kills no mutants.
    testTimeout: 60_000,
    include: ['src/main/{scoring,rules}/**/*.spec.ts'],
    exclude: process.env['MUTATION'] === 'quick' ? SLOW.map((each) => `src/main/${each}**`) : [],
    sequence: { sequencer: QuickFirst },
    setupFiles: ['tools/mutation/first-counterexample.ts'],
  },
})
