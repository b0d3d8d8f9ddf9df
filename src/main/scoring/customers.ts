import type { Month } from '../../shared/calendar'
import type { Readings } from '../../shared/score'
import { acrBetween, type AcrMatrix } from './acr-matrix'
import type { SeatMatrix } from './seat-matrix'
import { keepLatest } from './keep-latest'
import { countedColumn, summedColumn, summedWhere, type TenantColumn } from './tenant-column'
import {
  insideRange,
  isInside,
  stayTest,
  type Inside,
  type Side,
  type StayTest,
  type TenantRange,
} from './tenant-range'

/**
 * What the rules ask about tenants in one window (SCORING.md "The four metrics"). Each function is
 * asked twice, for now and for a year ago; the metric is the difference.
 */

/** The twelve months that end with a month: TTM. */
export const TRAILING_MONTHS = 12

/** Months between a window and the one it is compared with: the same a year ago. */
export const MONTHS_BACK = 12

/** Tenants whose TTM ACR is inside a range of micro-dollars. */
export function acrCustomers(
  matrix: AcrMatrix,
  month: Month,
  range: TenantRange,
  side: Side = 'now',
): TenantColumn {
  const amount = trailingYear(matrix, month)
  return { amount, active: null, ...acrInside(matrix, month, range, side) }
}

/** TTM ACR in micro-dollars, over all tenants or over those inside a range. */
export function acrOf(
  matrix: AcrMatrix,
  month: Month,
  range: TenantRange | null,
  side: Side = 'now',
): TenantColumn {
  const amount = trailingYear(matrix, month)
  if (range === null) return summedColumn(amount)
  const { counts } = acrInside(matrix, month, range, side)
  return summedWhere(amount, (tenant) => counts[tenant] === 1)
}

/** The tenants whose TTM ACR is inside a range. */
function acrInside(matrix: AcrMatrix, month: Month, range: TenantRange, side: Side): Inside {
  const knowsBefore = range.sticky && side === 'now'
  const before = knowsBefore ? trailingYear(matrix, month - MONTHS_BACK) : null
  return insideRange(
    range,
    trailingYear(matrix, month),
    before && insideRange(range, before, null).counts,
  )
}

/** A trend of two years compares 36 windows; each holds eight bytes per tenant. */
const WINDOWS_KEPT = 40

/** Windows of matrices that are still in use, the one that was asked for last at the end. */
const windows = new WeakMap<AcrMatrix, Map<Month, Float64Array>>()

/**
 * TTM ACR of each tenant. Every metric asks for the same windows, and a matrix never changes, so they
 * are kept; nobody may write into them.
 */
function trailingYear(matrix: AcrMatrix, month: Month): Float64Array {
  const kept = windows.get(matrix) ?? new Map<Month, Float64Array>()
  windows.set(matrix, kept)
  const window = kept.get(month) ?? acrBetween(matrix, month - TRAILING_MONTHS + 1, month)
  keepLatest(kept, month, window, WINDOWS_KEPT)
  return window
}

/** What decides whose seats count and how many of them. */
type SeatReadings = Pick<Readings, 'seatScope' | 'activeCap'>

/** Active paid seats on all workloads, over all tenants or over those inside a range of paid seats. */
export function activeSeatsOf(
  matrix: SeatMatrix,
  month: Month,
  range: TenantRange | null,
  { seatScope, activeCap }: SeatReadings,
  side: Side = 'now',
): TenantColumn {
  const seats = seatsIn(matrix, month, activeCap)
  const { active } = tenantTotals(seats)
  if (range === null) return summedColumn(active)
  const stays = seatStayTest(matrix, month, range, seatScope, side)
  return summedWhere(active, seatsInside(seats, range, seatScope, stays))
}

/** Enough paid seats, and of these enough in use. */
export interface SeatThreshold {
  readonly paidSeats: TenantRange
  /** As a fraction of whole numbers; 0 / 1 where the page asks for none. */
  readonly share: { readonly numerator: number; readonly denominator: number }
}

/** Tenants that reach a threshold of seats, on one workload or in total (reading `seatScope`). */
export function seatCustomers(
  matrix: SeatMatrix,
  month: Month,
  threshold: SeatThreshold,
  { seatScope, activeCap }: SeatReadings,
  side: Side = 'now',
): TenantColumn {
  const seats = seatsIn(matrix, month, activeCap)
  const stays = seatStayTest(matrix, month, threshold.paidSeats, seatScope, side)
  const { paid, active } =
    seatScope === 'tenant' ? tenantTotals(seats) : bestWorkloads(seats, threshold, stays)
  return countedColumn(paid, active, (tenant) =>
    reaches(threshold, paid[tenant] as number, active[tenant] as number, stays(tenant)),
  )
}

