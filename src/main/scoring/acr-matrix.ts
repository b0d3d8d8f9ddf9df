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
 * One pass over the entries. Throws `number-out-of-range` when amounts are so large that a sum could
 * lose a micro-dollar: the magnitudes of all amounts together bound every sum and difference made
 * from them, so one check proves all of them exact.
 */
export function acrMatrix(facts: AzureFacts, tenants: number, counts: EntryTest): AcrMatrix {
  const months = new MonthRows(facts.months)
  const sums = new Float64Array((facts.months.length + 1) * tenants)
  const { tenant, month, microUsd } = facts
  let magnitude = 0
  for (let entry = 0; entry < microUsd.length; entry++) {
    if (!counts(entry)) continue
    const amount = microUsd[entry] as number
    const cell =
      (months.rowOfEntry(month[entry] as number) + 1) * tenants + (tenant[entry] as number)
    sums[cell] = (sums[cell] as number) + amount
    magnitude += Math.abs(amount)
  }
  requireExactSums(magnitude)
  for (let cell = tenants; cell < sums.length; cell++) {
    sums[cell] = (sums[cell] as number) + (sums[cell - tenants] as number)
  }
  return { tenants, months, sums }
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
