import type { Month } from '../../shared/calendar'
import type { RowSums, StoredAzureRow, StoredCertification, StoredSeatRow } from '../scoring/facts'

/** Rows of one tenant, in the order in which they were stored. */
export interface RowQuery {
  readonly tenantId: string
  /** null: all months. */
  readonly months: readonly Month[] | null
  /** Only rows stored after this one; 0: from the first. */
  readonly after: number
  readonly limit: number
}

/** The single rows behind the facts, which only an explanation asks for. Rows out of force are not among them. */
export interface StoredRows {
  /** All rows of a profile, or of one of its tenants, added up; reads every rollup, and every Microsoft 365 row. */
  rowSums(profileId: number, tenantId?: string): RowSums
  azureRows(profileId: number, query: RowQuery): readonly StoredAzureRow[]
  seatRows(profileId: number, query: RowQuery): readonly StoredSeatRow[]
  certificationRows(profileId: number): readonly StoredCertification[]
}
