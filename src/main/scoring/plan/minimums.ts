import type { Problem } from './problem'
import { TOLERANCE } from './rates'
import type { UsageChoice } from './usage-choices'

/** What has to be there at least, in points and less by a tolerance, so that binary numbers miss no way. */
export interface Minimums {
  readonly metrics: readonly number[]
  /**
   * What a stream has once it is above zero, where that is all its metric needs; else 0. Points come in
   * steps, since whatever moves a stream moves it by a multiple of some raw number.
   */
  readonly streams: readonly number[]
}

/** The minimums of the edition or, where anything above zero is enough, the smallest there can be. */
export function minimumsOf(problem: Problem, usage: readonly UsageChoice[]): Minimums {
  const { rates, situation, start } = problem
  const { edition, metrics, streams, readings } = situation
  const lessTolerance = (least: number) => Math.max(0, least - TOLERANCE)
  if (readings.metricMinimum === 'one') {
    const least = lessTolerance(edition.metricMinimum)
    return { metrics: metrics.map(() => least), streams: streams.map(() => 0) }
  }
  const sizes = streams.map((_, stream) => {
    const step = rates.perStep[stream] as number
    return step > 0 ? step : rawStep(stream, start.deltas, usage) * (rates.perRaw[stream] as number)
  })
  return {
    metrics: metrics.map(({ streams: own }, metric) => {
      if (own.length === 0) return 0
      const each = own.map((stream) => sizes[stream] as number)
      // Streams that are added up before anything is cut may differ by less than either moves by.
      // One of no size stays where it is, at zero.
      const least = rates.floorEach
        ? Math.min(...each.filter((size) => size > 0))
        : each.reduce(commonPart, 0)
      return lessTolerance(Math.min(least, rates.max[metric] as number))
    }),
    streams: sizes.map((size, stream) =>
      rates.floorEach ? lessTolerance(Math.min(size, rates.caps[stream] as number)) : 0,
    ),
  }
}

/** The raw number of which a stream's difference is a multiple, whatever is done. */
function rawStep(stream: number, deltas: readonly number[], usage: readonly UsageChoice[]): number {
  return usage.reduce(
    (step, { streams, gains, available, isUniform }) => {
      const own = gains[streams.indexOf(stream)]?.subarray(1, isUniform ? 2 : available + 1)
      return own?.reduce((part, gain) => greatestCommonDivisor(part, gain), step) ?? step
    },
    Math.abs(deltas[stream] as number),
  )
}

/** The largest whole number that divides both; of 0 and another the other. */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/** As {@link greatestCommonDivisor} for points; 0 where it is too small for binary numbers to tell. */
function commonPart(a: number, b: number): number {
  if (b === 0) return a
  const rest = a % b
  const isNone = Math.min(rest, b - rest) < TOLERANCE
  return isNone ? b : b < 10 * TOLERANCE ? 0 : commonPart(b, rest)
}
