import { formatDay, formatMonth, usageMonthOf } from '../../shared/calendar'
import type {
  MetricScore,
  OtherTrack,
  Readings,
  Score,
  ScoreWarning,
  StepScore,
  StreamScore,
} from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { isBuiltIn } from '../rules/registry'
import type { ExactStep } from './certifications'
import { Rational } from './rational'
import type { ExactMetric, ExactScore } from './score'
import type { ExactStream } from './usage-metrics'

/**
 * From exact values to the numbers of the contract (SCORING.md "Terms", CLI.md "score --json").
 * Rounding happens here and nowhere else, and nothing is compared with a threshold after it.
 */

/** Points as `score --json` gives them: six decimals, half up. */
export function presented(value: Rational | null): number | null {
  return value?.rounded(6) ?? null
}

/**
 * Points as people see them: one decimal, half up; cut instead where rounding would show a threshold
 * that was not reached. 69.97 of 70 is shown as 69.9.
 */
export function shown(value: Rational | null, threshold: number): number | null {
  if (value === null) return null
  const rounded = value.rounded(1)
  const missed = !value.isAtLeast(Rational.of(threshold))
  return missed && rounded >= threshold ? value.cut(1) : rounded
}

/** Readings that would change the result, each with the score it would lead to. */
export interface ExactAlternative {
  readonly reading: keyof Readings
  readonly value: string
  readonly score: ExactScore
}

/** A score as every surface sees it. */
export function presentScore(
  edition: Edition,
  score: ExactScore,
  alternatives: readonly ExactAlternative[],
  warnings: readonly ScoreWarning[],
  otherTracks: readonly OtherTrack[],
): Score {
  const { asOf, total, thresholdMet, minimumsMet, attained, readings } = score
  return {
    designation: edition.designation,
    edition: edition.id,
    ...(isBuiltIn(edition.id) ? {} : { custom: true as const }),
    track: edition.track,
    otherTracks: [...otherTracks],
    asOf: formatDay(asOf),
    usageMonth: formatMonth(usageMonthOf(asOf)),
    total: presented(total),
    totalShown: shown(total, edition.threshold),
    max: edition.metrics.reduce((sum, { max }) => sum + max, 0),
    threshold: edition.threshold,
    thresholdMet,
    minimumsMet,
    attained,
    metrics: score.metrics.map((metric) => presentMetric(edition, metric)),
    readings,
    alternatives: alternatives.map(({ reading, value, score: other }) => ({
      reading,
      value,
      total: presented(other.total),
      totalShown: shown(other.total, edition.threshold),
      attained: other.attained,
    })),
    warnings: [...warnings],
  }
}

/** A track that does not decide, in the numbers of the contract. */
export function presentTrack(edition: Edition, { total, attained }: ExactScore): OtherTrack {
  return {
    edition: edition.id,
    // A track beside others always has a name; the editions are checked for it.
    track: edition.track ?? edition.id,
    total: presented(total),
    totalShown: shown(total, edition.threshold),
    attained,
  }
}

export function presentMetric(edition: Edition, metric: ExactMetric): MetricScore {
  const { rule, points, minimumMet } = metric
  return {
    id: rule.id,
    category: rule.category,
    points: presented(points),
    pointsShown: shown(points, edition.metricMinimum),
    max: rule.max,
    minimumMet,
    status: points === null ? 'no-data' : 'scored',
    ...('streams' in metric
      ? { streams: metric.streams.map(presentStream) }
      : { steps: metric.steps.map(presentStep) }),
  }
}

/** A stream in its own unit: customers, deployments, dollars or users. */
export function presentStream({ rule, comparison }: ExactStream): StreamScore {
  if (comparison === null) {
    const nothing = { current: null, previous: null, delta: null, points: null, pointsShown: null }
    return { id: rule.id, status: 'no-data', ...nothing }
  }
  const { now, before, delta, points } = comparison
  return {
    id: rule.id,
    status: 'scored',
    current: now.total / rule.rawPerUnit,
    previous: before.total / rule.rawPerUnit,
    delta: delta / rule.rawPerUnit,
    points: presented(points),
    pointsShown: points.rounded(1),
  }
}

export function presentStep({ rule, people, met }: ExactStep): StepScore {
  const gate = rule.requiredPeople === undefined ? {} : { required: rule.requiredPeople, met }
  return { id: rule.id, people: people.size, ...gate }
}
