import { Rational } from '../rational'
import { reachesMinimum } from '../score'
import { pointsIn } from './situation'
import type { Choice, Counts, Problem } from './problem'

/** A set of certifications that nothing cheaper matches: what it takes and what it gives. */
export interface SkillingOption {
  /** In hundredths of a day. */
  readonly effort: number
  /** Over the metrics of certifications, to lead the search; what is accepted is compared exactly. */
  readonly points: number
  /** Per choice of the problem; choices of usage have none. */
  readonly counts: Counts
}

interface Reached {
  readonly effort: number
  readonly people: readonly number[]
  readonly counts: Counts
}

/**
 * Certifications move nothing but people in steps, so their choices can be settled by themselves:
 * of all ways to the same people the cheapest, of these the ones with which every metric of
 * certifications reaches its minimum, and of those the ones that give more points than all cheaper
 * ones. A few options remain, cheapest first; every plan takes exactly one of them. None remains
 * where a minimum is out of reach.
 */
export function skillingOptions(problem: Problem): SkillingOption[] {
  const { start, choices } = problem
  const reached = choices.reduce<Reached[]>(
    (known, choice, index) => widen(problem, known, choice, index),
    [{ effort: 0, people: start.people, counts: choices.map(() => 0) }],
  )
  const options = reached
    .flatMap(({ effort, people, counts }) => {
      const total = pointsOfPeople(problem, people)
      return total === null ? [] : [{ effort, counts, total }]
    })
    .sort((a, b) => a.effort - b.effort || b.total.compare(a.total))
  let most: Rational | null = null
  return options
    .filter(({ total }) => {
      const better = most === null || total.compare(most) > 0
      if (better) most = total
      return better
    })
    .map(({ effort, counts, total }) => ({ effort, counts, points: total.rounded(9) }))
}

/** Points of the metrics of certifications together; null where one misses its minimum. */
function pointsOfPeople({ situation, start }: Problem, people: readonly number[]): Rational | null {
  const { metrics, edition, readings } = situation
  const own = pointsIn(situation, { deltas: start.deltas, people }).filter(
    (_, metric) => metrics[metric]?.steps.length,
  )
  if (!own.every((points) => reachesMinimum(points, edition, readings))) return null
  return own.reduce((sum, points) => sum.plus(points), Rational.zero)
}

/** Every set of people reached so far, with 0, 1, 2 … of one more choice: of equal ones the cheapest. */
function widen(
  problem: Problem,
  known: readonly Reached[],
  { lever, effort, available }: Choice,
  index: number,
): Reached[] {
  const { steps } = lever.effectOf(0)
  if (steps.length === 0) return [...known]
  const cheapest = new Map<string, Reached>()
  for (const each of known) {
    const free = Math.min(available, problem.limitOf(lever.id) - taken(problem, each, lever.id))
    for (let count = 0; count <= free; count++) {
      const people = each.people.map((size, step) => (steps.includes(step) ? size + count : size))
      const counts = each.counts.with(index, count)
      const next = { effort: each.effort + count * effort, people, counts }
      const key = [...people, taken(problem, next, lever.id)].join()
      const other = cheapest.get(key)
      if (!other || next.effort < other.effort) cheapest.set(key, next)
    }
  }
  return [...cheapest.values()]
}

/** How many of an id are taken, where the consultant set a limit for all of them together. */
function taken(
  { choices, limitOf }: Problem,
  { counts }: Pick<Reached, 'counts'>,
  id: string,
): number {
  return choices.reduce((sum, { lever }, index) => {
    const counted = lever.id === id && Number.isFinite(limitOf(lever.id))
    return counted ? sum + (counts[index] as number) : sum
  }, 0)
}
