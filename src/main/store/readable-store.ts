import type { ImportEntry } from '../../shared/import-history'
import type { EditableDataset } from '../../shared/edits'
import type { ImportedFile } from '../../shared/imports'
import type { SavedLayout } from '../../shared/layouts'
import type { PartnerLocation } from '../../shared/locations'
import type { TreatedName } from '../../shared/names'
import type { Profile } from '../../shared/profiles'
import type {
  Facts,
  TenantFact,
  RowSums,
  StoredAzureRow,
  StoredCertification,
  StoredSeatRow,
} from '../scoring/facts'
import type { StoredImport, StoredImports } from '../services/import-history'
import type {
  ProfileState,
  ReadableLayouts,
  ReadableLocations,
  ReadableProfileSettings,
  ReadableScenarios,
  ReadableWorkspace,
  StoredEdition,
  VerifyResult,
} from '../services/ports'
import type {
  BrowsableRows,
  NumberedRow,
  ReadableViews,
  TenantMonthCount,
  UsageBook,
  UsageTable,
} from '../services/browse/ports'
import type { WithEngagement } from '../services/engagement/ports'
import type { ReadableEdits, RowState, Step, TypedTotals } from '../services/edits/ports'
import type { RowQuery, StoredRows } from '../services/stored-rows'
import type { BrowseView, SavedView } from '../../shared/browse'
import type { BrowseTable } from '../../shared/browse-columns'
import type { Scenario } from '../../shared/scenarios'
import type { StoredPartner } from '../scoring/stored-usage'
import type { ReadConnection } from './connection'
import { StoredEngagement } from './engagement'
import { placedRow } from './edits/row-state'
import { readFacts } from './facts/read-facts'
import { readRowSums } from './facts/read-row-sums'
import { readStoredPartner } from './facts/stored-partner'
import { TenantIndex } from './facts/tenant-index'
import { verifyWorkspace } from './integrity'
import type { Migration } from './migrations'
import { countPeopleInForce } from './repositories/certifications'
import {
  countTenants,
  personByIdentity,
  tenantByGuid,
  tenantsOf,
} from './repositories/dictionaries'
import { chosenEditions, storedEditions } from './repositories/editions'
import {
  countFilesInForce,
  filesInForce,
  isFileInForce,
  newestMonthInForce,
} from './repositories/files'
import { allLayouts, layoutWith } from './repositories/layouts'
import { partnerLocationsOf } from './repositories/partner-locations'
import { importById, importHistory } from './repositories/imports'
import { readProfileSetting } from './repositories/profile-settings'
import { manualTotalsOf } from './repositories/manual-totals'
import { allProfiles, profileById, profileByName, revisionOf } from './repositories/profiles'
import {
  linesOf,
  numberedRowsOf,
  tenantRowCountsOf,
  usageBookOf,
} from './repositories/browse-usage'
import { lastViewOf, savedViewById, savedViewsOf } from './repositories/browse-views'
import { scenarioById, scenarioByName, scenariosOf } from './repositories/scenarios'
import { treatedNames } from './repositories/name-aliases'
import { readSetting } from './repositories/settings'
import { countChangedInForce } from './repositories/row-changes'
import { nextRedo, nextUndo } from './repositories/steps'
import { azureRowsOf, certificationRowsOf, seatRowsOf } from './repositories/stored-rows'
import { tidyLog } from './tidy'