function reaches(
  { paidSeats, share }: SeatThreshold,
  paid: number,
  active: number,
  stays: boolean,
): boolean {
  return isInside(paidSeats, paid, stays) && active * share.denominator >= paid * share.numerator
}

/** Who was inside a range of paid seats a year ago, whatever the share of active ones was. */
function seatStayTest(
  matrix: SeatMatrix,
  month: Month,
  range: TenantRange,
  seatScope: Readings['seatScope'],
  side: Side,
): StayTest {
  return stayTest(range, side, () =>
    seatsInside(seatsIn(matrix, month - MONTHS_BACK, 'paid'), range, seatScope, () => false),
  )
}

/** Says of a tenant whether its paid seats are inside a range, on one workload or in total. */
function seatsInside(
  seats: MonthSeats,
  range: TenantRange,
  seatScope: Readings['seatScope'],
  stays: StayTest,
): (tenant: number) => boolean {
  if (seatScope === 'tenant') {
    const { paid } = tenantTotals(seats)
    return (tenant) => isInside(range, paid[tenant] as number, stays(tenant))
  }
  const { workloads, paid } = seats
  return (tenant) =>
    paid
      .subarray(tenant * workloads, (tenant + 1) * workloads)
      .some((each) => isInside(range, each, stays(tenant)))
}

/** The seats of one month, at `tenant × workloads + workload`. */
interface MonthSeats {
  readonly tenants: number
  readonly workloads: number
  readonly paid: Uint32Array
  readonly active: Uint32Array
  /** Whether active seats above paid ones count as paid ones only. */
  readonly capped: boolean
}

interface SeatsPerTenant {
  readonly paid: Float64Array
  readonly active: Float64Array
}

function seatsIn(
  { tenants, workloads, months, paid, active }: SeatMatrix,
  month: Month,
  activeCap: Readings['activeCap'],
): MonthSeats {
  const row = months.rowOf(month)
  const from = row * tenants * workloads
  const to = from + tenants * workloads
  return {
    tenants,
    // A month that is not in the data has nothing to visit.
    workloads: row < 0 ? 0 : workloads,
    paid: paid.subarray(from, to),
    active: active.subarray(from, to),
    capped: activeCap === 'paid',
  }
}

/** The sum over the workloads of each tenant. */
function tenantTotals({ tenants, workloads, paid, active, capped }: MonthSeats): SeatsPerTenant {
  const totals = emptySeats(tenants)
  for (let tenant = 0; tenant < tenants; tenant++) {
    let paidSum = 0
    let activeSum = 0
    for (let cell = tenant * workloads; cell < (tenant + 1) * workloads; cell++) {
      const cellPaid = paid[cell] as number
      const cellActive = active[cell] as number
      paidSum += cellPaid
      activeSum += capped ? Math.min(cellActive, cellPaid) : cellActive
    }
    totals.paid[tenant] = paidSum
    totals.active[tenant] = activeSum
  }
  return totals
}

/** The workload that stands for each tenant: one that reaches the threshold, else the largest. */
function bestWorkloads(
  seats: MonthSeats,
  threshold: SeatThreshold,
  stays: StayTest,
): SeatsPerTenant {
  const { tenants, workloads, paid, active, capped } = seats
  const best = emptySeats(tenants)
  for (let tenant = 0; tenant < tenants; tenant++) {
    let bestPaid = 0
    let bestActive = 0
    let bestReaches = false
    for (let cell = tenant * workloads; cell < (tenant + 1) * workloads; cell++) {
      const cellPaid = paid[cell] as number
      const reported = active[cell] as number
      const cellActive = capped ? Math.min(reported, cellPaid) : reported
      const cellReaches = reaches(threshold, cellPaid, cellActive, stays(tenant))
      const larger = cellPaid === bestPaid ? cellActive > bestActive : cellPaid > bestPaid
      if (cellReaches === bestReaches ? !larger : bestReaches) continue
      bestPaid = cellPaid
      bestActive = cellActive
      bestReaches = cellReaches
    }
    best.paid[tenant] = bestPaid
    best.active[tenant] = bestActive
  }
  return best
}

function emptySeats(tenants: number): SeatsPerTenant {
  return { paid: new Float64Array(tenants), active: new Float64Array(tenants) }
}
