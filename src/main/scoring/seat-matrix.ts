import type { Month } from '../../shared/calendar'
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
 * Takes seats that count, in whatever order they come. Entries of one tenant, workload and month
 * describe the same seats: the one with the most paid seats stands, on a tie the most active, never
 * the sum (SCORING.md "Which rows count").
 */
export class SeatMatrixBuilder {
  private readonly rows: MonthRows
  private readonly paid: Uint32Array
  private readonly active: Uint32Array

  /** @param months ascending, without repetition. */
  constructor(
    months: readonly Month[],
    private readonly tenants: number,
    private readonly workloads: number,
  ) {
    this.rows = new MonthRows(months)
    this.paid = new Uint32Array(months.length * workloads * tenants)
    this.active = new Uint32Array(this.paid.length)
  }

  /** Throws `number-out-of-range` for what cannot be a number of seats. */
  add(
    month: Month,
    tenant: number,
    workload: number,
    paidSeats: number,
    activeSeats: number,
  ): void {
    const row = this.rows.rowOfEntry(month)
    const cell = (row * this.tenants + tenant) * this.workloads + workload
    const paid = wholeSeats(paidSeats)
    const active = wholeSeats(activeSeats)
    const known = this.paid[cell] as number
    if (paid < known) return
    if (paid === known && active <= (this.active[cell] as number)) return
    this.paid[cell] = paid
    this.active[cell] = active
  }

  finish(): SeatMatrix {
    const { tenants, workloads, rows, paid, active } = this
    return { tenants, workloads, months: rows, paid, active }
  }
}

/** One pass over the entries. Throws as {@link SeatMatrixBuilder.add}. */
export function seatMatrix(
  facts: SeatFacts,
  tenants: number,
  { workloadOf, workloads }: WorkloadColumns,
  counts: EntryTest,
): SeatMatrix {
  const { tenant, month, workload, paidSeats, activeSeats } = facts
  const builder = new SeatMatrixBuilder(facts.months, tenants, workloads)
  for (let entry = 0; entry < tenant.length; entry++) {
    if (!counts(entry)) continue
    builder.add(
      month[entry] as number,
      tenant[entry] as number,
      workloadOf[workload[entry] as number] as number,
      paidSeats[entry] as number,
      activeSeats[entry] as number,
    )
  }
  return builder.finish()
}

function wholeSeats(seats: number): number {
  if (seats >>> 0 === seats) return seats
  throw new SeventyError(
    'number-out-of-range',
    `${String(seats)} is not a number of seats. Check the seat columns of the imported Microsoft 365 usage.`,
    { value: seats },
  )
}