/** A workspace that can be read. Open one with `openReadable`. */
export class ReadableStore
  implements
    ReadableWorkspace,
    ReadableScenarios,
    ReadableProfileSettings,
    ReadableLayouts,
    ReadableLocations,
    ReadableViews,
    ReadableEdits,
    BrowsableRows,
    StoredImports,
    StoredRows,
    WithEngagement
{
  readonly engagement: StoredEngagement
  readonly #connection: ReadConnection
  readonly #migrations: readonly Migration[]

  constructor(connection: ReadConnection, migrations: readonly Migration[]) {
    this.#connection = connection
    this.engagement = new StoredEngagement(connection)
    this.#migrations = migrations
  }

  get path(): string {
    return this.#connection.path
  }

  profiles(): readonly Profile[] {
    return allProfiles(this.#connection)
  }

  profileById(id: number): Profile | undefined {
    return profileById(this.#connection, id)
  }

  profileByName(name: string): Profile | undefined {
    return profileByName(this.#connection, name)
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
    return this.#connection.snapshot(() => filesInForce(this.#connection, profileId))
  }

  hasFile(profileId: number, sha256: string): boolean {
    return isFileInForce(this.#connection, profileId, sha256)
  }

  locations(profileId: number): readonly PartnerLocation[] {
    return partnerLocationsOf(this.#connection, profileId)
  }

  importHistory(profileId: number): readonly ImportEntry[] {
    return this.#connection.snapshot(() => importHistory(this.#connection, profileId))
  }

  importById(importId: number): StoredImport | undefined {
    return importById(this.#connection, importId)
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
    return azureRowsOf(this.#connection, profileId, query)
  }

  seatRows(profileId: number, query: RowQuery): readonly StoredSeatRow[] {
    return seatRowsOf(this.#connection, profileId, query)
  }

  certificationRows(profileId: number): readonly StoredCertification[] {
    return certificationRowsOf(this.#connection, profileId)
  }

  /** Throws `profile-not-found`. */
  usageBook(profileId: number, table: UsageTable): UsageBook {
    return usageBookOf(this.#connection, profileId, table)
  }

  numberedRows(table: UsageTable, first: number, last: number): readonly NumberedRow[] {
    return numberedRowsOf(this.#connection, table, first, last)
  }

  linesOf(table: UsageTable, ids: readonly number[]): ReadonlyMap<number, number> {
    return linesOf(this.#connection, table, ids)
  }

  tenantRowCounts(profileId: number): Iterable<readonly TenantMonthCount[]> {
    return tenantRowCountsOf(this.#connection, profileId)
  }

  savedViews(profileId: number, table: BrowseTable): readonly SavedView[] {
    return savedViewsOf(this.#connection, profileId, table)
  }

  savedViewById(id: number): SavedView | undefined {
    return savedViewById(this.#connection, id)
  }

  lastView(profileId: number, table: BrowseTable): BrowseView | undefined {
    return lastViewOf(this.#connection, profileId, table)
  }

  /** Throws `profile-not-found`. */
  revision(profileId: number): number {
    return revisionOf(this.#connection, profileId)
  }

  scenarios(profileId: number): readonly Scenario[] {
    return scenariosOf(this.#connection, profileId)
  }

  scenarioById(id: number): Scenario | undefined {
    return scenarioById(this.#connection, id)
  }

  scenarioByName(profileId: number, name: string): Scenario | undefined {
    return scenarioByName(this.#connection, profileId, name)
  }

  setting(key: string): unknown {
    return readSetting(this.#connection, key)
  }

  profileSetting(profileId: number, key: string): unknown {
    return readProfileSetting(this.#connection, profileId, key)
  }

  editions(): readonly StoredEdition[] {
    return storedEditions(this.#connection)
  }

  chosenEditions(): ReadonlyMap<number, string> {
    return chosenEditions(this.#connection)
  }

  layouts(): readonly SavedLayout[] {
    return allLayouts(this.#connection)
  }

  layout(fingerprint: string): SavedLayout | undefined {
    return layoutWith(this.#connection, fingerprint)
  }

  treatedNames(): readonly TreatedName[] {
    return treatedNames(this.#connection)
  }

  nextUndo(): Step | undefined {
    return nextUndo(this.#connection)
  }

  nextRedo(): Step | undefined {
    return nextRedo(this.#connection)
  }

  storedRow(dataset: EditableDataset, row: number): RowState | undefined {
    return placedRow(this.#connection, dataset, row)
  }

  customer(profileId: number, tenantId: string) {
    return tenantByGuid(this.#connection, profileId, tenantId)
  }

  person(profileId: number, identity: string) {
    return personByIdentity(this.#connection, profileId, identity)
  }

  changedRows(profileId: number): number {
    return countChangedInForce(this.#connection, profileId)
  }

  manualTotals(profileId: number): TypedTotals | undefined {
    return manualTotalsOf(this.#connection, profileId)
  }

  verify(): VerifyResult {
    return verifyWorkspace(this.#connection, this.#migrations)
  }

  close(): void {
    this.#connection.close()
    tidyLog(this.path)
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
    return this.#connection.snapshot(() => {
      revisionOf(this.#connection, profileId)
      return read(this.#connection)
    })
  }
}
