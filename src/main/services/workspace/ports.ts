import type { AuditEntry, Found } from '../../../shared/workspace-procedures'

/** What search and the account of the workspace need of the store (see ../ports.ts for the rest). */

export interface SearchableNames {
  /** Customers whom a file names that counts, by name. */
  customersNamed(profileId: number): readonly Found[]
  /** People with a certification in force, by name. */
  peopleNamed(profileId: number): readonly Found[]
}

export interface AuditTrail {
  /** The latest entries, latest first. */
  auditEntries(atMost: number): readonly AuditEntry[]
}
