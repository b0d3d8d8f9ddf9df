// @ts-check
/**
 * `npm test`: format, lint, types, boundaries, unit and end-to-end, all of them even when one fails.
 * Ends with one line that counts the tests that were run; a failed check counts as one.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureRuntime } from '../ensure-runtime/ensure-runtime.mjs'
import { ensureBuilt } from './build.mjs'
import { binOf, root } from './paths.mjs'

const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const e2eReport = join(results, 'e2e.json')

const houses = ['src', 'tools', 'e2e', 'bench', 'build']

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {[title: string, name: string, file: string, args: string[]]} Check */

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const started = performance.now()
await ensureRuntime()
ensureBuilt()

// Each check keeps one core busy, so two of them at a time take half as long.
const checks = await Promise.all([
  lane(
    ['format', 'prettier', 'bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
    ['lint', 'eslint', 'bin/eslint.js', ['.', '--max-warnings', '0']],
  ),
  lane(
    ['types', 'vue-tsc', 'bin/vue-tsc.js', ['-b']],
    ['boundaries', 'dependency-cruiser', 'bin/dependency-cruiser.mjs', houses],
  ),
])

/** @type {Counts[]} */
const counts = [
  ...checks.flat(),
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

/**
 * Checks one after the other, beside those of another lane.
 * @param {...Check} list
 * @returns {Promise<Counts[]>}
 */
async function lane(...list) {
  const counted = []
  for (const each of list) counted.push(await check(...each))
  return counted
}

/**
 * A check has nothing to count unless it fails. Its words come out at its end, in one piece.
 * @param {Check} check
 * @returns {Promise<Counts>}
 */
function check(...[title, name, file, args]) {
  const from = performance.now()
  const child = spawn(process.execPath, [binOf(name, file), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => (words += chunk))
  }
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const seconds = ((performance.now() - from) / 1000).toFixed(1)
      process.stdout.write(`\n== ${title}\n${words}   ${seconds} s\n`)
      resolve({ passed: 0, failed: status === 0 ? 0 : 1 })
    })
  })
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
