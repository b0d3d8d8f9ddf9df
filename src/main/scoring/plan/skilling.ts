import { pointsIn } from './situation'
import type { Choice, Counts, Problem } from './problem'

/** A set of certifications that nothing cheaper matches: what it takes and what it gives. */
export interface SkillingOption {
  /** In hundredths of a day. */
  readonly effort: number
  /** Parts of a point (see the ledger), per metric; usage metrics have none. */
  readonly points: readonly number[]
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
 * of all ways to the same people the cheapest, and of all points those that cost more than less
 * points do. A few options remain, cheapest first; every plan takes exactly one of them.
 */
export function skillingOptions(problem: Problem): SkillingOption[] {
  const { situation, ledger, start, choices } = problem
  const reached = choices.reduce<Reached[]>(
    (known, choice, index) => widen(problem, known, choice, index),
    [{ effort: 0, people: start.people, counts: choices.map(() => 0) }],
  )
  const options = reached
    .map(({ effort, people, counts }): SkillingOption & { total: number } => {
      const parts = pointsIn(situation, { deltas: start.deltas, people }).map((points, metric) =>
        situation.metrics[metric]?.steps.length ? ledger.partsOf(points) : 0,
      )
      return { effort, counts, points: parts, total: parts.reduce((sum, each) => sum + each, 0) }
    })
    .sort((a, b) => a.effort - b.effort || b.total - a.total)
  let most = -1
  return options.filter(({ total }) => {
    const better = total > most
    most = Math.max(most, total)
    return better
  })
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
