import { greatestCommonDivisor } from './ledger'
import type { Choice, Problem } from './problem'

/** A choice of usage for the search: the most that one of it can move in each stream. */
export interface UsageChoice {
  /** Its position among the choices of the problem. */
  readonly index: number
  readonly choice: Choice
  readonly most: readonly (readonly [stream: number, amount: number])[]
  readonly metrics: readonly number[]
}

/** The choices that move usage, those that give most for their effort first. */
export function usageChoices({ choices, situation, ledger, start }: Problem): UsageChoice[] {
  const value = (most: UsageChoice['most']) =>
    most.reduce((sum, [stream, amount]) => {
      const share = ledger.visibleShare(stream, start.deltas)
      return sum + amount * (ledger.factors[stream] as number) * share
    }, 0)
  return choices
    .map((choice, index): UsageChoice => {
      const most = new Map<number, number>()
      for (let n = 0; n < choice.available; n++) {
        for (const [stream, amount] of choice.lever.effectOf(n).streams) {
          most.set(stream, Math.max(amount, most.get(stream) ?? 0))
        }
      }
      const metrics = [...most.keys()].map((stream) => situation.streams[stream]?.metric as number)
      return { index, choice, most: [...most], metrics: [...new Set(metrics)] }
    })
    .filter(({ most }) => most.length > 0)
    .sort((a, b) => value(b.most) * a.choice.effort - value(a.most) * b.choice.effort)
}

/** Where a search stands: what was decided, and the choices that are still free. */
export interface Node {
  readonly deltas: readonly number[]
  /** Parts of a point per metric, as they are. */
  readonly points: readonly number[]
  readonly free: readonly UsageChoice[]
  /** How many of a free choice there still may be. */
  left(choice: UsageChoice): number
}

/**
 * The least effort, in hundredths of a day, that the free choices need to bring a node to the
 * designation; Infinity when they cannot. It never says too much, so a branch whose effort plus bound
 * is not below the best known one can be left out without losing a cheaper way:
 *
 * - One of a choice never shows more points than its largest effect times the rates, times the
 *   visible share of a stream below zero (see the ledger), and all of it never more than what its
 *   metrics still have room for.
 * - Taking choices by points per effort, the last one in part, is the cheapest way to any number of
 *   points where nothing else limits them; whole numbers and caps only make it dearer.
 * - Each metric below its minimum needs the choices that move it, by the same argument.
 */
export function leastEffort(problem: Problem, node: Node): number {
  const { ledger } = problem
  const { points, deltas, free } = node
  const begun = ledger.begunSteps(deltas)
  const total = points.reduce((sum, each) => sum + each, 0)
  const shares = deltas.map((_, stream) => ledger.visibleShare(stream, deltas))
  const room = ledger.maxima.map((max, metric) => max - (points[metric] as number))
  const offer = (choice: UsageChoice, metric?: number): Offer => {
    const each = choice.most.reduce((sum, [stream, amount]) => {
      if (metric !== undefined && problem.situation.streams[stream]?.metric !== metric) return sum
      return sum + amount * (ledger.factors[stream] as number) * (shares[stream] as number)
    }, 0)
    const metrics = metric === undefined ? choice.metrics : [metric]
    const most = metrics.reduce((sum, each) => sum + (room[each] as number), 0)
    return { each, most: Math.min(most, each * node.left(choice)), effort: choice.choice.effort }
  }
  let least = cheapestCover(
    free.map((each) => offer(each)),
    ledger.threshold - total - begun,
  )
  points.forEach((has, metric) => {
    if (has >= ledger.minimum) return
    const offers = free.filter(({ metrics }) => metrics.includes(metric))
    const needed = ledger.minimum - has - begun
    // A metric without a free choice stays below its minimum whatever was begun.
    const cover =
      offers.length === 0
        ? Infinity
        : cheapestCover(
            offers.map((each) => offer(each, metric)),
            needed,
          )
    least = Math.max(least, cover)
  })
  // Sums of fractions may be off by a hair, and every effort is a multiple of the smallest part.
  const part = free.reduce((common, { choice }) => greatestCommonDivisor(choice.effort, common), 0)
  return part === 0 ? least : Math.ceil(least / part - 1e-6) * part
}

interface Offer {
  readonly each: number
  readonly most: number
  readonly effort: number
}

/** The effort for so many points when any part of an offer may be taken. */
function cheapestCover(offers: Offer[], needed: number): number {
  let missing = needed
  let effort = 0
  offers.sort((a, b) => b.each * a.effort - a.each * b.effort)
  for (const { each, most, effort: cost } of offers) {
    if (missing <= 0) return effort
    if (each <= 0) continue
    const used = Math.min(missing, most)
    effort += (used / each) * cost
    missing -= used
  }
  // Shares are floating point: what is missing by less than a hair is not missing.
  return missing <= needed * 1e-9 ? effort : Infinity
}
