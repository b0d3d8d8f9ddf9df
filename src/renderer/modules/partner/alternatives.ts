import type { Score } from '../../../shared/score'

export type Outcome = 'still-attained' | 'still-short' | 'would-attain' | 'would-miss'

export interface OtherReading {
  readonly reading: Score['alternatives'][number]['reading']
  readonly value: string
  readonly totalShown: number | null
  readonly outcome: Outcome
}

/** What each other reading of an open rule would do to the result, told against the result as it is. */
export function otherReadings(score: Score): OtherReading[] {
  return score.alternatives.map(({ reading, value, totalShown, attained }) => ({
    reading,
    value,
    totalShown,
    outcome: outcomeOf(score.attained, attained),
  }))
}

function outcomeOf(now: boolean, then: boolean): Outcome {
  if (now) return then ? 'still-attained' : 'would-miss'
  return then ? 'would-attain' : 'still-short'
}
