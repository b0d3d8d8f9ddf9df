import type { Month } from '../../../shared/calendar'
import type { MetricId, Readings } from '../../../shared/score'
import type { Edition } from '../../rules/edition-schema'
import { pointsOf, type ExactStep } from '../certifications'
import { Rational } from '../rational'
import { reachesMinimum, type ExactScore } from '../score'
import type { StreamRule, UsageMetricRule } from '../stream-rules'
import type { TenantColumn } from '../tenant-column'
import { cutPoints, worthOf } from '../usage-metrics'

/** A stream of a usage metric from which a plan starts. */
export interface PlanStream {
  readonly metric: number
  readonly metricRule: UsageMetricRule
  readonly rule: StreamRule
  /** The month with which the current window ends; null without data. */
  readonly month: Month | null
  /** 0 where there is no data. */
  readonly delta: number
  /** What there was a year ago; growth in percent is measured by it. */
  readonly before: number
  readonly now: TenantColumn | null
}

/** A step of a certification metric from which a plan starts. */
export interface PlanStep {
  readonly metric: number
  readonly standing: ExactStep
}

export interface PlanMetric {
  readonly id: MetricId
  readonly max: Rational
  /** Positions of its streams, or of its steps; none where nothing is planned for the metric. */
  readonly streams: readonly number[]
  readonly steps: readonly number[]
  /** The points of a metric that is counted as it is; else 0. */
  readonly present: Rational
}

/**
 * Where a plan starts, and what any other standing is worth. A standing is two lists of numbers: the
 * difference of each stream and the people of each step. Its points come from the functions of the
 * engine, so that a plan and a score cannot disagree.
 */
export interface Situation {
  readonly edition: Edition
  readonly readings: Readings
  readonly metrics: readonly PlanMetric[]
  readonly streams: readonly PlanStream[]
  readonly steps: readonly PlanStep[]
}

/** Differences of all streams, people in all steps. */
export interface Standing {
  readonly deltas: readonly number[]
  readonly people: readonly number[]
}

/**
 * Whether a metric can be planned. One that takes the best of several associations cannot: what a
 * customer adds depends on the association it comes with, and the best one may change on the way.
 */
export function isPlannable(metric: ExactScore['metrics'][number]): boolean {
  return (
    !('streams' in metric) ||
    metric.streams.every(
      ({ rule: { option, candidates } }) => option === undefined && candidates === undefined,
    )
  )
}

/** The situation of a score. Metrics without data start at nothing. */
export function situationOf(edition: Edition, score: ExactScore): Situation {
  const streams: PlanStream[] = []
  const steps: PlanStep[] = []
  const metrics = score.metrics.map((metric, index): PlanMetric => {
    const base = {
      id: metric.rule.id,
      max: Rational.of(metric.rule.max),
      ...{ streams: [], steps: [], present: Rational.zero },
    }
    if (!isPlannable(metric)) return { ...base, present: metric.points ?? Rational.zero }
    if ('streams' in metric) {
      const positions = metric.streams.map(({ rule, comparison }) => {
        const { delta = 0, now = null, month = null } = comparison ?? {}
        const before = comparison?.before.total ?? 0
        const metricRule = metric.rule
        return streams.push({ metric: index, metricRule, rule, month, delta, before, now }) - 1
      })
      return { ...base, streams: positions }
    }
    const positions = metric.steps.map((standing) => steps.push({ metric: index, standing }) - 1)
    return { ...base, steps: positions }
  })
  return { edition, readings: score.readings, metrics, streams, steps }
}

/** The standing as it is. */
export function startOf({ streams, steps }: Situation): Standing {
  return {
    deltas: streams.map(({ delta }) => delta),
    people: steps.map(({ standing }) => standing.people.size),
  }
}

/** The exact points of every metric in a standing. */
export function pointsIn(situation: Situation, { deltas, people }: Standing): Rational[] {
  return situation.metrics.map((metric) => {
    const { growthSteps, streamFloor } = situation.readings
    const sum = metric.streams.reduce(
      (total, stream) => {
        const { rule, metricRule, before } = situation.streams[stream] as PlanStream
        const worth = worthOf(rule, before + (deltas[stream] as number), before, growthSteps)
        return total.plus(cutPoints(worth, rule, metricRule.max, streamFloor))
      },
      metric.present.plus(stepPoints(situation, metric, people)),
    )
    return sum.clamp(Rational.zero, metric.max)
  })
}

/** Whether points by metric attain the designation (SCORING.md "Attainment"). */
export function attains({ edition, readings }: Situation, points: readonly Rational[]): boolean {
  const total = points.reduce((sum, each) => sum.plus(each), Rational.zero)
  return (
    total.isAtLeast(Rational.of(edition.threshold)) &&
    points.every((each) => reachesMinimum(each, edition, readings))
  )
}

function stepPoints(situation: Situation, metric: PlanMetric, people: readonly number[]): Rational {
  const standings = metric.steps.map((step) => {
    const { rule } = (situation.steps[step] as PlanStep).standing
    const size = people[step] as number
    const { requiredPeople } = rule
    const met = requiredPeople === undefined ? undefined : size >= requiredPeople
    return { rule, people: { size }, met }
  })
  return standings.reduce((sum, step) => sum.plus(pointsOf(step, standings)), Rational.zero)
}
