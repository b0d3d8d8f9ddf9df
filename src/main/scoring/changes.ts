import { formatDay, formatMonth, usageMonthOf, type Day } from '../../shared/calendar'
import type { ChangeCause, Changes, ChangeSide } from '../../shared/changes'
import type { Readings } from '../../shared/score'
import { allOf, merged, pointsCause, type Causes, type ExactCause } from './change-causes'
import { certificationCauses } from './certification-changes'
import type { PreparedFacts } from './engine'
import { presented, shown } from './presentation'
import { readingsWith } from './readings'
import { scoreExactly, type ExactMetric, type ExactScore } from './score'
import { monthsMissing } from './trend'
import { usageCauses } from './usage-changes'

export interface ChangeOptions {
  readonly from: Day
  /** Not before `from`. */
  readonly to: Day
  /** What is left out is read as each edition does. */
  readonly readings?: Partial<Readings> | undefined
  /** Causes listed at most; those beyond are one cause `other`. Without it all are listed. */
  readonly limit?: number | undefined
}

/** The two scores of a comparison, before anything is rounded. */
export interface ExactChanges {
  readonly from: ExactScore
  readonly to: ExactScore
  /** Their effects add up to the difference of the totals, where no data counts as no points. */
  readonly causes: readonly ExactCause[]
}

/**
 * What changed between two dates, and why. The facts are those of one partner, each prepared under
 * the edition of its own day; where the editions differ, the earlier date is scored under the later
 * one as well, which tells the effect of the rules from that of the facts.
 */
export function changesBetween(
  earlier: PreparedFacts,
  later: PreparedFacts,
  options: ChangeOptions,
): Changes {
  const exact = exactChangesBetween(earlier, later, options)
  const from = sideOf(earlier, exact.from)
  const to = sideOf(later, exact.to)
  const { total: before } = exact.from
  const { total: after } = exact.to
  return {
    from,
    to,
    rulesChanged: earlier.edition.id !== later.edition.id,
    readings: options.readings ?? {},
    difference: before && after ? after.minus(before).rounded(6) : null,
    differenceShown: differenceShown(from, to),
    metrics: exact.to.metrics.map((metric) => metricChange(metric, exact.from)),
    causes: exact.causes.map(presentCause),
    causesTotal: exact.causes.reduce((sum, { count }) => sum + count, 0),
  }
}

/** The causes with exact effects; see {@link changesBetween}. */
export function exactChangesBetween(
  earlier: PreparedFacts,
  later: PreparedFacts,
  { from, to, readings, limit }: ChangeOptions,
): ExactChanges {
  const scoreOn = (prepared: PreparedFacts, day: Day) =>
    scoreExactly(prepared, day, readingsWith(prepared.edition.readings, readings), prepared.measure)
  const first = scoreOn(earlier, from)
  const sameRules = earlier.edition.id === later.edition.id
  const underLater = sameRules ? first : scoreOn(later, from)
  const last = scoreOn(later, to)
  const dropped = first.metrics.filter((metric) => find(last, metric) === undefined)
  const causes = [
    ...last.metrics.flatMap((metric) =>
      metricCauses(find(first, metric), find(underLater, metric), metric, {
        prepared: later,
        from,
        to,
        readings: last.readings,
        limit: limit ?? Infinity,
      }),
    ),
    ...dropped.map(({ rule, points }) => allOf(rulesCause(rule.id, points, null))),
  ]
  return { from: first, to: last, causes: merged(causes, limit) }
}

function find({ metrics }: ExactScore, { rule }: ExactMetric): ExactMetric | undefined {
  return metrics.find((metric) => metric.rule.id === rule.id)
}

interface MetricContext {
  readonly prepared: PreparedFacts
  readonly from: Day
  readonly to: Day
  readonly readings: Readings
  readonly limit: number
}

/** First the rules on the earlier facts, then the facts under the later rules. */
function metricCauses(
  first: ExactMetric | undefined,
  underLater: ExactMetric | undefined,
  last: ExactMetric,
  context: MetricContext,
): Causes[] {
  const { id } = last.rule
  const before = first?.points ?? null
  if (first && (before === null) !== (last.points === null))
    return [allOf(pointsCause({ kind: 'data', metric: id }, before, last.points))]
  const rules = allOf(rulesCause(id, before, underLater?.points ?? null))
  return [rules, ...(underLater ? factCauses(underLater, last, context) : [])]
}

/** The earlier points under the earlier rules, and under the later ones. */
function rulesCause(
  metric: ExactMetric['rule']['id'],
  before: ExactMetric['points'],
  after: ExactMetric['points'],
): ExactCause[] {
  return pointsCause({ kind: 'rules', metric }, before, after)
}

function factCauses(before: ExactMetric, after: ExactMetric, context: MetricContext): Causes[] {
  const { prepared, readings, limit, from, to } = context
  if ('streams' in before && 'streams' in after)
    return usageCauses(before, after, { ...prepared, readings, limit })
  if ('steps' in before && 'steps' in after)
    return [certificationCauses(before, after, { ...prepared.certifications, from, to })]
  return []
}

function sideOf(prepared: PreparedFacts, score: ExactScore): ChangeSide {
  const { edition } = prepared
  return {
    asOf: formatDay(score.asOf),
    usageMonth: formatMonth(usageMonthOf(score.asOf)),
    edition: edition.id,
    total: presented(score.total),
    totalShown: shown(score.total, edition.threshold),
    monthsMissing: monthsMissing({ prepared, score }),
  }
}

/** Both have one decimal, and so has their difference. */
function differenceShown(from: ChangeSide, to: ChangeSide): number | null {
  if (from.totalShown === null || to.totalShown === null) return null
  return Math.round((to.totalShown - from.totalShown) * 10) / 10
}

function metricChange(after: ExactMetric, first: ExactScore): Changes['metrics'][number] {
  const before = find(first, after)?.points ?? null
  const known = before !== null && after.points !== null
  return {
    id: after.rule.id,
    before: presented(before),
    after: presented(after.points),
    status: known ? 'scored' : 'no-data',
    difference: known && after.points ? after.points.minus(before).rounded(6) : null,
  }
}

function presentCause({ effect, ...told }: ExactCause): ChangeCause {
  return { ...told, effect: effect.rounded(6), effectShown: effect.rounded(1) }
}
