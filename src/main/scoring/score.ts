import { usageMonthOf, type Day, type Month } from '../../shared/calendar'
import type { Readings, StreamId } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import {
  scoreCertifications,
  type ExactCertificationMetric,
  type PreparedCertifications,
} from './certifications'
import { Rational } from './rational'
import { isUsageMetric, type UsageMatrices } from './stream-rules'
import {
  comparedMonth,
  scoreUsageMetric,
  type ExactUsageMetric,
  type Measure,
} from './usage-metrics'

/** A metric with whether it reaches its minimum; a metric without data does not. */
export type ExactMetric = (ExactUsageMetric | ExactCertificationMetric) & {
  readonly minimumMet: boolean
}

/** A score before anything is rounded. */
export interface ExactScore {
  readonly asOf: Day
  readonly readings: Readings
  readonly metrics: readonly ExactMetric[]
  /** Over the metrics that have data; null when none has. */
  readonly total: Rational | null
  readonly thresholdMet: boolean
  readonly minimumsMet: boolean
  /** Both conditions (SCORING.md "Attainment"). */
  readonly attained: boolean
}

/** The part of prepared facts that numbers are made from. */
export interface Evidence {
  readonly edition: Edition
  readonly usage: UsageMatrices
  readonly certifications: PreparedCertifications
}

/** One score under one set of readings. */
export function scoreExactly(
  evidence: Evidence,
  asOf: Day,
  readings: Readings,
  measure: Measure,
): ExactScore {
  const { edition } = evidence
  const months = streamMonths(evidence.usage, asOf, readings)
  const metrics = edition.metrics.map((rule): ExactMetric => {
    const metric = isUsageMetric(rule)
      ? scoreUsageMetric(rule, months, readings, measure)
      : scoreCertifications(rule, evidence.certifications, asOf)
    return { ...metric, minimumMet: reachesMinimum(metric.points, edition, readings) }
  })
  const scored = metrics.flatMap(({ points }) => points ?? [])
  const total = scored.length === 0 ? null : scored.reduce((sum, points) => sum.plus(points))
  const thresholdMet = total?.isAtLeast(Rational.of(edition.threshold)) ?? false
  const minimumsMet = metrics.every(({ minimumMet }) => minimumMet)
  return {
    asOf,
    readings,
    metrics,
    total,
    thresholdMet,
    minimumsMet,
    attained: thresholdMet && minimumsMet,
  }
}

/** The month each stream is scored with; null where it has no data. */
function streamMonths(
  usage: UsageMatrices,
  asOf: Day,
  { currentMonth }: Readings,
): Record<StreamId, Month | null> {
  const usageMonth = usageMonthOf(asOf)
  return {
    azure: comparedMonth(usage.azure.months.months, usageMonth, currentMonth),
    m365: comparedMonth(usage.m365.months.months, usageMonth, currentMonth),
  }
}

/** Reading `metricMinimum`: the edition's minimum, or anything above zero. No data never reaches it. */
export function reachesMinimum(
  points: Rational | null,
  { metricMinimum }: Edition,
  readings: Readings,
): boolean {
  if (points === null) return false
  return readings.metricMinimum === 'one'
    ? points.isAtLeast(Rational.of(metricMinimum))
    : points.compare(Rational.zero) > 0
}
