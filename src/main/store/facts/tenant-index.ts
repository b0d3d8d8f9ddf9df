import type { TenantFact } from '../../scoring/facts'
import type { TenantRow } from '../repositories/dictionaries'

/** Gives the tenants that have data in force their places in the facts, both streams together. */
export class TenantIndex {
  readonly #rows: ReadonlyMap<number, TenantRow>
  readonly #places = new Map<number, number>()
  readonly #tenants: TenantFact[] = []

  constructor(rows: readonly TenantRow[]) {
    this.#rows = new Map(rows.map((row) => [row.id, row]))
  }

  get tenants(): readonly TenantFact[] {
    return this.#tenants
  }

  /** Place of a tenant id; throws for a tenant of another profile. */
  placeOf(tenantId: number): number {
    const known = this.#places.get(tenantId)
    if (known !== undefined) return known
    const row = this.#rows.get(tenantId)
    if (!row) throw new Error(`Tenant ${tenantId} does not belong to this profile.`)
    this.#tenants.push({ id: row.guid, name: row.name })
    this.#places.set(tenantId, this.#tenants.length - 1)
    return this.#tenants.length - 1
  }
}
