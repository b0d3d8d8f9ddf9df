import type { ExactAlternative } from './presentation'
import { otherReadings } from './readings'
import type { ExactScore } from './score'
import type { Readings } from '../../shared/score'

/**
 * Readings that decide something: each single other answer that changes the total or the attainment,
 * with the score it leads to (SCORING.md "Readings"). Exact totals are compared, so nothing hides
 * behind rounding.
 */
export function decidingAlternatives(
  score: ExactScore,
  scoreWith: (readings: Readings) => ExactScore,
): ExactAlternative[] {
  return otherReadings(score.readings)
    .map(({ reading, value, readings }) => ({ reading, value, score: scoreWith(readings) }))
    .filter(({ score: other }) => other.attained !== score.attained || totalsDiffer(score, other))
}

function totalsDiffer({ total: one }: ExactScore, { total: other }: ExactScore): boolean {
  return one === null || other === null ? one !== other : one.compare(other) !== 0
}
