import type { ImportedFile } from '../../shared/imports'
import type { Profile } from '../../shared/profiles'
import type { Facts, TenantFact } from '../scoring/facts'
import type { StoredPartner } from '../scoring/stored-usage'
import type { ProfileState, ReadableWorkspace, VerifyResult } from '../services/ports'
import type { ReadConnection } from './connection'
import { readFacts } from './facts/read-facts'
import { readStoredPartner } from './facts/stored-partner'
import { TenantIndex } from './facts/tenant-index'
import { verifyWorkspace } from './integrity'
import type { Migration } from './migrations'
import { countPeopleInForce } from './repositories/certifications'
import { countTenants, tenantsOf } from './repositories/dictionaries'
import {
  countFilesInForce,
  filesInForce,
  isFileInForce,
  newestMonthInForce,
} from './repositories/files'
import { allProfiles, profileById, profileByName, revisionOf } from './repositories/profiles'
import { readSetting } from './repositories/settings'
import { tidyLog } from './tidy'

/** A workspace that can be read. Open one with `openReadable`. */
export class ReadableStore implements ReadableWorkspace {
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
  revision(profileId: number): number {
    return revisionOf(this.#connection, profileId)
  }

  setting(key: string): unknown {
    return readSetting(this.#connection, key)
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
