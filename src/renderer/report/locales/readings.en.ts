import type { Readings } from '../../../shared/score'

/** A question that the rules leave open, and its answers (SCORING.md, Readings). */
type ReadingTexts = {
  readonly [R in keyof Readings]: {
    readonly question: string
    readonly values: Readonly<Record<Readings[R], string>>
  }
}

export const readingsEn: ReadingTexts = {
  streamFloor: {
    question: 'A stream that went down',
    values: {
      each: 'each stream counts at least 0, then both are added',
      sum: 'both streams are added first, then at least 0',
    },
  },
  growthSteps: {
    question: 'Part of a growth step',
    values: { proportional: 'counts in proportion', whole: 'whole steps only' },
  },
  metricMinimum: {
    question: 'Minimum of each metric',
    values: { one: 'at least 1 point', positive: 'more than 0 points' },
  },
  seatScope: {
    question: 'Paid seats and the share of active ones',
    values: {
      workload: 'on one and the same workload',
      tenant: 'on the customer’s total over all workloads',
    },
  },
  activeCap: {
    question: 'More active users than paid seats',
    values: { paid: 'capped at the paid seats', reported: 'taken as reported' },
  },
  currentMonth: {
    question: 'Last closed month not yet in the data',
    values: { strict: 'counts as no data', newest: 'the newest month takes its place' },
  },
}
