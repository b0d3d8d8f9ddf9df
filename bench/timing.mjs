// @ts-check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../tools/run/paths.mjs'

/** @param {number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** @param {number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/**
 * Runs a whole process and times it from outside.
 * @param {string} command @param {string[]} args @param {string} [input]
 */
export function timeProcess(command, args, input) {
  const from = performance.now()
  const { status, stderr } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const seconds = (performance.now() - from) / 1000
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}: ${stderr}`)
  return seconds
}

/**
 * The median of some milliseconds with the spread of the middle half.
 * @param {readonly number[]} milliseconds @param {number} [digits]
 */
export function spread(milliseconds, digits = 0) {
  const values = [...milliseconds]
  const [low, high] = [percentile(values, 0.25), percentile(values, 0.75)]
  return `${median(values).toFixed(digits)} ms (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

/**
 * Runs a script of Node as a process of its own, with its largest resident set.
 * @param {string} script @param {string[]} args
 */
export function measureProcess(script, args) {
  const argv = ['--import', join(root, 'bench', 'peak-memory.mjs'), script, ...args]
  const from = performance.now()
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
  const seconds = (performance.now() - from) / 1000
  if (status !== 0) throw new Error(`${script} ended with ${String(status)}: ${stderr}`)
  const peak = /peak-memory (\d+)/.exec(stderr)?.[1]
  return { seconds, megabytes: Number(peak) / 1024 }
}

/**
 * The median of the ratios of works that were done in turn, A B A B …: a machine that slows down
 * slows both.
 * @param {readonly number[]} a @param {readonly number[]} b
 */
export function ratios(a, b) {
  return median(a.map((each, run) => each / (b[run] ?? Number.NaN)))
}

/** Milliseconds of every run, after two that warm up. @param {number} runs @param {(run: number) => unknown} work */
export function timed(runs, work) {
  const times = []
  for (let run = 0; run < runs + 2; run++) {
    const from = performance.now()
    work(run)
    times.push(performance.now() - from)
  }
  return times.slice(2)
}

/**
 * Two works in turn, A B A B …
 * @param {number} runs @param {() => number} a @param {() => number} b
 */
export function inTurn(runs, a, b) {
  const [first, second] = [[0], [0]]
  for (let run = 0; run < runs; run++) {
    first.push(a())
    second.push(b())
  }
  const [own, peer] = [first.slice(1), second.slice(1)]
  return { a: median(own), b: median(peer), ratio: ratios(own, peer) }
}
