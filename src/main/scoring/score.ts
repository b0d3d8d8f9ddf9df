import { usageMonthOf, type Day, type Month } from '../../shared/calendar'
import type { Readings, StreamId } from '../../shared/score'
import type { Edition, MetricRule } from '../rules/edition-schema'
import {
  scoreCertifications,
  type ExactCertificationMetric,
  type PreparedCertifications,
} from './certifications'
import { Rational } from './rational'
import {
  isUsageMetric,
  type CertificationRule,
  type UsageMatrices,
  type UsageMetricRule,
} from './stream-rules'
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
  /** Only there where totals were typed in, and nothing is known of customers and people. */
  readonly typedIn?: TypedIn
}

/** Answers of totals that were typed in, in place of what facts would answer. */
export interface TypedIn {
  /** The month that a metric's streams are scored with; null: nothing was typed in. */
  months(rule: UsageMetricRule, asOf: Day): Record<StreamId, Month | null>
  certifications(rule: CertificationRule): ExactCertificationMetric
}

/** One score under one set of readings. */
export function scoreExactly(
  evidence: Evidence,
  asOf: Day,
  readings: Readings,
  measure: Measure,
): ExactScore {
  const { edition, typedIn } = evidence
  const months = streamMonths(evidence.usage, asOf, readings)
  const scored = (rule: MetricRule) => {
    if (isUsageMetric(rule)) {
      return scoreUsageMetric(rule, typedIn?.months(rule, asOf) ?? months, readings, measure)
    }
    return typedIn?.certifications(rule) ?? scoreCertifications(rule, evidence.certifications, asOf)
  }
  const metrics = edition.metrics.map((rule): ExactMetric => {
    const metric = scored(rule)
    return { ...metric, minimumMet: reachesMinimum(metric.points, edition, readings) }
  })
  const points = metrics.flatMap((metric) => metric.points ?? [])
  const total = points.length === 0 ? null : points.reduce((sum, each) => sum.plus(each))
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
