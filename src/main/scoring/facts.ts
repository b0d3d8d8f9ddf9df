import type { Day, Month } from '../../shared/calendar'

/**
 * What the engine knows about one partner: everything a rule may ask for, nothing derived, no rule
 * applied. Columns are dense typed arrays of equal length; the index of an entry joins them. Names
 * are as the files spelt them, so an edition alone decides what they mean (SCORING.md "Which rows count").
 */
export interface Facts {
  /** Customers, in any order; other columns point here by index. */
  readonly tenants: readonly TenantFact[]
  readonly azure: AzureFacts
  readonly m365: SeatFacts
  readonly certifications: CertificationFacts
}

export interface TenantFact {
  /** Lower-case GUID without braces. */
  readonly id: string
  readonly name: string | null
}

/** Everything beside tenant and month that decides whether Azure usage counts, as columns of equal length. */
export interface AzureKinds {
  readonly services: readonly string[]
  /** null: the file has no offer column, which means eligible. */
  readonly offers: readonly (string | null)[]
  readonly associations: readonly (string | null)[]
  readonly service: Uint32Array
  readonly offer: Uint32Array
  readonly association: Uint32Array
  /** 1: flagged as duplicate at PGA level. */
  readonly duplicate: Uint8Array
}

/** ACR summed per tenant, month and everything that decides eligibility. Sums carry their sign. */
export interface AzureFacts extends AzureKinds {
  /** Months for which data was imported, ascending, whether or not a row counts. */
  readonly months: readonly Month[]
  readonly tenant: Uint32Array
  readonly month: Uint32Array
  /** Integer micro-dollars (a double holds them exactly up to nine billion dollars). */
  readonly microUsd: Float64Array
}

/** Everything beside tenant and month that decides whether seats count, as columns of equal length. */
export interface SeatKinds {
  readonly workloads: readonly string[]
  readonly associations: readonly (string | null)[]
  readonly workload: Uint32Array
  readonly association: Uint32Array
  readonly duplicate: Uint8Array
}

/**
 * Seats per tenant, workload and month. Entries of one tenant, workload and month describe the same
 * seats; the engine takes the one with the most paid seats among those that count, never the sum.
 */
export interface SeatFacts extends SeatKinds {
  readonly months: readonly Month[]
  readonly tenant: Uint32Array
  readonly month: Uint32Array
  readonly paidSeats: Float64Array
  readonly activeSeats: Float64Array
}

export interface CertificationFacts {
  /** False when no certifications were ever imported: "no data" is not 0. */
  readonly imported: boolean
  readonly rows: readonly CertificationFact[]
}

export interface CertificationFact {
  /** Corporate e-mail, else e-mail, else MCP ID; lower case. */
  readonly person: string
  readonly personName: string
  /** As in the file: "Microsoft Certified: …" or a code. */
  readonly title: string
  /** Training type as in the file; null when there is no such column. Only certifications count. */
  readonly trainingType: string | null
  readonly completed: Day
  readonly expires: Day | null
  /** Activation status as in the file; anything but Active or empty does not count. */
  readonly activation: string | null
}
