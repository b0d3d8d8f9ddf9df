import type { Month } from '../../shared/calendar'
import type { Readings } from '../../shared/score'
import {
  allOf,
  cause,
  compareText,
  cutCauses,
  pointsCause,
  sumOf,
  type Causes,
  type ExactCause,
} from './change-causes'
import { MONTHS_BACK, TRAILING_MONTHS } from './customers'
import type { TenantFact } from './facts'
import { Rational } from './rational'
import type { PercentRate, StreamRule, UsageMatrices } from './stream-rules'
import type { TenantColumn } from './tenant-column'
import {
  percentSteps,
  pointsFor,
  worthOf,
  type Comparison,
  type ExactStream,
  type ExactUsageMetric,
} from './usage-metrics'

/** What explains two scores of one metric: its tenants, its readings, and how many causes are kept. */
export interface UsageContext {
  readonly tenants: readonly TenantFact[]
  readonly readings: Readings
  readonly usage: UsageMatrices
  /** Tenants listed of one stream at most; the rest is only added up. */
  readonly limit: number
}

/**
 * Why a metric that compares usage with a year ago has other points on a later date under the same
 * rules (SCORING.md "The four metrics"): every tenant whose part in either window changed, and what
 * steps, floors and caps did to the sum.
 */
export function usageCauses(
  earlier: ExactUsageMetric,
  later: ExactUsageMetric,
  context: UsageContext,
): Causes[] {
  const pairs = later.streams.flatMap((after) => {
    const before = earlier.streams.find(({ rule }) => rule.id === after.rule.id)
    return before ? [{ before, after }] : []
  })
  const max = Rational.of(later.rule.max)
  const sums = [pointsOfAll(earlier.streams), pointsOfAll(later.streams)] as const
  return [
    ...pairs.flatMap((pair) => streamCauses(later, pair, context)),
    allOf(cutCauses({ metric: later.rule.id }, sums, max)),
  ]
}

function pointsOfAll(streams: readonly ExactStream[]): Rational {
  return streams.reduce(
    (sum, { comparison }) => sum.plus(comparison?.points ?? Rational.zero),
    Rational.zero,
  )
}

function streamCauses(
  { rule: { id: metric, max } }: ExactUsageMetric,
  { before, after }: { readonly before: ExactStream; readonly after: ExactStream },
  context: UsageContext,
): Causes[] {
  const [then, now] = [before.comparison, after.comparison]
  const { rule } = after
  const told = { metric, stream: rule.id }
  if (then === null || now === null) {
    const data = { ...told, kind: 'data' } as const
    return [allOf(pointsCause(data, then?.points ?? null, now?.points ?? null))]
  }
  if (rule.percent && !(isBased(rule.percent, then) && isBased(rule.percent, now)))
    return [allOf(baselineCause(told, rule, rule.percent, [then, now]))]
  const { growthSteps } = context.readings
  const worthIn = (steps: Readings['growthSteps']) =>
    [then, now].map((side) => worthOf(rule, side.now.total, side.before.total, steps))
  const linear = worthIn('proportional')
  const worth = worthIn(growthSteps)
  const [linearThen, linearNow] = linear as [Rational, Rational]
  const [worthThen, worthNow] = worth as [Rational, Rational]
  const steps = [worthThen.minus(linearThen), worthNow.minus(linearNow)] as const
  const unknown = yearAgoCauses(told, rule, [then, now], context.usage)
  const tenants = tenantChanges(rule, then, now, context.tenants).filter(
    ({ window }) => window === 'current' || unknown.length === 0,
  )
  const whole = linearNow.minus(linearThen).minus(sumOf(unknown))
  const effectOf = effects(rule, then, now)
  return [
    listed(tenants, whole, context.limit, (change) => tenantCause(told, rule, change, effectOf)),
    allOf(unknown),
    allOf(pointsCause({ ...told, kind: 'steps' }, ...steps)),
    allOf(streamCuts(told, [worthThen, worthNow], [then, now], rule.max ?? max)),
  ]
}

/** What floor and maximum did to a stream: the difference between its worth and its points. */
function streamCuts(
  told: Pick<ExactCause, 'metric' | 'stream'>,
  worth: readonly [Rational, Rational],
  [then, now]: readonly [Comparison, Comparison],
  max: number,
): ExactCause[] {
  const cuts = [then.points.minus(worth[0]), now.points.minus(worth[1])] as const
  const [floors, caps] = [
    cuts.map((cut) => cut.clamp(Rational.zero, cut.absolute())),
    cuts.map((cut) => cut.minus(cut.clamp(Rational.zero, cut.absolute()))),
  ]
  return [
    ...pointsCause({ ...told, kind: 'floor', threshold: 0 }, floors[0] ?? null, floors[1] ?? null),
    ...pointsCause({ ...told, kind: 'cap', threshold: max }, caps[0] ?? null, caps[1] ?? null),
  ]
}

function isBased({ baseline }: PercentRate, { before }: Comparison): boolean {
  return before.total >= baseline
}

/** Growth in percent of less than its baseline gives nothing, whoever grew. */
function baselineCause(
  told: Pick<ExactCause, 'metric' | 'stream'>,
  rule: StreamRule,
  { baseline }: PercentRate,
  [then, now]: readonly [Comparison, Comparison],
): ExactCause[] {
  const threshold = baseline / rule.rawPerUnit
  return pointsCause({ ...told, kind: 'baseline', threshold }, then.points, now.points)
}

