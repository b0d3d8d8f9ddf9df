import type { TenantColumn } from './tenant-column'

/** Columns of the same question: of all tenants, and of the few that are different. */
export interface Overlay {
  readonly base: TenantColumn
  readonly few: TenantColumn
  /** Where each of the few stands among all tenants; beyond the base for new ones. */
  readonly places: readonly number[]
  readonly tenants: number
  /** A tenant's part in the total of a column. */
  readonly partOf: (column: TenantColumn, tenant: number) => number
}

/**
 * A column in which a few tenants are different. A score needs no more than its total, which costs as
 * much as there are different tenants; the columns per tenant are copied when an explanation asks.
 * Totals are whole numbers below 2^53, so taking parts out and putting others in is exact.
 */
export function overlaid(overlay: Overlay): TenantColumn {
  const { base, few, places, partOf } = overlay
  const known = base.amount.length
  const taken = places.reduce(
    (sum, tenant) => (tenant < known ? sum + partOf(base, tenant) : sum),
    0,
  )
  let joined: Omit<TenantColumn, 'total'> | undefined
  const columns = () => (joined ??= joinedColumns(overlay))
  return {
    get amount() {
      return columns().amount
    },
    get active() {
      return columns().active
    },
    get counts() {
      return columns().counts
    },
    total: base.total - taken + few.total,
  }
}

function joinedColumns({ base, few, places, tenants }: Overlay): Omit<TenantColumn, 'total'> {
  const amount = new Float64Array(tenants)
  const counts = new Uint8Array(tenants)
  const active = base.active && new Float64Array(tenants)
  amount.set(base.amount)
  counts.set(base.counts)
  if (active && base.active) active.set(base.active)
  places.forEach((tenant, place) => {
    amount[tenant] = few.amount[place] as number
    counts[tenant] = few.counts[place] as number
    if (active) active[tenant] = few.active?.[place] ?? 0
  })
  return { amount, counts, active }
}
