// @ts-check
import { spawnSync } from 'node:child_process'

/** @typedef {{ seconds: number, peakMegabytes: number | undefined }} Measured */

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
 * Two works in turn, A B A B …, so that a machine that slows down slows both.
 * @param {number} runs @param {() => number} a @param {() => number} b
 */
export function inTurn(runs, a, b) {
  const first = []
  const second = []
  for (let run = 0; run < runs; run++) {
    first.push(a())
    second.push(b())
  }
  const ratios = first.map((seconds, run) => seconds / (second[run] ?? Number.NaN))
  return { a: median(first), b: median(second), ratio: median(ratios) }
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
