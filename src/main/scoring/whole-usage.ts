import type { Month } from '../../shared/calendar'
import { acrBetween, type AcrMatrix } from './acr-matrix'
import { MONTHS_BACK, TRAILING_MONTHS } from './customers'
import { MonthRows } from './month-rows'
import type { SeatMatrix } from './seat-matrix'
import { atPercent, scaleSeats, scaleYear } from './usage-overrides'

/** Everybody's usage at a percentage. Whole matrices are made only when something asks for them. */

/**
 * Two months that stand for two trailing years: the scaled one that ends with the anchor and the one
 * before. A score of the anchor's date asks for no other, and it costs a row instead of a matrix.
 */
export function scaledYears(matrix: AcrMatrix, anchor: Month, percent: number): AcrMatrix {
  const { tenants } = matrix
  const before = acrBetween(
    matrix,
    anchor - MONTHS_BACK - TRAILING_MONTHS + 1,
    anchor - MONTHS_BACK,
  )
  const now = acrBetween(matrix, anchor - TRAILING_MONTHS + 1, anchor)
  const sums = new Float64Array(3 * tenants)
  for (let tenant = 0; tenant < tenants; tenant++) {
    const earlier = before[tenant] as number
    sums[tenants + tenant] = earlier
    sums[2 * tenants + tenant] = earlier + atPercent(now[tenant] as number, percent)
  }
  return { tenants, months: new MonthRows([anchor - MONTHS_BACK, anchor]), sums }
}

/** The scaled month of the anchor and the month a year before it, where there is one. */
export function scaledMonths(matrix: SeatMatrix, anchor: Month, percent: number): SeatMatrix {
  const { tenants, workloads } = matrix
  const months = [anchor - MONTHS_BACK, anchor].filter((month) => matrix.months.rowOf(month) >= 0)
  const row = tenants * workloads
  const picked = (seats: Uint32Array) => {
    const two = new Uint32Array(months.length * row)
    months.forEach((month, index) => {
      const from = matrix.months.rowOf(month) * row
      two.set(seats.subarray(from, from + row), index * row)
    })
    scaleSeats(two.subarray(two.length - row), percent)
    return two
  }
  const [paid, active] = [picked(matrix.paid), picked(matrix.active)]
  return { tenants, workloads, months: new MonthRows(months), paid, active }
}

/** All months with the trailing year at a percentage. */
export function scaledAcr(matrix: AcrMatrix, anchor: Month, percent: number): AcrMatrix {
  const scaled = { ...matrix, sums: matrix.sums.slice() }
  scaleYear(scaled, anchor, percent)
  return scaled
}

/** All months with that of the anchor at a percentage; as they are where it is not among them. */
export function scaledSeats(matrix: SeatMatrix, anchor: Month, percent: number): SeatMatrix {
  const scaled = { ...matrix, paid: matrix.paid.slice(), active: matrix.active.slice() }
  const row = matrix.tenants * matrix.workloads
  const from = matrix.months.rowOf(anchor) * row
  for (const seats of [scaled.paid, scaled.active])
    scaleSeats(seats.subarray(from, from + row), percent)
  return scaled
}

/** The matrix with more tenants, of which a few have another history. */
export function acrWithFew(
  whole: AcrMatrix,
  few: AcrMatrix,
  places: readonly number[],
  tenants: number,
): AcrMatrix {
  const rows = whole.months.months.length + 1
  const sums = new Float64Array(rows * tenants)
  for (let row = 0; row < rows; row++) {
    sums.set(whole.sums.subarray(row * whole.tenants, (row + 1) * whole.tenants), row * tenants)
    places.forEach((tenant, place) => {
      sums[row * tenants + tenant] = few.sums[row * few.tenants + place] as number
    })
  }
  return { tenants, months: whole.months, sums }
}

/** As {@link acrWithFew}. */
export function seatsWithFew(
  whole: SeatMatrix,
  few: SeatMatrix,
  places: readonly number[],
  tenants: number,
): SeatMatrix {
  const { workloads, months } = whole
  const joined = (known: Uint32Array, changed: Uint32Array) => {
    const seats = new Uint32Array(months.months.length * tenants * workloads)
    const row = whole.tenants * workloads
    for (let index = 0; index < months.months.length; index++) {
      seats.set(known.subarray(index * row, (index + 1) * row), index * tenants * workloads)
      places.forEach((tenant, place) => {
        const from = (index * few.tenants + place) * workloads
        seats.set(changed.subarray(from, from + workloads), (index * tenants + tenant) * workloads)
      })
    }
    return seats
  }
  return {
    tenants,
    workloads,
    months,
    paid: joined(whole.paid, few.paid),
    active: joined(whole.active, few.active),
  }
}
