import type { Month } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type { EntryTest } from './eligibility'
import type { AzureFacts } from './facts'
import { MonthRows } from './month-rows'

/** ACR that counts, in running sums, so that any window of months is one subtraction per tenant. */
export interface AcrMatrix {
  readonly tenants: number
  readonly months: MonthRows
  /** At `row × tenants + tenant`: micro-dollars of all months before that row's month. */
  readonly sums: Float64Array
}

/**
 * Adds up amounts that count to a matrix, in whatever order they come. The magnitudes of all amounts
 * together bound every sum and difference made from them, so one check at the end proves all of them
 * exact (below 2^53 micro-dollars, nine billion dollars).
 */
export class AcrMatrixBuilder {
  private readonly rows: MonthRows
  private readonly sums: Float64Array
  private magnitude = 0

  /** @param months ascending, without repetition. */
  constructor(
    months: readonly Month[],
    private readonly tenants: number,
  ) {
    this.rows = new MonthRows(months)
    this.sums = new Float64Array((months.length + 1) * tenants)
  }

  /** Adds micro-dollars of one tenant in one month. Throws `internal` for a month that was not named. */
  add(month: Month, tenant: number, microUsd: number): void {
    const cell = (this.rows.rowOfEntry(month) + 1) * this.tenants + tenant
    this.sums[cell] = (this.sums[cell] as number) + microUsd
    this.magnitude += Math.abs(microUsd)
  }

  /** As {@link add}, for the amounts of several tenants in one month. */
  addColumn(month: Month, tenants: Uint32Array, microUsd: Float64Array): void {
    const { sums } = this
    const before = (this.rows.rowOfEntry(month) + 1) * this.tenants
    let magnitude = 0
    for (let entry = 0; entry < tenants.length; entry++) {
      const cell = before + (tenants[entry] as number)
      const amount = microUsd[entry] as number
      sums[cell] = (sums[cell] as number) + amount
      magnitude += Math.abs(amount)
    }
    this.magnitude += magnitude
  }

  /** The matrix; nothing may be added afterwards. Throws `number-out-of-range` where a sum could lose a micro-dollar. */
  finish(): AcrMatrix {
    const { tenants, rows, sums } = this
    requireExactSums(this.magnitude)
    for (let cell = tenants; cell < sums.length; cell++) {
      sums[cell] = (sums[cell] as number) + (sums[cell - tenants] as number)
    }
    return { tenants, months: rows, sums }
  }
}

/** One pass over the entries. Throws as {@link AcrMatrixBuilder.finish}. */
export function acrMatrix(facts: AzureFacts, tenants: number, counts: EntryTest): AcrMatrix {
  const { tenant, month, microUsd } = facts
  const builder = new AcrMatrixBuilder(facts.months, tenants)
  for (let entry = 0; entry < microUsd.length; entry++) {
    if (!counts(entry)) continue
    builder.add(month[entry] as number, tenant[entry] as number, microUsd[entry] as number)
  }
  return builder.finish()
}

/** Micro-dollars per tenant in the months `from` to `to`, both included. */
export function acrBetween(
  { tenants, months, sums }: AcrMatrix,
  from: Month,
  to: Month,
): Float64Array {
  const before = months.countBefore(from) * tenants
  const until = months.countBefore(to + 1) * tenants
  const amounts = new Float64Array(tenants)
  for (let tenant = 0; tenant < tenants; tenant++) {
    amounts[tenant] = (sums[until + tenant] as number) - (sums[before + tenant] as number)
  }
  return amounts
}

/** Magnitudes of matrices that are known; a matrix never changes. */
const magnitudes = new WeakMap<AcrMatrix, number>()

/** The amounts of all months and tenants without their signs: no sum made from them is larger. */
export function acrMagnitude(matrix: AcrMatrix): number {
  const known = magnitudes.get(matrix)
  if (known !== undefined) return known
  const { sums, tenants } = matrix
  let magnitude = 0
  for (let cell = tenants; cell < sums.length; cell++) {
    magnitude += Math.abs((sums[cell] as number) - (sums[cell - tenants] as number))
  }
  magnitudes.set(matrix, magnitude)
  return magnitude
}

/**
 * Throws `number-out-of-range` when amounts whose magnitudes add up to so many micro-dollars could
 * make a sum that a double does not hold exactly.
 */
export function requireExactSums(magnitude: number): void {
  if (magnitude <= Number.MAX_SAFE_INTEGER) return
  throw new SeventyError(
    'number-out-of-range',
    'The Azure usage adds up to more than nine billion US dollars, which cannot be computed exactly. Check the ACR column of the imported files.',
  )
}
