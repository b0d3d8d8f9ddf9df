import type { MetricScore, Score } from '../../../shared/score'
import type { Tone } from '../../ui/tone'

export type Attainment =
  'attained' | 'minimum-missed' | 'below-threshold' | 'both-missed' | 'no-data'
export type MinimumState = 'met' | 'missed' | 'no-data'

/**
 * What a score amounts to. The two conditions stay apart: 72 points with a failed minimum are
 * `minimum-missed`, never attained (SCORING.md, Attainment).
 */
export function attainmentOf(score: Score | null): Attainment {
  if (score === null || score.total === null) return 'no-data'
  if (score.attained) return 'attained'
  if (score.thresholdMet) return 'minimum-missed'
  return score.minimumsMet ? 'below-threshold' : 'both-missed'
}

export function attainmentTone(attainment: Attainment): Tone {
  if (attainment === 'no-data') return 'none'
  return attainment === 'attained' ? 'met' : 'unmet'
}

/** Whether a metric reached its minimum; without data that is unknown, not missed. */
export function minimumOf(metric: MetricScore): MinimumState {
  if (metric.status === 'no-data') return 'no-data'
  return metric.minimumMet ? 'met' : 'missed'
}

const minimumTones: Readonly<Record<MinimumState, Tone>> = {
  met: 'met',
  missed: 'unmet',
  'no-data': 'none',
}

export function minimumTone(state: MinimumState): Tone {
  return minimumTones[state]
}

/** How many of the score's minimums are met. */
export function minimumsMet(score: Score): number {
  return score.metrics.filter((metric) => minimumOf(metric) === 'met').length
}
