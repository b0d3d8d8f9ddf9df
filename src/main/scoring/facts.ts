import type { Day, Month } from '../../shared/calendar'
import type { ByHand } from '../../shared/edits'

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

/** Usage rows by everything beside tenant and month that decides whether they count. */
export type AzureEntries = Omit<AzureFacts, 'microUsd' | 'months'>
export type SeatEntries = Omit<SeatFacts, 'paidSeats' | 'activeSeats' | 'months'>

/**
 * All stored rows in force, added up by tenant, month and kind, with how many they are. Unlike
 * {@link Facts}, which keep of several rows about the same seats the one that stands, nothing is left
 * out here: every row that was stored is in exactly one entry. Read only to explain a score.
 */
export interface RowSums {
  readonly tenants: readonly TenantFact[]
  readonly azure: AzureEntries & { readonly rows: Float64Array; readonly microUsd: Float64Array }
  readonly m365: SeatEntries & {
    readonly rows: Float64Array
    /** Sums over the rows, not seats of a tenant. */
    readonly paidSeats: Float64Array
    readonly activeSeats: Float64Array
    /** Sum of each row's active seats, those above its paid ones left out. */
    readonly cappedSeats: Float64Array
  }
}

/** Where a stored row stands: the file as it was imported, and the line in it. */
export interface RowPlace {
  /** Grows with the order in which rows were stored. */
  readonly row: number
  readonly file: string
  readonly line: number
  /** Only there where the row was typed in or changed by hand. */
  readonly byHand?: ByHand
}

export interface StoredAzureRow extends RowPlace {
  readonly month: Month
  readonly service: string
  readonly offer: string | null
  readonly association: string | null
  readonly duplicate: number
  readonly microUsd: number
}

export interface StoredSeatRow extends RowPlace {
  readonly month: Month
  readonly workload: string
  readonly association: string | null
  readonly duplicate: number
  readonly paidSeats: number
  readonly activeSeats: number
}

export type StoredCertification = CertificationFact & RowPlace
