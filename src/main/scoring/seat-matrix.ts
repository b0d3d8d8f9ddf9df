import { SeventyError } from '../../shared/errors'
import type { EntryTest } from './eligibility'
import type { SeatFacts } from './facts'
import { MonthRows } from './month-rows'

/** Seats that count, per tenant, workload of the edition and month; 0 where there are none. */
export interface SeatMatrix {
  readonly tenants: number
  readonly workloads: number
  readonly months: MonthRows
  /** At `(row × tenants + tenant) × workloads + workload`. */
  readonly paid: Uint32Array
  readonly active: Uint32Array
}

export interface WorkloadColumns {
  /** Position in the edition's list. */
  readonly workloadOf: Int32Array
  readonly workloads: number
}

/**
 * One pass over the entries. Entries of one tenant, workload and month describe the same seats: the
 * one with the most paid seats stands, on a tie the most active, never the sum (SCORING.md "Which
 * rows count"). Throws `number-out-of-range` for what cannot be a number of seats.
 */
export function seatMatrix(
  facts: SeatFacts,
  tenants: number,
  { workloadOf, workloads }: WorkloadColumns,
  counts: EntryTest,
): SeatMatrix {
  const months = new MonthRows(facts.months)
  const paid = new Uint32Array(facts.months.length * workloads * tenants)
  const active = new Uint32Array(paid.length)
  for (let entry = 0; entry < facts.tenant.length; entry++) {
    if (!counts(entry)) continue
    const row = months.rowOfEntry(facts.month[entry] as number)
    const workload = workloadOf[facts.workload[entry] as number] as number
    const cell = (row * tenants + (facts.tenant[entry] as number)) * workloads + workload
    const entryPaid = wholeSeats(facts.paidSeats[entry] as number)
    const entryActive = wholeSeats(facts.activeSeats[entry] as number)
    const known = paid[cell] as number
    if (entryPaid < known) continue
    if (entryPaid === known && entryActive <= (active[cell] as number)) continue
    paid[cell] = entryPaid
    active[cell] = entryActive
  }
  return { tenants, workloads, months, paid, active }
}

function wholeSeats(seats: number): number {
  if (seats >>> 0 === seats) return seats
  throw new SeventyError(
    'number-out-of-range',
    `${String(seats)} is not a number of seats. Check the seat columns of the imported Microsoft 365 usage.`,
    { value: seats },
  )
}
