import { formatDay } from '../../../shared/calendar'
import {
  leverId,
  type LeverId,
  type Plan,
  type PlanLever,
  type PlanSettings,
  type PlanWay,
} from '../../../shared/plan'
import type { MetricId, Readings } from '../../../shared/score'
import type { PreparedFacts } from '../engine'
import { Rational } from '../rational'
import { readingsWith } from '../readings'
import { reachesMinimum, scoreExactly, type ExactScore } from '../score'
import { associationLevers } from './associations'
import {
  DEFAULT_EFFORT,
  effortOf,
  growthStep,
  LISTED,
  MOST_OF_ONE,
  usageLevers,
  type Lever,
} from './levers'
import { nearLevers } from './near'
import { certificationLevers, renewalLevers, type PlanDays } from './people'
import { pointsAfter, problemOf, type Problem } from './problem'
import { cheapest, type Found } from './search'
import { isPlannable, situationOf, type Situation } from './situation'
import { shownTotal, sumOf, wayOf } from './way'

export interface PlanRequest {
  /** The facts on the day of the goal, under the edition of that day. */
  readonly prepared: PreparedFacts
  /** The same with usage that counts whatever its association; asked for where something is to be done. */
  readonly anyAssociation: () => PreparedFacts
  readonly days: PlanDays
  readonly readings?: Partial<Readings> | undefined
  readonly settings: PlanSettings
}

/** The other ways worth knowing: what it takes without one kind of work. */
const WITHOUT: readonly (readonly [NonNullable<PlanWay['without']>, readonly LeverId[]])[] = [
  ['certifications', ['gate-certification', 'step-certification', 'renewal']],
  ['customers', ['azure-customer', 'm365-customer', 'near-azure-customer', 'near-m365-customer']],
  [
    'deployments',
    ['azure-deployment', 'm365-deployment', 'near-azure-deployment', 'near-m365-deployment'],
  ],
  ['growth', ['azure-growth', 'm365-growth']],
  ['associations', ['association']],
]

/**
 * The cheapest way to the designation under one edition, and the cheapest ways without one kind of
 * work that it uses. Each is the cheapest by the effort of its levers within their limits, as long as
 * `proven` says so; its points are those of a score. Near customers are approached closest first.
 * Where the designation is attained there are no levers and no ways: nothing is to be done.
 */
export function planOf(request: PlanRequest): Omit<Plan, 'otherTracks' | 'saved'> {
  const { prepared, days, settings } = request
  const { edition } = prepared
  const readings = readingsWith(edition.readings, request.readings)
  const score = scoreExactly(prepared, days.goal, readings, prepared.measure)
  const situation = situationOf(edition, score)
  const levers = score.attained ? [] : leversOf(situation, request)
  const searches = score.attained ? [] : waysFrom(situation, levers, settings)
  const total = score.total ?? Rational.zero
  const threshold = Rational.of(edition.threshold)
  return {
    edition: edition.id,
    track: edition.track,
    asOf: formatDay(days.today),
    by: days.goal === days.today ? null : formatDay(days.goal),
    total: total.rounded(6),
    totalShown: shownTotal(total, edition.threshold),
    max: edition.metrics.reduce((sum, { max }) => sum + max, 0),
    threshold: edition.threshold,
    gap: threshold.minus(total).clamp(Rational.zero, threshold).rounded(6),
    gapShown: shownGap(total, edition.threshold),
    attained: score.attained,
    ...standingOf(score, situation),
    settings,
    levers: score.attained
      ? []
      : leverId.options.map((id) => presentLever(id, situation, levers, settings)),
    ways: searches.flatMap(({ way }) => way ?? []),
    reachable: reachableWith(problemOf(situation, levers, settings)).rounded(6),
    proven: searches.every(({ found }) => found.proven),
    nodes: searches.reduce((sum, { found }) => sum + found.nodes, 0),
  }
}

/** The total with all there is of every lever. */
function reachableWith(problem: Problem): Rational {
  return sumOf(
    pointsAfter(
      problem,
      problem.choices.map(({ available }) => available),
    ),
  )
}

