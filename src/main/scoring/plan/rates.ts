import { Rational } from '../rational'
import type { PlanStream, Situation } from './situation'

/** Points by which binary numbers may be off. What the search accepts is compared exactly. */
export const TOLERANCE = 1e-7

/**
 * What the streams of a situation are worth, in binary numbers: fast enough for a search. They only
 * lead it; whether a standing attains the designation is always asked of `pointsIn`, which is exact.
 */
export class Rates {
  /** Points for each raw number of a stream. */
  readonly perRaw: readonly number[]
  /** Points of a whole step, where the readings count whole ones; 0 where parts count as well. */
  readonly perStep: readonly number[]
  /** Points of a stream at most; Infinity where only its metric has a maximum. */
  readonly caps: readonly number[]
  /** By metric. */
  readonly max: readonly number[]
  readonly threshold: number
  readonly floorEach: boolean

  constructor(private readonly situation: Situation) {
    const { edition, metrics, streams, readings } = situation
    this.max = metrics.map(({ max }) => max.rounded(6))
    this.perRaw = streams.map((stream) => ratePerRaw(stream))
    this.perStep = streams.map(({ rule }) =>
      rule.inSteps && readings.growthSteps === 'whole' ? numberOf(rule.points) : 0,
    )
    this.floorEach = readings.streamFloor === 'each'
    this.caps = streams.map(
      ({ rule, metric }) => rule.max ?? (this.floorEach ? (this.max[metric] as number) : Infinity),
    )
    this.threshold = edition.threshold - TOLERANCE
  }

  /** What a stream is worth before it is cut. */
  worthOf(stream: number, delta: number): number {
    const perRaw = this.perRaw[stream] as number
    const step = this.perStep[stream] as number
    if (step === 0 || perRaw === 0) return delta * perRaw
    const { rule } = this.situation.streams[stream] as PlanStream
    // Whole raw numbers divide exactly enough. A step of percent is none, and must not be missed by a hair.
    const steps =
      rule.percent === undefined
        ? delta / (rule.per * rule.rawPerUnit)
        : (delta * perRaw) / step + 1e-9
    return Math.trunc(steps) * step
  }

  /** What the streams of a metric give together. */
  pointsOf(metric: number, deltas: readonly number[]): number {
    const { streams, present } = this.situation.metrics[metric] as Situation['metrics'][number]
    let sum = present.rounded(9)
    for (const stream of streams) {
      const worth = Math.min(
        this.worthOf(stream, deltas[stream] as number),
        this.caps[stream] as number,
      )
      sum += this.floorEach ? Math.max(0, worth) : worth
    }
    return Math.min(Math.max(0, sum), this.max[metric] as number)
  }
}

/** The points of one raw number: a customer, a seat, a micro-dollar. */
function ratePerRaw({ rule, before }: PlanStream): number {
  const points = numberOf(rule.points)
  if (rule.percent === undefined) return points / (rule.per * rule.rawPerUnit)
  const { baseline, perPercent } = rule.percent
  return before < baseline ? 0 : (points * 100) / numberOf(perPercent) / before
}

/** A rate of an edition, such as "20/6", as a double. */
function numberOf(rate: string): number {
  return Rational.parse(rate).rounded(15)
}
