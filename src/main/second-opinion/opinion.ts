import type { PartnerRows } from './partner-rows'
import type { Answers, Deltas, Question, RawRows } from './raw-rows'

/** Points from differences, as whole numbers over one denominator (SCORING.md "The four metrics"). */

/** Points of all metrics have this denominator; it holds sixths, 1,250 and 750 dollars in micros, 125 and 50 users. */
export const DENOMINATOR = 6n * 1_250_000_000n * 125n

export interface Opinion {
  /** Numerators over {@link DENOMINATOR}; null: no data. In the order of the rules page. */
  readonly metrics: readonly (bigint | null)[]
  readonly total: bigint | null
  readonly attained: boolean
}

/** What a difference is worth under the rules of an edition. */
export interface Worth {
  /** Points, over {@link DENOMINATOR}. */
  readonly customer: bigint
  readonly deployment: bigint
  /** Micro-dollars and users of growth that give one point. */
  readonly microUsd: bigint
  readonly users: bigint
}

/** The rules of an edition, or of one track of it. */
export interface Rules {
  readonly worth: Worth
  /** Queries of {@link Deltas}. */
  readonly azure: string
  readonly seats: string
  /** Points of certifications, over {@link DENOMINATOR}, before they are cut at 40. */
  skills(holders: (...codes: string[]) => bigint): bigint
}

export const DEFAULTS: Answers = {
  streamFloor: 'each',
  growthSteps: 'proportional',
  metricMinimum: 'one',
  seatScope: 'workload',
  activeCap: 'paid',
  currentMonth: 'strict',
}

/** The other answer to each open question, one at a time, in the order of the page. */
export const OTHER_ANSWERS: readonly (readonly [keyof Answers, string, Answers])[] = [
  ['streamFloor', 'sum', { ...DEFAULTS, streamFloor: 'sum' }],
  ['growthSteps', 'whole', { ...DEFAULTS, growthSteps: 'whole' }],
  ['metricMinimum', 'positive', { ...DEFAULTS, metricMinimum: 'positive' }],
  ['seatScope', 'tenant', { ...DEFAULTS, seatScope: 'tenant' }],
  ['activeCap', 'reported', { ...DEFAULTS, activeCap: 'reported' }],
  ['currentMonth', 'newest', { ...DEFAULTS, currentMonth: 'newest' }],
]

/** The score of the partner whose rows are held. */
export function opinionOf(
  raw: RawRows,
  rows: PartnerRows,
  { worth, azure, seats, skills }: Rules,
  { date, month, answers }: Question,
): Opinion {
  const monthOf = (newest: number | null) =>
    answers.currentMonth === 'newest' || newest === month ? newest : null
  const months = { azure: monthOf(rows.azureUntil), seats: monthOf(rows.seatsUntil) }
  raw.ask(date, months, answers)
  const usd = months.azure === null ? null : raw.deltas(azure)
  const users = months.seats === null ? null : raw.deltas(seats)
  const steps = (delta: bigint, per: bigint) =>
    answers.growthSteps === 'whole' ? (delta / per) * DENOMINATOR : (delta * DENOMINATOR) / per
  const metric = (points: (stream: Deltas, per: bigint) => bigint) =>
    both(usd && points(usd, worth.microUsd), users && points(users, worth.users), answers)
  const held = (...codes: string[]) => raw.holdersOf(...codes)
  const metrics = [
    metric(({ customers }) => customers * worth.customer),
    rows.hasPeople ? between(skills(held), 40n) : null,
    metric(({ deployments }) => deployments * worth.deployment),
    metric(({ growth }, per) => steps(growth, per)),
  ]
  return judged(metrics, answers)
}

function judged(metrics: readonly (bigint | null)[], { metricMinimum }: Answers): Opinion {
  const known = metrics.filter((points) => points !== null)
  const total = known.length === 0 ? null : known.reduce((sum, points) => sum + points, 0n)
  const least = metricMinimum === 'one' ? DENOMINATOR : 1n
  const attained =
    total !== null &&
    total >= 70n * DENOMINATOR &&
    metrics.every((points) => points !== null && points >= least)
  return { metrics, total, attained }
}

/** Each stream floored at nothing and capped at 20, or added as they are; then capped at 20. */
function both(azure: bigint | null, seats: bigint | null, { streamFloor }: Answers): bigint | null {
  if (azure === null && seats === null) return null
  const cut = (points: bigint) => (streamFloor === 'each' ? between(points, 20n) : points)
  return between(cut(azure ?? 0n) + cut(seats ?? 0n), 20n)
}

function between(points: bigint, max: bigint): bigint {
  const most = max * DENOMINATOR
  if (points < 0n) return 0n
  return points > most ? most : points
}

/** Which of two tracks is used: the higher total, of equal ones the attained one, else the first. */
export function betterOf([first, second]: readonly [Opinion, Opinion]): 0 | 1 {
  if (second.total === null) return 0
  if (first.total === null || second.total > first.total) return 1
  return second.total === first.total && second.attained && !first.attained ? 1 : 0
}
