import type { Month } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type { Readings, StreamId } from '../../shared/score'
import { MONTHS_BACK } from './customers'
import { keepLatest } from './keep-latest'
import { Rational } from './rational'
import {
  streamRules,
  type PercentRate,
  type StreamRule,
  type UsageMatrices,
  type UsageMetricRule,
} from './stream-rules'
import type { TenantColumn } from './tenant-column'
import type { Side } from './tenant-range'

/** What a stream had, now and a year ago, in raw numbers (see {@link StreamRule}), and its points. */
export interface Comparison {
  /** The month with which the current window ends. */
  readonly month: Month
  readonly now: TenantColumn
  readonly before: TenantColumn
  readonly delta: number
  /** Under `streamFloor: sum` as they come, else between 0 and the metric's maximum. */
  readonly points: Rational
}

export interface ExactStream {
  readonly rule: StreamRule
  /** null: no data, which is not 0. */
  readonly comparison: Comparison | null
}

export interface ExactUsageMetric {
  readonly rule: UsageMetricRule
  readonly points: Rational | null
  readonly streams: readonly ExactStream[]
}

/** The column that a stream of a metric has in the window which ends with a month. */
export type Measure = (
  metric: UsageMetricRule,
  stream: StreamRule,
  month: Month,
  readings: Readings,
  side?: Side,
) => TenantColumn

/**
 * A trend of two years compares 36 windows, each with two streams of three metrics: 216. A column holds
 * one byte per tenant of Azure and seventeen of Microsoft 365.
 */
const COLUMNS_KEPT = 240

/**
 * Measures a column once for all scores that share it: most readings leave it as it is, and a window
 * is asked for again with every other metric, reading or step of a what-if.
 */
export function rememberingMeasure(matrices: UsageMatrices): Measure {
  const kept = new Map<string, TenantColumn>()
  return (metric, stream, month, readings, side = 'now') => {
    const answers = stream.dependsOn.map((reading) => readings[reading])
    const sides = stream.bounds?.sticky || stream.distinct ? [side] : []
    const key = [metric.id, stream.id, stream.option, month, ...sides, ...answers].join('/')
    const column = kept.get(key) ?? stream.measure(matrices, month, readings, side)
    keepLatest(kept, key, column, COLUMNS_KEPT)
    return column
  }
}

/**
 * The month whose window a stream is scored with: the usage month, or with the reading
 * `currentMonth: newest` the newest month in the data up to it. null: no data.
 */
export function comparedMonth(
  months: readonly Month[],
  usageMonth: Month,
  currentMonth: Readings['currentMonth'],
): Month | null {
  const newest = months.findLast((month) => month <= usageMonth) ?? null
  return currentMonth === 'newest' || newest === usageMonth ? newest : null
}

/**
 * A metric that counts usage: the points of its streams, each at least 0 and at most its maximum,
 * then their sum, at most the metric's maximum (SCORING.md "The four metrics"). Under
 * `streamFloor: sum` a loss in one stream eats gains of the other before anything is cut at 0.
 */
export function scoreUsageMetric(
  rule: UsageMetricRule,
  months: Readonly<Record<StreamId, Month | null>>,
  readings: Readings,
  measure: Measure,
): ExactUsageMetric {
  const max = Rational.of(rule.max)
  const streams = streamRules(rule).map((stream): ExactStream => {
    const month = months[stream.id]
    if (month === null) return { rule: stream, comparison: null }
    const compared = (candidate: StreamRule): Scored => {
      const now = measure(rule, candidate, month, readings, 'now')
      const before = measure(rule, candidate, month - MONTHS_BACK, readings, 'before')
      const delta = now.total - before.total
      const worth = worthOf(candidate, now.total, before.total, readings.growthSteps)
      const points = cutPoints(worth, candidate, rule.max, readings.streamFloor)
      return { rule: candidate, comparison: { month, now, before, delta, points } }
    }
    return best((stream.candidates ?? [stream]).map(compared))
  })
  return { rule, points: sumOf(streams)?.clamp(Rational.zero, max) ?? null, streams }
}

type Scored = ExactStream & { readonly comparison: Comparison }

/** The option with the most points; of equal ones the first. */
function best(scored: readonly Scored[]): Scored {
  return scored.reduce((one, other) =>
    other.comparison.points.compare(one.comparison.points) > 0 ? other : one,
  )
}

/** The points of a stream after its cuts; under `streamFloor: sum` only its own maximum cuts it. */
export function cutPoints(
  worth: Rational,
  { max }: StreamRule,
  metricMax: number,
  streamFloor: Readings['streamFloor'],
): Rational {
  if (streamFloor === 'each') return worth.clamp(Rational.zero, Rational.of(max ?? metricMax))
  const own = max === undefined ? worth : Rational.of(max)
  return worth.isAtLeast(own) ? own : worth
}

/** What a stream that had so much now and a year ago, in raw numbers, is worth before it is cut. */
export function worthOf(
  rule: StreamRule,
  now: number,
  before: number,
  growthSteps: Readings['growthSteps'],
): Rational {
  const { percent } = rule
  if (percent === undefined) return pointsFor(rule, now - before, growthSteps)
  if (before < percent.baseline) return Rational.zero
  return stepsWorth(rule, percentSteps(percent, Rational.of(now - before, before)), growthSteps)
}

/** A share of a year ago in steps of so many percent. */
export function percentSteps({ perPercent }: PercentRate, share: Rational): Rational {
  return share.times(Rational.of(100)).dividedBy(Rational.parse(perPercent))
}

/**
 * What a difference of a stream is worth before it is cut at 0 or at the maximum. Throws
 * `input-invalid` for growth in percent, where a difference has no worth by itself: see {@link worthOf}.
 */
export function pointsFor(
  rule: StreamRule,
  delta: number,
  growthSteps: Readings['growthSteps'],
): Rational {
  if (rule.percent !== undefined) throw noFixedWorth(rule)
  return stepsWorth(rule, Rational.of(delta, rule.per * rule.rawPerUnit), growthSteps)
}

function stepsWorth(
  { inSteps, points }: StreamRule,
  steps: Rational,
  growthSteps: Readings['growthSteps'],
): Rational {
  const counted = inSteps && growthSteps === 'whole' ? steps.truncated() : steps
  return counted.times(Rational.parse(points))
}

function noFixedWorth({ id }: StreamRule): SeventyError {
  return new SeventyError(
    'input-invalid',
    'The edition counts growth in percent, so a dollar or seat more has no fixed worth. Ask for the score instead.',
    { stream: id },
  )
}

/** The points of all streams that have data; null when none has. */
function sumOf(streams: readonly ExactStream[]): Rational | null {
  return streams.reduce<Rational | null>((sum, { comparison }) => {
    if (comparison === null) return sum
    return sum === null ? comparison.points : sum.plus(comparison.points)
  }, null)
}