/** What a tenant's difference in raw numbers does to the points, by the window it is in. */
type EffectOf = (change: Pick<TenantChange, 'window' | 'delta'>) => Rational

/**
 * A difference has a fixed worth. Growth in percent divides by a year ago, which changes as well:
 * now₂/before₂ − now₁/before₁ = (now₂ − now₁)/before₂ + now₁ × (before₁ − before₂)/(before₁ × before₂).
 */
function effects(rule: StreamRule, then: Comparison, now: Comparison): EffectOf {
  const { percent } = rule
  if (!percent) return ({ delta }) => pointsFor(rule, delta, 'proportional')
  const rate = percentSteps(percent, Rational.parse(rule.points))
  const base = Rational.of(1, now.before.total)
  const rates = {
    current: rate.times(base),
    previous: rate.times(base).times(Rational.of(then.now.total, then.before.total)),
  }
  return ({ window, delta }) => Rational.of(delta).times(rates[window])
}

/**
 * The window of a year ago as one cause, where nothing of it was imported for one of the dates: a
 * customer that is missing there for want of data did not come or go.
 */
function yearAgoCauses(
  told: Pick<ExactCause, 'metric' | 'stream'>,
  rule: StreamRule,
  sides: readonly [Comparison, Comparison],
  usage: UsageMatrices,
): ExactCause[] {
  // A baseline says so itself, and a distinct count does not ask.
  if (rule.percent || rule.distinct) return []
  const taken = sides.map(({ month, before }) =>
    isImported(rule, month - MONTHS_BACK, usage)
      ? Rational.zero.minus(pointsFor(rule, before.total, 'proportional'))
      : null,
  )
  const [then, now] = taken as [Rational | null, Rational | null]
  if ((then === null) === (now === null)) return []
  return pointsCause({ ...told, kind: 'data', window: 'previous' }, then, now)
}

/** Whether any month of the window that ends with a month was imported. */
function isImported({ id }: StreamRule, month: Month, usage: UsageMatrices): boolean {
  const from = id === 'azure' ? month - TRAILING_MONTHS + 1 : month
  return usage[id].months.months.some((each) => each >= from && each <= month)
}

/** What one tenant's part in one window did to the difference that a stream is paid for. */
interface TenantChange {
  readonly tenant: TenantFact
  readonly index: number
  readonly window: 'current' | 'previous'
  readonly before: TenantColumn
  readonly after: TenantColumn
  /** In raw numbers (see {@link StreamRule}), with the sign it has in "now minus a year ago". */
  readonly delta: number
}

function tenantChanges(
  rule: StreamRule,
  then: Comparison,
  now: Comparison,
  tenants: readonly TenantFact[],
): TenantChange[] {
  const windows = [
    { window: 'current', before: then.now, after: now.now, sign: 1 },
    { window: 'previous', before: then.before, after: now.before, sign: -1 },
  ] as const
  return windows.flatMap(({ window, before, after, sign }) =>
    tenants.flatMap((tenant, index) => {
      const change = partOf(rule, after, index) - partOf(rule, before, index)
      return change === 0 ? [] : [{ tenant, index, window, before, after, delta: sign * change }]
    }),
  )
}

/** A tenant's part in the total of a column: itself where tenants are counted, else its amount. */
export function partOf(
  { threshold }: StreamRule,
  { amount, counts }: TenantColumn,
  index: number,
): number {
  return (threshold === null ? amount[index] : counts[index]) as number
}

/** The largest changes as causes; what the others add up to follows from the whole. */
function listed(
  changes: readonly TenantChange[],
  whole: Rational,
  limit: number,
  causeOf: (change: TenantChange) => ExactCause,
): Causes {
  const causes = changes.toSorted(largestFirst).slice(0, limit).map(causeOf)
  const count = changes.length - causes.length
  if (count === 0) return allOf(causes)
  return { listed: causes, rest: { count, effect: whole.minus(sumOf(causes)) } }
}

function largestFirst(a: TenantChange, b: TenantChange): number {
  const byDelta = Math.abs(b.delta) - Math.abs(a.delta)
  if (byDelta !== 0) return byDelta
  return compareText(a.tenant.id, b.tenant.id) || compareText(a.window, b.window)
}

function tenantCause(
  told: Pick<ExactCause, 'metric' | 'stream'>,
  rule: StreamRule,
  change: TenantChange,
  effectOf: EffectOf,
): ExactCause {
  const { tenant, index, window, before, after, delta } = change
  const counted = rule.threshold !== null
  const more = delta > 0 === (window === 'current')
  const seats = counted ? 'seat' : 'user'
  const active = rule.activeShare === null ? null : Rational.parse(rule.activeShare)
  const activeIn = ({ active: seatsInUse }: TenantColumn) =>
    active === null ? null : (seatsInUse?.[index] ?? null)
  const [gained, lost] = counted
    ? (['customer-gained', 'customer-lost'] as const)
    : (['usage-grew', 'usage-shrank'] as const)
  return cause({
    ...told,
    kind: more ? gained : lost,
    window,
    subject: { id: tenant.id, name: tenant.name },
    unit: rule.id === 'azure' ? 'usd' : seats,
    before: (before.amount[index] as number) / rule.rawPerAmount,
    after: (after.amount[index] as number) / rule.rawPerAmount,
    beforeActive: activeIn(before),
    afterActive: activeIn(after),
    threshold: rule.threshold,
    activeShare: active?.rounded(6) ?? null,
    effect: effectOf(change),
  })
}
