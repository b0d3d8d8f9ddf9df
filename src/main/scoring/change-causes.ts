import type { ChangeCause } from '../../shared/changes'
import { allMetricIds } from '../../shared/score'
import { Rational } from './rational'

/** A cause before its effect is rounded. */
export type ExactCause = Omit<ChangeCause, 'effect' | 'effectShown'> & { readonly effect: Rational }

/** Causes, and what those that were left out for their number add up to. */
export interface Causes {
  readonly listed: readonly ExactCause[]
  readonly rest: { readonly count: number; readonly effect: Rational }
}

/** What a cause does not say is null, and it stands for itself. */
export function cause(
  told: Pick<ExactCause, 'kind' | 'metric' | 'effect'> & Partial<ExactCause>,
): ExactCause {
  return {
    stream: null,
    step: null,
    window: null,
    subject: null,
    reason: null,
    certification: null,
    date: null,
    unit: null,
    before: null,
    after: null,
    beforeActive: null,
    afterActive: null,
    threshold: null,
    activeShare: null,
    count: 1,
    ...told,
  }
}

/** Causes of which none was left out. */
export function allOf(listed: readonly ExactCause[]): Causes {
  return { listed, rest: { count: 0, effect: Rational.zero } }
}

/**
 * The points that a metric or stream has on two dates, where their difference is one cause by
 * itself; nothing where they are equal.
 */
export function pointsCause(
  told: Pick<ExactCause, 'kind' | 'metric'> & Partial<ExactCause>,
  before: Rational | null,
  after: Rational | null,
): ExactCause[] {
  const effect = (after ?? Rational.zero).minus(before ?? Rational.zero)
  if (effect.isZero && (before === null) === (after === null)) return []
  return [
    cause({
      unit: 'point',
      before: before?.rounded(6) ?? null,
      after: after?.rounded(6) ?? null,
      ...told,
      effect,
    }),
  ]
}

/** What cutting at 0 gives back, and what cutting at the maximum takes away. */
export function cutsOf(points: Rational, max: Rational): { floor: Rational; cap: Rational } {
  const cut = points.clamp(Rational.zero, max).minus(points)
  const floored = cut.compare(Rational.zero) > 0
  return { floor: floored ? cut : Rational.zero, cap: floored ? Rational.zero : cut }
}

/** The causes that balance what cutting did to the points on two dates. */
export function cutCauses(
  told: Pick<ExactCause, 'metric'> & Partial<ExactCause>,
  [before, after]: readonly [Rational, Rational],
  max: Rational,
): ExactCause[] {
  const [then, now] = [cutsOf(before, max), cutsOf(after, max)]
  return [
    ...pointsCause({ ...told, kind: 'floor', threshold: 0 }, then.floor, now.floor),
    ...pointsCause({ ...told, kind: 'cap', threshold: max.rounded(6) }, then.cap, now.cap),
  ]
}

/**
 * All causes in their order, the largest effect first. With a limit, those beyond it become one
 * cause `other` that stands last, so that the sum still holds.
 */
export function merged(parts: readonly Causes[], limit = Infinity): ExactCause[] {
  const sorted = parts.flatMap(({ listed }) => listed).sort(largestFirst)
  const beyond = sorted.slice(limit)
  const others = [
    ...parts.map(({ rest }) => rest),
    ...beyond.map(({ count, effect }) => ({ count, effect })),
  ]
  const count = others.reduce((sum, other) => sum + other.count, 0)
  if (count === 0) return sorted
  return [
    ...sorted.slice(0, limit),
    cause({ kind: 'other', metric: null, count, effect: sumOf(others) }),
  ]
}

/** What effects add up to. */
export function sumOf(causes: readonly { readonly effect: Rational }[]): Rational {
  return causes.reduce((sum, { effect }) => sum.plus(effect), Rational.zero)
}

/** Equal effects stand in an order that does not depend on that of the files. */
function largestFirst(a: ExactCause, b: ExactCause): number {
  const byEffect = b.effect.absolute().compare(a.effect.absolute())
  if (byEffect !== 0) return byEffect
  const byMetric = metricPlace(a) - metricPlace(b)
  return byMetric === 0 ? compareText(keyOf(a), keyOf(b)) : byMetric
}

function metricPlace({ metric }: ExactCause): number {
  return metric === null ? allMetricIds.length : allMetricIds.indexOf(metric)
}

/** Whom a cause is about comes before what only balances it. */
function keyOf({ stream, step, kind, subject, window }: ExactCause): string {
  const parts = [subject === null ? '1' : '0', stream, step, subject?.id, window, kind]
  return parts.map((part) => part ?? '').join('/')
}

export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
