import type { Month } from '../../shared/calendar'
import type { Readings, StreamId } from '../../shared/score'
import { MONTHS_BACK } from './customers'
import { keepLatest } from './keep-latest'
import { Rational } from './rational'
import {
  streamRules,
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
    const sides = stream.bounds?.sticky ? [side] : []
    const key = [metric.id, stream.id, month, ...sides, ...answers].join('/')
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
 * A metric that compares usage with a year ago: the points of its streams, each at least 0 and at
 * most the maximum, then their sum, at most the maximum (SCORING.md "The four metrics"). Under
 * `streamFloor: sum` a loss in one stream eats gains of the other before anything is cut.
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
    const now = measure(rule, stream, month, readings, 'now')
    const before = measure(rule, stream, month - MONTHS_BACK, readings, 'before')
    const delta = now.total - before.total
    const worth = pointsFor(stream, delta, readings.growthSteps)
    const points = readings.streamFloor === 'each' ? worth.clamp(Rational.zero, max) : worth
    return { rule: stream, comparison: { month, now, before, delta, points } }
  })
  return { rule, points: sumOf(streams)?.clamp(Rational.zero, max) ?? null, streams }
}

/** What a difference of a stream is worth before it is cut at 0 or at the maximum. */
export function pointsFor(
  rule: StreamRule,
  delta: number,
  growthSteps: Readings['growthSteps'],
): Rational {
  const steps = Rational.of(delta, rule.per * rule.rawPerUnit)
  const counted = rule.inSteps && growthSteps === 'whole' ? steps.truncated() : steps
  return counted.times(Rational.parse(rule.points))
}

/** The points of all streams that have data; null when none has. */
function sumOf(streams: readonly ExactStream[]): Rational | null {
  return streams.reduce<Rational | null>((sum, { comparison }) => {
    if (comparison === null) return sum
    return sum === null ? comparison.points : sum.plus(comparison.points)
  }, null)
}
