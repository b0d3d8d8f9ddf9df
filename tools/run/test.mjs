// @ts-check
/**
 * `npm test`: lint, types, boundaries, unit and end-to-end, in that order, all of them even when one
 * fails. Ends with one line that counts the tests that were run; a failed check counts as one.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureRuntime } from '../ensure-runtime/ensure-runtime.mjs'
import { ensureBuilt } from './build.mjs'
import { binOf, root } from './paths.mjs'

const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const e2eReport = join(results, 'e2e.json')

/** @typedef {{ passed: number, failed: number }} Counts */

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const started = performance.now()
await ensureRuntime()
ensureBuilt()

/** @type {Counts[]} */
const counts = [
  check('format', 'prettier', 'bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  check('lint', 'eslint', 'bin/eslint.js', ['.', '--max-warnings', '0']),
  check('types', 'vue-tsc', 'bin/vue-tsc.js', ['-b']),
  check('boundaries', 'dependency-cruiser', 'bin/dependency-cruiser.mjs', [
    'src',
    'tools',
    'e2e',
    'bench',
    'build',
  ]),
  suite('unit', unitReport, countUnit, binOf('vitest', 'vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]),
  suite(
    'end to end',
    e2eReport,
    countE2e,
    join(root, 'tools/run/e2e.mjs'),
    ['--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport,
    },
  ),
]

const passed = counts.reduce((sum, each) => sum + each.passed, 0)
const failed = counts.reduce((sum, each) => sum + each.failed, 0)
process.stdout.write(
  `\nin ${((performance.now() - started) / 1000).toFixed(0)} s\ntests: ${passed} passed, ${failed} failed\n`,
)
process.exit(failed === 0 ? 0 : 1)

/**
 * @param {string} title @param {string} script @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} whether it ended well
 */
function run(title, script, args, env = {}) {
  process.stdout.write(`\n== ${title}\n`)
  const from = performance.now()
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  process.stdout.write(`   ${((performance.now() - from) / 1000).toFixed(1)} s\n`)
  return status === 0
}

/** @param {string} title @param {string} name @param {string} file @param {string[]} args @returns {Counts} */
function check(title, name, file, args) {
  return run(title, binOf(name, file), args) ? { passed: 0, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * A suite that failed without a failing test (a crash, a file that does not load) counts as one.
 * @param {string} title @param {string} report @param {(report: any) => Counts} count
 * @param {string} script @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Counts}
 */
function suite(title, report, count, script, args, env) {
  const ok = run(title, script, args, env)
  try {
    const counted = count(JSON.parse(readFileSync(report, 'utf8')))
    return { passed: counted.passed, failed: ok ? counted.failed : Math.max(1, counted.failed) }
  } catch (error) {
    process.stdout.write(`${title} left no readable report: ${String(error)}\n`)
    return { passed: 0, failed: 1 }
  }
}

/** @param {{ numPassedTests: number, numFailedTests: number }} report @returns {Counts} */
function countUnit({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests }
}

/** @param {{ stats: { expected: number, flaky: number, unexpected: number } }} report @returns {Counts} */
function countE2e({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}
