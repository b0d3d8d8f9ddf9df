import type { Changes } from '../../../shared/changes'
import type { MetricId } from '../../../shared/score'
import type { Snapshot } from '../../../shared/snapshots'

/** A step from the earlier score to the later one; points, exact to six decimals. */
export interface DifferenceStep {
  /** What a snapshot says differs from what its date gives now; a metric; what no metric explains. */
  readonly kind: 'since-earlier' | 'metric' | 'since-later' | 'other'
  readonly metric: MetricId | null
  readonly points: number
}

export interface Difference {
  readonly before: number
  readonly after: number
  /** They add up to the difference. Metrics in their order; without the other kinds where they are 0. */
  readonly steps: readonly DifferenceStep[]
}

/**
 * The way from one score to another by metric. A side that is a snapshot stands as it was taken: what
 * data or rules changed since is a step of its own. null where a side has no total.
 */
export function differenceOf(
  { from, to, metrics }: Pick<Changes, 'from' | 'to' | 'metrics'>,
  earlier: Snapshot | null,
  later: Snapshot | null,
): Difference | null {
  const before = earlier ? earlier.score.total : from.total
  const after = later ? later.score.total : to.total
  if (before === null || after === null || from.total === null || to.total === null) return null
  const moved = metrics.map(({ id, before: was, after: is }) => ({
    ...{ kind: 'metric' as const, metric: id },
    points: exact((is ?? 0) - (was ?? 0)),
  }))
  const explained = moved.reduce((sum, { points }) => sum + points, 0)
  const beside = (kind: Exclude<DifferenceStep['kind'], 'metric'>, points: number) =>
    exact(points) === 0 ? [] : [{ kind, metric: null, points: exact(points) }]
  return {
    before,
    after,
    steps: [
      ...beside('since-earlier', from.total - before),
      ...moved,
      ...beside('other', to.total - from.total - explained),
      ...beside('since-later', after - to.total),
    ],
  }
}

function exact(points: number): number {
  return Math.round(points * 1e6) / 1e6
}
