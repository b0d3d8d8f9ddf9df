/**
 * One side of a comparison: what every tenant had in one window, whether it counts, and the total
 * that the metric compares. All per-tenant numbers of a score and of its explanation come from here.
 */
export interface TenantColumn {
  /** Per tenant: micro-dollars of ACR, paid seats, or active seats. */
  readonly amount: Float64Array
  /** Per tenant: the active seats beside the paid ones; null for other amounts. */
  readonly active: Float64Array | null
  /** Per tenant: 1 when it counts. */
  readonly counts: Uint8Array
  /** Customers, deployments, micro-dollars or users. */
  readonly total: number
}

/** A column in which no tenant has anything. */
export function emptyColumn(tenants: number): TenantColumn {
  const amount = new Float64Array(tenants)
  return { amount, active: null, counts: new Uint8Array(tenants), total: 0 }
}

/** A column whose total is the number of tenants that pass. */
export function countedColumn(
  amount: Float64Array,
  active: Float64Array | null,
  passes: (tenant: number) => boolean,
): TenantColumn {
  const counts = new Uint8Array(amount.length)
  let total = 0
  for (let tenant = 0; tenant < amount.length; tenant++) {
    if (!passes(tenant)) continue
    counts[tenant] = 1
    total++
  }
  return { amount, active, counts, total }
}

/** A column whose total is the sum over all tenants; each one with an amount counts. */
export function summedColumn(amount: Float64Array): TenantColumn {
  const counts = new Uint8Array(amount.length)
  let total = 0
  for (let tenant = 0; tenant < amount.length; tenant++) {
    const each = amount[tenant] as number
    if (each !== 0) counts[tenant] = 1
    total += each
  }
  return { amount, active: null, counts, total }
}

/**
 * A column whose total is the sum over the tenants that pass. Who does not pass had nothing that is
 * added; each one that does with an amount counts.
 */
export function summedWhere(
  amount: Float64Array,
  passes: (tenant: number) => boolean,
): TenantColumn {
  return summedColumn(amount.map((each, tenant) => (passes(tenant) ? each : 0)))
}
