import { SeventyError } from '../../../shared/errors'
import { Rational } from '../rational'
import type { Situation } from './situation'

/**
 * Points of usage in whole numbers of one common part, fast enough for a search that looks at a
 * million standings and as exact as the rationals of a score: the part divides every rate.
 */
export class Ledger {
  /** Parts in a point. */
  readonly scale: number
  /** Parts per raw number of each stream. */
  readonly factors: readonly number[]
  /** Per metric. */
  readonly maxima: readonly number[]
  readonly threshold: number
  /** The least a metric has to have. */
  readonly minimum: number
  private readonly steps: readonly number[]
  private readonly whole: boolean
  private readonly floorEach: boolean

  /** Throws `number-out-of-range` for an edition whose rates have no common part that a double holds. */
  constructor(private readonly situation: Situation) {
    const { edition, metrics, streams, readings } = situation
    const denominators = streams.map(({ rule }) => denominatorOf(rule.points) * rawPerStep(rule))
    const stepRates = situation.steps.flatMap(({ standing: { rule } }) =>
      [rule.pointsPerPerson, rule.pointsWhenMet].map((rate) => denominatorOf(rate ?? '0')),
    )
    this.scale = [...denominators, ...stepRates].reduce(leastCommonMultiple, 1)
    this.factors = streams.map(({ rule }, position) => {
      const [numerator = 0] = rule.points.split('/').map(Number)
      return (numerator * this.scale) / (denominators[position] as number)
    })
    this.steps = streams.map(({ rule }) => (rule.inSteps ? rawPerStep(rule) : 1))
    this.maxima = metrics.map(({ max }) => this.partsOf(max))
    this.threshold = edition.threshold * this.scale
    this.minimum = readings.metricMinimum === 'one' ? edition.metricMinimum * this.scale : 1
    this.whole = readings.growthSteps === 'whole'
    this.floorEach = readings.streamFloor === 'each'
    const largest = this.maxima.reduce((sum, max) => sum + max, this.threshold)
    if (!Number.isSafeInteger(largest)) {
      throw new SeventyError(
        'number-out-of-range',
        `The rates of edition ${edition.id} have no common part small enough to plan with. Correct its file.`,
      )
    }
  }

  partsOf(points: Rational): number {
    return points.times(Rational.of(this.scale)).rounded(0)
  }

  /** What a stream is worth before anything is cut. */
  worthOf(stream: number, delta: number): number {
    const step = this.steps[stream] as number
    const counted = this.whole ? Math.trunc(delta / step) * step : delta
    return counted * (this.factors[stream] as number)
  }

  /** What the streams of a metric give together. */
  usagePoints(metric: number, deltas: readonly number[]): number {
    const max = this.maxima[metric] as number
    const { streams } = this.situation.metrics[metric] as Situation['metrics'][number]
    let sum = 0
    for (const stream of streams) {
      const worth = this.worthOf(stream, deltas[stream] as number)
      sum += this.floorEach ? clamp(worth, max) : worth
    }
    return clamp(sum, max)
  }

  /**
   * The share of a gain in a stream that can show in its metric at most, 0 to 1. What is below zero
   * gives nothing until it is made up: of a gain y, y − D shows, which is at most y × max / (max + D).
   */
  visibleShare(stream: number, deltas: readonly number[]): number {
    const metric = this.situation.streams[stream]?.metric as number
    const max = this.maxima[metric] as number
    const { streams } = this.situation.metrics[metric] as Situation['metrics'][number]
    const exact = (each: number) => (deltas[each] as number) * (this.factors[each] as number)
    const worth = this.floorEach
      ? exact(stream)
      : streams.reduce((sum, each) => sum + exact(each), 0)
    return worth >= 0 ? 1 : max / (max - worth)
  }

  /** Under `growthSteps: whole`: the part of a step that a stream has begun, which any gain completes. */
  begunSteps(deltas: readonly number[]): number {
    if (!this.whole) return 0
    return deltas.reduce((sum, delta, stream) => {
      const exact = delta * (this.factors[stream] as number)
      return sum + Math.abs(exact - this.worthOf(stream, delta))
    }, 0)
  }
}

function clamp(value: number, max: number): number {
  return value < 0 ? 0 : value > max ? max : value
}

/** Raw numbers for which a rate gives its points. */
function rawPerStep({ per, rawPerUnit }: { per: number; rawPerUnit: number }): number {
  return per * rawPerUnit
}

function denominatorOf(rate: string): number {
  return Number(rate.split('/')[1] ?? 1)
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b
}

/** The largest whole number that divides both; of 0 and another the other. */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
