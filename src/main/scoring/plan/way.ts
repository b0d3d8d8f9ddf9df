import type { Candidate, PlanStep, PlanWay } from '../../../shared/plan'
import { shown } from '../presentation'
import type { Rational } from '../rational'
import { reachesMinimum } from '../score'
import {
  effortFor,
  pointsAfter,
  standingAfter,
  type Choice,
  type Counts,
  type Problem,
} from './problem'
import { pointsIn } from './situation'

/** Names of one step at most; nobody reads more, and a file holds twenty thousand customers. */
const NAMED = 50

/** What a consultant reads of a solution: its steps in a sensible order, each with what it adds. */
export function wayOf(problem: Problem, counts: Counts, without: PlanWay['without']): PlanWay {
  const taken: number[] = counts.map(() => 0)
  let before = pointsAfter(problem, taken)
  const steps = orderOf(problem, counts).map((index): PlanStep => {
    taken[index] = counts[index] as number
    const after = pointsAfter(problem, taken)
    const step = stepOf(problem, index, taken[index], before, after)
    before = after
    return step
  })
  return {
    effort: effortFor(problem, counts) / 100,
    total: sumOf(before).rounded(6),
    totalShown: shownTotal(sumOf(before), problem.situation.edition.threshold),
    without,
    steps,
  }
}

function stepOf(
  { choices, situation }: Problem,
  index: number,
  count: number,
  before: readonly Rational[],
  after: readonly Rational[],
): PlanStep {
  const { lever, effort } = choices[index] as Choice
  const total = sumOf(after)
  return {
    lever: lever.id,
    count,
    effort: (count * effort) / 100,
    points: total.minus(sumOf(before)).rounded(6),
    totalAfter: total.rounded(6),
    metrics: situation.metrics.flatMap(({ id }, metric) => {
      const gain = (after[metric] as Rational).minus(before[metric] as Rational)
      return gain.isZero ? [] : [{ id, points: gain.rounded(6) }]
    }),
    certification: lever.certification && {
      steps: [...lever.certification.steps],
      ids: [...lever.certification.ids],
    },
    candidates: namedIn(lever.id, lever.candidates, count),
  }
}

/** Those that a step means; for a certification somebody new, so all who could take it are named. */
function namedIn(id: PlanStep['lever'], candidates: readonly Candidate[], count: number) {
  const chosen = id.endsWith('-certification') ? candidates : candidates.slice(0, count)
  return chosen.slice(0, NAMED)
}

/** A total as a score shows it; unlike a score a plan has one even where there is no data. */
export function shownTotal(total: Rational, threshold: number): number {
  return shown(total, threshold) ?? 0
}

export function sumOf(points: readonly Rational[]): Rational {
  return points.reduce((sum, each) => sum.plus(each))
}

/**
 * The order of the steps: what lifts a metric above its missed minimum comes first, a gate before
 * the step that it opens; then what gives most for its effort.
 */
function orderOf(problem: Problem, counts: Counts): number[] {
  const { situation, choices, start } = problem
  const missed = pointsIn(situation, start).map(
    (points) => !reachesMinimum(points, situation.edition, situation.readings),
  )
  const rank = (index: number): readonly [number, number, number] => {
    const { lever, effort } = choices[index] as Choice
    const { streams, steps } = lever.effectOf(0)
    const metrics = [
      ...streams.map(([stream]) => situation.streams[stream]?.metric),
      ...steps.map((step) => situation.steps[step]?.metric),
    ]
    const urgent = metrics.some((metric) => metric !== undefined && missed[metric])
    const gate = steps.some((step) => situation.steps[step]?.standing.rule.requiredPeople)
    const alone = counts.map((_, each) => (each === index ? (counts[index] as number) : 0))
    const gain = sumOf(pointsIn(situation, standingAfter(problem, alone)))
      .minus(sumOf(pointsIn(situation, start)))
      .rounded(6)
    return [urgent ? 0 : 1, gate ? 0 : 1, -gain / Math.max(effort, 1)]
  }
  return counts
    .flatMap((count, index) => (count > 0 ? [{ index, rank: rank(index) }] : []))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ index }) => index)
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((each, position) => each !== b[position])
  return differing < 0 ? 0 : (a[differing] as number) - (b[differing] as number)
}