/** What is missing to the threshold beside the total as it is shown: 69.97 lacks 0.1 to 70. */
function shownGap(total: Rational, threshold: number): number {
  const missing = threshold - shownTotal(total, threshold)
  return Math.max(0, Math.round(missing * 10) / 10)
}

function leversOf(situation: Situation, { prepared, anyAssociation, days }: PlanRequest): Lever[] {
  const { certifications, tenants } = prepared
  const associations = associationLevers(situation, anyAssociation())
  return [
    ...associations.levers,
    ...renewalLevers(situation, certifications, days),
    ...nearLevers(situation, tenants, associations.tenants),
    ...usageLevers(situation),
    ...certificationLevers(situation, certifications, days),
  ]
}

interface Solved {
  readonly found: Found
  readonly way: PlanWay | null
}

/**
 * The cheapest way, and those without each kind of work it uses, cheapest first; none of them takes
 * less. A way without some work is a way: where the search for the first was cut short and a later one
 * is cheaper, that one is the cheapest that is known.
 */
function waysFrom(
  situation: Situation,
  levers: readonly Lever[],
  settings: PlanSettings,
): Solved[] {
  const solve = (
    without: PlanWay['without'],
    excluded: readonly LeverId[],
    atLeast: number,
  ): Solved => {
    const problem = problemOf(situation, levers, settings, new Set(excluded))
    const found = cheapest(problem, { atLeast })
    return { found, way: found.counts && wayOf(problem, found.counts, without) }
  }
  const best = solve(null, [], 0)
  const least = best.found.proven ? best.found.effort : 0
  const used = new Set(best.way?.steps.map(({ lever }) => lever))
  const others = WITHOUT.filter(([, ids]) => ids.some((id) => used.has(id)))
    .map(([without, ids]) => solve(without, ids, least))
    .sort((a, b) => effortIn(a) - effortIn(b))
  const [next] = others
  if (next === undefined || effortIn(next) >= effortIn(best)) return [best, ...others]
  return [{ ...next, way: next.way && { ...next.way, without: null } }, ...others.slice(1)]
}

function effortIn({ way }: Solved): number {
  return way?.effort ?? Infinity
}

function standingOf(score: ExactScore, { metrics, edition, readings }: Situation) {
  const ids = (chosen: (metric: ExactScore['metrics'][number], max: Rational) => boolean) =>
    score.metrics.flatMap((metric, index): MetricId[] => {
      const { id, max } = metrics[index] as Situation['metrics'][number]
      return chosen(metric, max) ? [id] : []
    })
  return {
    minimumsMissed: ids(({ points }) => !reachesMinimum(points, edition, readings)),
    saturated: ids(({ points }, max) => points?.isAtLeast(max) ?? false),
    noData: ids(({ points }) => points === null),
    notPlanned: ids((metric) => !isPlannable(metric)),
  }
}

function presentLever(
  id: LeverId,
  situation: Situation,
  levers: readonly Lever[],
  settings: PlanSettings,
): PlanLever {
  const own = levers.filter((lever) => lever.id === id)
  const available = own.reduce((sum, each) => sum + each.available, 0)
  const candidates = own.flatMap((each) => each.candidates)
  const defaultLimit = Math.min(available, MOST_OF_ONE)
  return {
    id,
    effort: effortOf(id, settings) / 100,
    defaultEffort: DEFAULT_EFFORT[id],
    limit: Math.min(settings.limit[id] ?? defaultLimit, defaultLimit),
    defaultLimit,
    unit: unitOf(id, situation),
    candidates: candidates.slice(0, LISTED),
    candidatesTotal: own.reduce((sum, { known }) => sum + known, 0),
  }
}

/** What one of a lever is: a step of growth has a size, everything else is one person or customer. */
function unitOf(id: LeverId, { streams }: Situation): PlanLever['unit'] {
  const growth = streams.find(({ rule }) => `${rule.id}-growth` === id && rule.inSteps)
  if (growth) {
    const amount = growthStep(growth) / growth.rule.rawPerUnit
    return { amount, of: growth.rule.id === 'azure' ? 'usd' : 'users' }
  }
  const people = id.endsWith('certification') || id === 'renewal'
  return { amount: 1, of: people ? 'people' : 'customers' }
}
