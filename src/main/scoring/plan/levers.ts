import type { Candidate, LeverId, PlanSettings } from '../../../shared/plan'
import type { StreamId } from '../../../shared/score'
import { Rational } from '../rational'
import { worthOf } from '../usage-metrics'
import { gainOf, NOTHING, smallestCounting, type Effect, type Holding } from './effects'
import type { PlanStream, Situation } from './situation'

/**
 * One kind of action of which a plan takes so many. Those with the same id share the consultant's
 * effort and limit and differ in what one of them gives: a certification of step 1 or of step 3.
 */
export interface Lever {
  readonly id: LeverId
  /** Of this one at most; the consultant's limit of the id comes on top. */
  readonly available: number
  /** What the n-th one gives, n from 0. */
  effectOf(n: number): Effect
  /** In the order in which they are taken, at most {@link LISTED}; none where nobody can be named. */
  readonly candidates: readonly Candidate[]
  /** How many candidates there are in all. */
  readonly known: number
  readonly certification: {
    readonly steps: readonly string[]
    readonly ids: readonly string[]
  } | null
}

/** Customers and people listed beside a lever at most; nobody reads more of twenty thousand. */
export const LISTED = 100

/** Days of effort that one of a lever takes unless the consultant knows better. */
export const DEFAULT_EFFORT: Readonly<Record<LeverId, number>> = {
  association: 0.5,
  renewal: 0.5,
  'near-azure-customer': 1,
  'near-m365-customer': 1,
  'near-azure-deployment': 6,
  'near-m365-deployment': 3,
  'azure-customer': 3,
  'm365-customer': 4,
  'azure-deployment': 20,
  'm365-deployment': 6,
  'azure-growth': 2,
  'm365-growth': 3,
  'gate-certification': 5,
  'step-certification': 5,
}

/** Effort in whole hundredths of a day, so that sums compare exactly. */
export function effortOf(id: LeverId, { effort }: PlanSettings): number {
  return Math.round((effort[id] ?? DEFAULT_EFFORT[id]) * 100)
}

/** Nobody does more of one thing, and the search stays finite whatever the deficit is. */
export const MOST_OF_ONE = 10_000

/** New customers, new deployments and growth, as the edition's thresholds and rates define them. */
export function usageLevers(situation: Situation): Lever[] {
  return situation.streams.map((stream, position) => {
    const { rule } = stream
    const [id, effect] = rule.inSteps
      ? [`${rule.id}-growth` as const, growthEffect(stream, position)]
      : [`${rule.id}-${countedAs(stream)}` as const, newcomer(situation, stream)]
    return {
      id,
      available: toTheTop(situation, position, effect),
      effectOf: () => effect,
      candidates: [],
      known: 0,
      certification: null,
    }
  })
}

/** What a stream of people who are counted calls one of them. */
export function countedAs({ rule }: PlanStream): 'customer' | 'deployment' {
  return rule.unit === 'deployment' ? 'deployment' : 'customer'
}

/**
 * The raw numbers of one step of growth: USD 1,250, or 125 users. Growth in percent takes so many
 * dollars or users as give its points at the usage of a year ago, the last one whole.
 */
export function growthStep({ rule, before }: PlanStream): number {
  if (rule.percent === undefined) return rule.per * rule.rawPerUnit
  const units = Rational.of(before, rule.rawPerUnit)
    .times(Rational.parse(rule.percent.perPercent))
    .dividedBy(Rational.of(100))
  return roundedUp(units) * rule.rawPerUnit
}

function growthEffect(stream: PlanStream, position: number): Effect {
  return { streams: [[position, growthStep(stream)]], steps: [] }
}

/**
 * A new customer with just what counts. It moves every metric of its stream that its usage reaches: a
 * deployment is a customer as well, and its usage is growth.
 */
function newcomer(situation: Situation, { rule }: PlanStream): Effect {
  return moveOf(situation, rule.id, NOTHING, smallestCounting(rule))
}

/** What all metrics of a stream gain when a customer goes from one holding to another. */
export function moveOf(
  { streams }: Situation,
  id: StreamId,
  from: Holding,
  to: Holding,
  counted: (stream: PlanStream) => boolean = () => false,
): Effect {
  return {
    streams: streams.flatMap((stream, position): [number, number][] => {
      const { rule } = stream
      if (rule.id !== id || (!rule.inSteps && counted(stream))) return []
      const gain = gainOf(rule, from, to)
      return gain > 0 ? [[position, gain]] : []
    }),
    steps: [],
  }
}

/** How many take a stream from where it is to the most its metric gives. */
function toTheTop(
  { streams, metrics, readings }: Situation,
  position: number,
  effect: Effect,
): number {
  const stream = streams[position] as PlanStream
  const { max, streams: beside } = metrics[stream.metric] as Situation['metrics'][number]
  const amount = effect.streams.find(([moved]) => moved === position)?.[1] ?? 0
  const each = worthOfMore(stream, amount)
  // Where streams are added before anything is cut, a loss of the other one has to be made up, too.
  const lost = beside
    .filter((other) => other === position || readings.streamFloor === 'sum')
    .map((other) => streams[other] as PlanStream)
    .reduce((sum, other) => sum.plus(belowZero(other)), Rational.zero)
  const most = stream.rule.max === undefined ? max : Rational.of(stream.rule.max)
  return countToReach(most.minus(lost), each)
}

function belowZero(stream: PlanStream): Rational {
  return stream.delta < 0 ? worthOfMore(stream, stream.delta) : Rational.zero
}

/** What a stream gains or loses with a difference, parts of steps included. */
function worthOfMore({ rule, before }: PlanStream, difference: number): Rational {
  return worthOf(rule, before + difference, before, 'proportional')
}

/** The smallest count whose points reach a number; 0 where they never do. */
export function countToReach(points: Rational, each: Rational): number {
  if (each.compare(Rational.zero) <= 0) return 0
  return Math.min(MOST_OF_ONE, Math.max(0, roundedUp(points.dividedBy(each))))
}

function roundedUp(value: Rational): number {
  const whole = value.cut(0)
  return value.compare(Rational.of(whole)) > 0 ? whole + 1 : whole
}
