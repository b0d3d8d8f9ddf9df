import type { Month } from '../../shared/calendar'
import type { Readings } from '../../shared/score'
import { acrBetween, type AcrMatrix } from './acr-matrix'
import type { SeatMatrix } from './seat-matrix'
import { countedColumn, summedColumn, type TenantColumn } from './tenant-column'

/**
 * What the rules ask about tenants in one window (SCORING.md "The four metrics"). Each function is
 * asked twice, for now and for a year ago; the metric is the difference.
 */

/** The twelve months that end with a month: TTM. */
export const TRAILING_MONTHS = 12

/** Tenants whose TTM ACR reaches a threshold in micro-dollars. */
export function acrCustomers(matrix: AcrMatrix, month: Month, atLeast: number): TenantColumn {
  const amount = trailingYear(matrix, month)
  return countedColumn(amount, null, (tenant) => (amount[tenant] as number) >= atLeast)
}

/** TTM ACR over all tenants, in micro-dollars. */
export function acrOfAll(matrix: AcrMatrix, month: Month): TenantColumn {
  return summedColumn(trailingYear(matrix, month))
}

function trailingYear(matrix: AcrMatrix, month: Month): Float64Array {
  return acrBetween(matrix, month - TRAILING_MONTHS + 1, month)
}

/** Active paid seats over all tenants and workloads. */
export function activeSeatsOfAll(
  matrix: SeatMatrix,
  month: Month,
  activeCap: Readings['activeCap'],
): TenantColumn {
  return summedColumn(tenantTotals(seatsIn(matrix, month, activeCap)).active)
}

/** Enough paid seats, and of these enough in use. */
export interface SeatThreshold {
  readonly paidSeats: number
  /** As a fraction of whole numbers; 0 / 1 where the page asks for none. */
  readonly share: { readonly numerator: number; readonly denominator: number }
}

/** Tenants that reach a threshold of seats, on one workload or in total (reading `seatScope`). */
export function seatCustomers(
  matrix: SeatMatrix,
  month: Month,
  threshold: SeatThreshold,
  { seatScope, activeCap }: Pick<Readings, 'seatScope' | 'activeCap'>,
): TenantColumn {
  const seats = seatsIn(matrix, month, activeCap)
  const { paid, active } =
    seatScope === 'tenant' ? tenantTotals(seats) : bestWorkloads(seats, threshold)
  return countedColumn(paid, active, (tenant) =>
    reaches(threshold, paid[tenant] as number, active[tenant] as number),
  )
}

function reaches({ paidSeats, share }: SeatThreshold, paid: number, active: number): boolean {
  return paid >= paidSeats && active * share.denominator >= paid * share.numerator
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
function bestWorkloads(seats: MonthSeats, threshold: SeatThreshold): SeatsPerTenant {
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
      const cellReaches = reaches(threshold, cellPaid, cellActive)
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
