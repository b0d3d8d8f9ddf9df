import type { Month } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type { AcrMatrix } from './acr-matrix'
import { TRAILING_MONTHS } from './customers'
import { MonthRows } from './month-rows'
import type { SeatMatrix } from './seat-matrix'

/** A customer's ACR of the trailing year, spread over its months in equal parts. */
export interface AcrEdit {
  /** Index among all tenants; beyond those of the data for a new customer. */
  readonly tenant: number
  readonly yearMicroUsd: number
}

/** A customer's seats of some workloads in one month. */
export interface SeatEdit {
  readonly tenant: number
  readonly seats: readonly {
    /** Position in the edition's list. */
    readonly workload: number
    readonly paid: number
    readonly active: number
  }[]
}

/**
 * The month whose window a scenario changes: the newest one of the data up to the usage month, which
 * is the one that a score compares.
 */
export function anchorOf({ months }: MonthRows, usageMonth: Month): Month | null {
  return months.findLast((month) => month <= usageMonth) ?? null
}

/** The matrix with a month before all others, in which nobody has anything. */
export function acrWithFirstMonth(matrix: AcrMatrix, month: Month): AcrMatrix {
  const sums = new Float64Array(matrix.sums.length + matrix.tenants)
  sums.set(matrix.sums, matrix.tenants)
  return { ...matrix, months: new MonthRows([month, ...matrix.months.months]), sums }
}

/** As {@link acrWithFirstMonth}. */
export function seatsWithFirstMonth(matrix: SeatMatrix, month: Month): SeatMatrix {
  const later = (seats: Uint32Array) => {
    const row = matrix.tenants * matrix.workloads
    const extended = new Uint32Array(seats.length + row)
    extended.set(seats, row)
    return extended
  }
  const months = new MonthRows([month, ...matrix.months.months])
  return { ...matrix, months, paid: later(matrix.paid), active: later(matrix.active) }
}

/** The history of a few customers in their order here, nothing for those beyond the data. */
export function acrOfFew(matrix: AcrMatrix, tenants: readonly number[]): AcrMatrix {
  const { months } = matrix
  const sums = new Float64Array((months.months.length + 1) * tenants.length)
  for (let cell = 0; cell < sums.length; cell++) {
    const place = cell % tenants.length
    const tenant = tenants[place] as number
    if (tenant >= matrix.tenants) continue
    sums[cell] = matrix.sums[((cell - place) / tenants.length) * matrix.tenants + tenant] as number
  }
  return { tenants: tenants.length, months, sums }
}

/** As {@link acrOfFew}. */
export function seatsOfFew(matrix: SeatMatrix, tenants: readonly number[]): SeatMatrix {
  const { workloads, months } = matrix
  const few = tenants.length
  const paid = new Uint32Array(months.months.length * few * workloads)
  const active = new Uint32Array(paid.length)
  tenants.forEach((tenant, place) => {
    if (tenant >= matrix.tenants) return
    for (let row = 0; row < months.months.length; row++) {
      const from = (row * matrix.tenants + tenant) * workloads
      const to = (row * few + place) * workloads
      paid.set(matrix.paid.subarray(from, from + workloads), to)
      active.set(matrix.active.subarray(from, from + workloads), to)
    }
  })
  return { tenants: few, workloads, months, paid, active }
}

/** What a running sum inside the trailing year becomes, for the months up to `month`. */
type Running = (amount: number, month: Month) => number

/** The rows of running sums between which the months of a trailing year lie. */
interface YearRows {
  readonly from: number
  readonly until: number
}

function yearRows(months: MonthRows, anchor: Month): YearRows {
  const from = months.countBefore(anchor - TRAILING_MONTHS + 1)
  return { from, until: months.countBefore(anchor + 1) }
}

/** Rewrites the trailing year of one tenant; later months keep their own amounts. */
function rewriteYear(
  { tenants, months, sums }: AcrMatrix,
  tenant: number,
  { from, until }: YearRows,
  running: Running,
): void {
  const start = sums[from * tenants + tenant] as number
  const end = sums[until * tenants + tenant] as number
  for (let row = from + 1; row <= until; row++) {
    const cell = row * tenants + tenant
    sums[cell] = start + running((sums[cell] as number) - start, months.months[row - 1] as Month)
  }
  const shift = (sums[until * tenants + tenant] as number) - end
  for (let row = until + 1; row <= months.months.length; row++) {
    const cell = row * tenants + tenant
    sums[cell] = (sums[cell] as number) + shift
  }
}

/** Gives the tenant at a place of the matrix an ACR of the trailing year, in twelve equal parts. */
export function setYear(
  matrix: AcrMatrix,
  tenant: number,
  anchor: Month,
  yearMicroUsd: number,
): void {
  const part = Math.floor(yearMicroUsd / TRAILING_MONTHS)
  const rest = yearMicroUsd - part * TRAILING_MONTHS
  rewriteYear(matrix, tenant, yearRows(matrix.months, anchor), (_amount, month) => {
    const count = month - anchor + TRAILING_MONTHS
    return part * count + Math.floor((rest * count) / TRAILING_MONTHS)
  })
}

/** Gives the tenant at a place of the matrix seats in one month. */
export function setSeats(
  { tenants, workloads, months, paid, active }: SeatMatrix,
  tenant: number,
  anchor: Month,
  seats: SeatEdit['seats'],
): void {
  const from = (months.rowOf(anchor) * tenants + tenant) * workloads
  for (const each of seats) {
    paid[from + each.workload] = each.paid
    active[from + each.workload] = each.active
  }
}

/**
 * A whole number times a percentage, rounded down. Split so that nothing is larger than the result:
 * the product itself could lose a micro-dollar.
 */
export function atPercent(amount: number, percent: number): number {
  const hundreds = Math.floor(amount / 100)
  return hundreds * percent + Math.floor(((amount - hundreds * 100) * percent) / 100)
}

/** Scales the trailing year of every tenant: the sum over any first months of it, rounded down. */
export function scaleYear(matrix: AcrMatrix, anchor: Month, percent: number): void {
  const rows = yearRows(matrix.months, anchor)
  for (let tenant = 0; tenant < matrix.tenants; tenant++) {
    rewriteYear(matrix, tenant, rows, (amount) => atPercent(amount, percent))
  }
}

/** Scales seats cell by cell; throws `number-out-of-range` for more than can be counted. */
export function scaleSeats(seats: Uint32Array, percent: number): void {
  for (let cell = 0; cell < seats.length; cell++) {
    const known = seats[cell] as number
    if (known === 0) continue
    const scaled = atPercent(known, percent)
    if (scaled >>> 0 !== scaled) throw tooManySeats(scaled)
    seats[cell] = scaled
  }
}

function tooManySeats(value: number): SeventyError {
  return new SeventyError(
    'number-out-of-range',
    `${String(value)} is more seats than can be counted. Lower the usage factor of Microsoft 365.`,
    { value },
  )
}
