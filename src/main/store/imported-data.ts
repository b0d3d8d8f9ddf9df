import type { ImportEntry } from '../../shared/import-history'
import type { ImportedFile } from '../../shared/imports'
import type { PartnerLocation } from '../../shared/locations'
import type {
  Facts,
  TenantFact,
  RowSums,
  StoredAzureRow,
  StoredCertification,
  StoredSeatRow,
} from '../scoring/facts'
import type { StoredImport, StoredImports } from '../services/import-history'
import type { ProfileState, ReadableLocations } from '../services/ports'
import type {
  BrowsableRows,
  NumberedRow,
  TenantMonthCount,
  UsageBook,
  UsageTable,
} from '../services/browse/ports'
import type { RowQuery, StoredRows } from '../services/stored-rows'
import type { StoredPartner } from '../scoring/stored-usage'
import type { ReadConnection } from './connection'
import { readFacts } from './facts/read-facts'
import { readRowSums } from './facts/read-row-sums'
import { readStoredPartner } from './facts/stored-partner'
import { TenantIndex } from './facts/tenant-index'
import { countPeopleInForce } from './repositories/certifications'
import { countTenants, tenantsOf } from './repositories/dictionaries'
import {
  countFilesInForce,
  filesInForce,
  isFileInForce,
  newestMonthInForce,
} from './repositories/files'
import { partnerLocationsOf } from './repositories/partner-locations'
import { importById, importHistory } from './repositories/imports'
import { revisionOf } from './repositories/profiles'
import {
  linesOf,
  numberedRowsOf,
  tenantRowCountsOf,
  usageBookOf,
} from './repositories/browse-usage'
import { azureRowsOf, certificationRowsOf, seatRowsOf } from './repositories/stored-rows'

/** What the imports of a workspace brought, as every screen, score and report reads it. */
export class ImportedData implements StoredRows, BrowsableRows, StoredImports, ReadableLocations {
  protected readonly connection: ReadConnection

  constructor(connection: ReadConnection) {
    this.connection = connection
  }

  /**
   * What a list of partners shows. `tenants` are the customers ever seen in the profile's files,
   * `people` those with a certification in force. Throws `profile-not-found`.
   */
  profileState(id: number): ProfileState {
    return this.#stateOf(id, (connection) => ({
      newestMonth: newestMonthInForce(connection, id),
      files: countFilesInForce(connection, id),
      tenants: countTenants(connection, id),
      people: countPeopleInForce(connection, id),
    }))
  }

  files(profileId: number): readonly ImportedFile[] {
    return this.connection.snapshot(() => filesInForce(this.connection, profileId))
  }

  hasFile(profileId: number, sha256: string): boolean {
    return isFileInForce(this.connection, profileId, sha256)
  }

  locations(profileId: number): readonly PartnerLocation[] {
    return partnerLocationsOf(this.connection, profileId)
  }

  importHistory(profileId: number): readonly ImportEntry[] {
    return this.connection.snapshot(() => importHistory(this.connection, profileId))
  }

  importById(importId: number): StoredImport | undefined {
    return importById(this.connection, importId)
  }

  /** Throws `profile-not-found`. */
  facts(profileId: number): Facts {
    return this.#stateOf(profileId, (connection) => readFacts(connection, profileId))
  }

  /** Throws `profile-not-found`, and whatever `work` throws. */
  stored<T>(profileId: number, work: (partner: StoredPartner) => T): T {
    const tenantsNamed = (ids: readonly number[]) => this.#tenantsNamed(profileId, ids)
    return this.#stateOf(profileId, (connection) =>
      work(readStoredPartner(connection, profileId, tenantsNamed)),
    )
  }

  /** Throws `profile-not-found`. */
  rowSums(profileId: number, tenantId?: string): RowSums {
    return this.#stateOf(profileId, (connection) => readRowSums(connection, profileId, tenantId))
  }

  azureRows(profileId: number, query: RowQuery): readonly StoredAzureRow[] {
    return azureRowsOf(this.connection, profileId, query)
  }

  seatRows(profileId: number, query: RowQuery): readonly StoredSeatRow[] {
    return seatRowsOf(this.connection, profileId, query)
  }

  certificationRows(profileId: number): readonly StoredCertification[] {
    return certificationRowsOf(this.connection, profileId)
  }

  /** Throws `profile-not-found`. */
  usageBook(profileId: number, table: UsageTable): UsageBook {
    return usageBookOf(this.connection, profileId, table)
  }

  numberedRows(table: UsageTable, first: number, last: number): readonly NumberedRow[] {
    return numberedRowsOf(this.connection, table, first, last)
  }

  linesOf(table: UsageTable, ids: readonly number[]): ReadonlyMap<number, number> {
    return linesOf(this.connection, table, ids)
  }

  tenantRowCounts(profileId: number): Iterable<readonly TenantMonthCount[]> {
    return tenantRowCountsOf(this.connection, profileId)
  }

  /** Customers by their ids, in that order. */
  #tenantsNamed(profileId: number, ids: readonly number[]): readonly TenantFact[] {
    const rows = this.#stateOf(profileId, (connection) => tenantsOf(connection, profileId))
    const index = new TenantIndex(rows)
    for (const id of ids) index.placeOf(id)
    return index.tenants
  }

  /** Reads about a profile that exists, from one state of the workspace. */
  #stateOf<T>(profileId: number, read: (connection: ReadConnection) => T): T {
    return this.connection.snapshot(() => {
      revisionOf(this.connection, profileId)
      return read(this.connection)
    })
  }
}
