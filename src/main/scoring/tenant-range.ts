import type { Bounds } from '../rules/bounds'

/**
 * Bounds of an edition in the raw numbers of a column: micro-dollars or seats. Both are whole, so
 * "above 12,000" is the next micro-dollar or seat, and every comparison is exact.
 */
export interface TenantRange {
  /** The smallest amount inside. */
  readonly lowest: number
  /** The largest amount inside; Infinity where the range is open. */
  readonly highest: number
  /** Whether a tenant that was inside a year ago may outgrow the range. */
  readonly sticky: boolean
}

/** Which of two compared windows is asked about; only `now` knows a year before it. */
export type Side = 'now' | 'before'

/** The range of bounds in whole units, each of so many raw numbers. */
export function rangeOf(
  { atLeast, above, atMost, sticky }: Bounds,
  rawPerUnit: number,
): TenantRange {
  return {
    lowest: atLeast === undefined ? (above ?? 0) * rawPerUnit + 1 : atLeast * rawPerUnit,
    highest: atMost === undefined ? Infinity : atMost * rawPerUnit,
    sticky: sticky ?? false,
  }
}

/** Whether an amount is inside. One that was inside a year ago has no upper end any more. */
export function isInside(
  { lowest, highest }: TenantRange,
  amount: number,
  stays: boolean,
): boolean {
  return amount >= lowest && (amount <= highest || stays)
}

/** Which tenants are inside a range, 1 for each, and how many. */
export interface Inside {
  readonly counts: Uint8Array
  readonly total: number
}

/** Judges all tenants by their amounts; `stays` has 1 for those that may be past the end, null: nobody. */
export function insideRange(
  range: TenantRange,
  amounts: Float64Array,
  stays: Uint8Array | null,
): Inside {
  const { lowest, highest } = range
  const counts = new Uint8Array(amounts.length)
  let total = 0
  // The test of `isInside`, written out for the many ranges that nobody may stay in: a trend of a
  // large partner makes it millions of times.
  for (let tenant = 0; stays === null && tenant < amounts.length; tenant++) {
    const amount = amounts[tenant] as number
    if (amount < lowest || amount > highest) continue
    counts[tenant] = 1
    total++
  }
  for (let tenant = 0; stays !== null && tenant < amounts.length; tenant++) {
    if (!isInside(range, amounts[tenant] as number, stays[tenant] === 1)) continue
    counts[tenant] = 1
    total++
  }
  return { counts, total }
}

/** Says of a tenant whether it may be past the end of a range. */
export type StayTest = (tenant: number) => boolean

/**
 * Who may be past the end of a range (SCORING.md "Later editions": a tenant that was inside a year
 * ago). `wasInside` says so of the window a year before the one that is asked about; it is only made
 * for a sticky range, and only now: the earlier window is judged by the range alone.
 */
export function stayTest(
  { sticky }: TenantRange,
  side: Side,
  wasInside: () => (tenant: number) => boolean,
): StayTest {
  return sticky && side === 'now' ? wasInside() : () => false
}
