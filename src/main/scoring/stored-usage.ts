import type { Month } from '../../shared/calendar'
import type { AzureKinds, CertificationFacts, SeatKinds, TenantFact } from './facts'

/**
 * A partner as a store keeps it: usage in columns of one kind and month each, handed out one after the
 * other, so that only those that an edition asks for are read and never all of them are in memory.
 */
export interface StoredPartner {
  /** How many customers there are; columns name them by a number below. */
  readonly tenantCount: number
  /** The customers in the order of their numbers; read when they are first asked for. */
  tenants(): readonly TenantFact[]
  readonly azure: StoredStream<AzureKinds>
  readonly m365: StoredStream<SeatKinds>
  readonly certifications: CertificationFacts
}

export interface StoredStream<K> {
  /** Months for which data was imported, ascending, whether or not a row counts. */
  readonly months: readonly Month[]
  /** The kinds of usage that some row has. */
  readonly kinds: K
  /** The columns of the kinds that are wanted, each at most a few megabytes; a month may have several of one kind. */
  columns(wanted: (kind: number) => boolean): Iterable<UsageColumn>
}

/**
 * Usage of one kind in one month. A customer may be there more than once. The arrays are those of this
 * column only until the next one is asked for.
 */
export interface UsageColumn {
  readonly month: Month
  /** Index of the kind. */
  readonly kind: number
  readonly tenants: Uint32Array
  /** Micro-dollars, or paid seats. */
  readonly first: Float64Array
  /** Active seats; empty for Azure. */
  readonly second: Float64Array
}
