import type { Month } from '../../shared/calendar'
import type { CauseId, WindowId } from '../../shared/explanation'
import type { Readings } from '../../shared/score'
import { activeNeeded } from './active-share'
import {
  acrCustomers,
  acrOf,
  activeSeatsOf,
  MONTHS_BACK,
  seatCustomers,
  TRAILING_MONTHS,
} from './customers'
import { underOption, type StreamRule, type UsageMatrices } from './stream-rules'
import type { TenantColumn } from './tenant-column'
import { rangeOf, type Side, type TenantRange } from './tenant-range'
import type { Comparison, ExactStream } from './usage-metrics'

/** Why a tenant whose rows could count does not. */
export type TenantCause = Extract<CauseId, 'below-threshold' | 'above-range' | 'too-few-active'>

/** One compared window of a stream: what was added or counted, and what decided who is inside. */
export interface UsageSide {
  readonly month: Month
  /** The column that the score compared. */
  readonly counted: TenantColumn
  /** What every tenant had, inside the bounds or not. */
  readonly amounts: TenantColumn
  /** What the bounds were compared with; null where no tenant is left out. */
  readonly members: TenantColumn | null
}

/** A stream of a metric with everything that decides over a row of it. */
export interface UsageView {
  readonly rule: StreamRule
  /** Of the association option that stands, where the stream is counted under several. */
  readonly usage: UsageMatrices
  readonly readings: Readings
  readonly comparison: Comparison
  readonly range: TenantRange | null
  readonly sides: Readonly<Record<WindowId, UsageSide>>
}

/** The view of a stream that has data; null of one that has none. */
export function usageView(
  matrices: UsageMatrices,
  { rule, comparison }: ExactStream,
  readings: Readings,
): UsageView | null {
  if (comparison === null) return null
  const usage = underOption(matrices, rule.id, rule.option)
  const range = rule.bounds && rangeOf(rule.bounds, rule.rawPerAmount)
  const sideOf = (month: Month, side: Side, counted: TenantColumn): UsageSide => ({
    month,
    counted,
    ...(countsTenants(rule)
      ? { amounts: counted, members: counted }
      : growthColumns(usage, rule, range, { month, side, counted, readings })),
  })
  const { month, now, before } = comparison
  const sides = {
    current: sideOf(month, 'now', now),
    previous: sideOf(month - MONTHS_BACK, 'before', before),
  }
  return { rule, usage, readings, comparison, range, sides }
}

/** Whether customers or deployments are counted; else amounts are added. */
export function countsTenants({ threshold }: StreamRule): boolean {
  return threshold !== null
}

/**
 * Growth adds nothing of a tenant outside the bounds, so what it had, and what the bounds were
 * compared with, are measured beside it by the same functions.
 */
function growthColumns(
  { azure, m365 }: UsageMatrices,
  { id }: StreamRule,
  range: TenantRange | null,
  window: Pick<UsageSide, 'month' | 'counted'> & { side: Side; readings: Readings },
): Pick<UsageSide, 'amounts' | 'members'> {
  const { month, side, counted, readings } = window
  if (range === null) return { amounts: counted, members: null }
  if (id === 'azure') {
    return { amounts: acrOf(azure, month, null), members: acrCustomers(azure, month, range, side) }
  }
  const threshold = { paidSeats: range, share: { numerator: 0, denominator: 1 } }
  return {
    amounts: activeSeatsOf(m365, month, null, readings),
    members: seatCustomers(m365, month, threshold, readings, side),
  }
}

/**
 * In which compared window a month lies: a trailing year of Azure, one month of Microsoft 365. A
 * distinct count compares the current one with nothing.
 */
export function windowOf({ rule, comparison }: UsageView, month: Month): WindowId | null {
  const months = rule.id === 'azure' ? TRAILING_MONTHS : 1
  const isIn = (last: Month) => month <= last && month > last - months
  if (isIn(comparison.month)) return 'current'
  return !rule.distinct && isIn(comparison.month - MONTHS_BACK) ? 'previous' : null
}

/** The months of both compared windows. */
export function comparedMonths(view: UsageView): Month[] {
  const first = view.comparison.month - MONTHS_BACK - TRAILING_MONTHS + 1
  const all = Array.from({ length: MONTHS_BACK + TRAILING_MONTHS }, (_, index) => first + index)
  return all.filter((month) => windowOf(view, month) !== null)
}

/** Why a tenant is left out of a window; null where it is not. */
export function tenantCause(
  { rule, range, sides }: UsageView,
  window: WindowId,
  tenant: number,
): TenantCause | null {
  const { members } = sides[window]
  if (members === null || range === null || members.counts[tenant] === 1) return null
  const amount = members.amount[tenant] as number
  if (amount < range.lowest) return 'below-threshold'
  return activeNeeded(rule, amount) > (members.active?.[tenant] ?? 0)
    ? 'too-few-active'
    : 'above-range'
}

/** What a row of seats is worth in a stream: paid seats where customers are counted, else active ones. */
export function seatAmount(
  { rule, readings }: Pick<UsageView, 'rule' | 'readings'>,
  paid: number,
  active: number,
): number {
  if (countsTenants(rule)) return paid
  return readings.activeCap === 'paid' ? Math.min(active, paid) : active
}

/**
 * The workload that stands for a tenant, by its place in the edition: where customers are counted by
 * any one workload, the others are only shown. null: all of them do.
 */
export function decidingWorkload(
  { rule, usage, readings, sides }: UsageView,
  window: WindowId,
  tenant: number,
): number | null {
  if (!countsTenants(rule) || readings.seatScope === 'tenant') return null
  const { counted, month } = sides[window]
  const { m365: matrix } = usage
  const paid = counted.amount[tenant] as number
  if (paid === 0) return null
  const first = (matrix.months.rowOf(month) * matrix.tenants + tenant) * matrix.workloads
  for (let workload = 0; workload < matrix.workloads; workload++) {
    if (matrix.paid[first + workload] !== paid) continue
    const reported = matrix.active[first + workload] as number
    const active = readings.activeCap === 'paid' ? Math.min(reported, paid) : reported
    if (active === counted.active?.[tenant]) return workload
  }
  return null
}
