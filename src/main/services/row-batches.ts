/**
 * Rows on their way from a file to the store: columns of equal capacity of which the first `count`
 * entries are valid. Names are indexes into the file's own dictionaries, so no string is stored or
 * compared per row. A batch is reused by its producer: consume it before returning.
 */
export interface FileDictionaries {
  readonly tenants: TenantNames
  readonly services: readonly string[]
  readonly workloads: readonly string[]
  readonly offers: readonly (string | null)[]
  readonly associations: readonly (string | null)[]
  readonly locations: readonly string[]
}

/** Tenants of one file: lower-case GUIDs, and for each the last name that was not empty. */
export interface TenantNames {
  readonly ids: readonly string[]
  readonly names: readonly (string | null)[]
}

export interface AzureBatch {
  count: number
  readonly line: Uint32Array
  readonly month: Uint32Array
  readonly tenant: Uint32Array
  readonly service: Uint32Array
  readonly offer: Uint32Array
  readonly association: Uint32Array
  readonly location: Uint32Array
  readonly duplicate: Uint8Array
  /** Integer micro-dollars, signed. */
  readonly microUsd: Float64Array
}

export interface SeatBatch {
  count: number
  readonly line: Uint32Array
  readonly month: Uint32Array
  readonly tenant: Uint32Array
  readonly workload: Uint32Array
  readonly association: Uint32Array
  readonly location: Uint32Array
  readonly duplicate: Uint8Array
  readonly paidSeats: Float64Array
  readonly activeSeats: Float64Array
}

/** A location of the partner itself; null where the file has no such column. */
export interface PartnerLocationRow {
  readonly line: number
  readonly mpnId: string
  readonly name: string
  readonly globalMpnId: string
  readonly globalName: string | null
  readonly city: string | null
  readonly country: string | null
  readonly level: string | null
}

export interface CertificationRow {
  readonly line: number
  /** Corporate e-mail, else e-mail, else MCP ID; lower case, trimmed. */
  readonly person: string
  readonly personName: string
  readonly title: string
  readonly trainingType: string | null
  readonly completed: number
  readonly expires: number | null
  readonly activation: string | null
  readonly location: string
}
