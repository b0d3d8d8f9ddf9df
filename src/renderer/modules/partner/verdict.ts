import type { Score } from '../../../shared/score'
import { attainmentOf, type Attainment } from '../score/standing'

export interface Verdict {
  readonly kind: Attainment | 'attained-at-line'
  /** Shown points above the threshold, or missing to it; null without a total. */
  readonly gap: number | null
}

/**
 * The one sentence to say about a score. The gap is taken between shown values, so that it agrees
 * with the numbers beside it: 69.97 is shown as 69.9 and misses 0.1.
 */
export function verdictOf(score: Score): Verdict {
  const attainment = attainmentOf(score)
  const gap = score.totalShown === null ? null : Math.abs(score.totalShown - score.threshold)
  return {
    kind: attainment === 'attained' && gap === 0 ? 'attained-at-line' : attainment,
    gap,
  }
}
