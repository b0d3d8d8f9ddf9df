import type { ImportedFile } from '../../shared/imports'
import type { Exported } from '../../shared/exports'
import type { Profile } from '../../shared/profiles'
import type {
  Facts,
  TenantFact,
  RowSums,
  StoredAzureRow,
  StoredCertification,
  StoredSeatRow,
} from '../scoring/facts'
import type {
  ProfileState,
  ReadableScenarios,
  ReadableWorkspace,
  StoredEdition,
  VerifyResult,
} from '../services/ports'
import type { ReadableBranding } from '../services/branding'
import type { ReadableExports } from '../services/exports'
import type { RowQuery, StoredRows } from '../services/stored-rows'
import type { Scenario } from '../../shared/scenarios'
import type { StoredPartner } from '../scoring/stored-usage'
import type { ReadConnection } from './connection'
import { readFacts } from './facts/read-facts'
import { readRowSums } from './facts/read-row-sums'
import { readStoredPartner } from './facts/stored-partner'
import { TenantIndex } from './facts/tenant-index'
import { verifyWorkspace } from './integrity'
import type { Migration } from './migrations'
import { countPeopleInForce } from './repositories/certifications'
import { countTenants, tenantsOf } from './repositories/dictionaries'
import { chosenEditions, storedEditions } from './repositories/editions'
import { exportsOf } from './repositories/exports'
import {
  countFilesInForce,
  filesInForce,
  isFileInForce,
  newestMonthInForce,
} from './repositories/files'
import { brandingOf } from './repositories/branding'
import { allProfiles, profileById, profileByName, revisionOf } from './repositories/profiles'
import { scenarioById, scenarioByName, scenariosOf } from './repositories/scenarios'
import { readSetting } from './repositories/settings'
import { azureRowsOf, certificationRowsOf, seatRowsOf } from './repositories/stored-rows'
import { tidyLog } from './tidy'

/** A workspace that can be read. Open one with `openReadable`. */
export class ReadableStore
  implements ReadableWorkspace, ReadableScenarios, ReadableExports, ReadableBranding, StoredRows
{
  readonly #connection: ReadConnection
  readonly #migrations: readonly Migration[]

  constructor(connection: ReadConnection, migrations: readonly Migration[]) {
    this.#connection = connection
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

  exports(profileId: number): readonly Exported[] {
    return exportsOf(this.#connection, profileId)
  }

  branding(profileId: number): unknown {
    return brandingOf(this.#connection, profileId)
  }

  setting(key: string): unknown {
    return readSetting(this.#connection, key)
  }

  editions(): readonly StoredEdition[] {
    return storedEditions(this.#connection)
  }

  chosenEditions(): ReadonlyMap<number, string> {
    return chosenEditions(this.#connection)
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
