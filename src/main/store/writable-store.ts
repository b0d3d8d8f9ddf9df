import { SeventyError } from '../../shared/errors'
import { profileName, type Profile } from '../../shared/profiles'
import type { Overrides, Scenario } from '../../shared/scenarios'
import type { ImportMode } from '../../shared/imports'
import type {
  ImportWriter,
  StoredEdition,
  WritableScenarios,
  WritableWorkspace,
} from '../services/ports'
import type { WritableBranding } from '../services/branding'
import type { NewExport, WritableExports } from '../services/exports'
import type { WriteConnection } from './connection'
import { StoreImportWriter } from './import/import-writer'
import type { Migration } from './migrations'
import { ReadableStore } from './readable-store'
import { appendAudit, type AuditEntry } from './repositories/audit-log'
import { deleteEdition, insertEdition, setChosenEdition } from './repositories/editions'
import { setBranding } from './repositories/branding'
import { insertExport } from './repositories/exports'
import { rowRanges } from './repositories/files'
import { addProfile, deleteProfile, revisionOf } from './repositories/profiles'
import { deleteScenario, insertScenario, updateScenario } from './repositories/scenarios'
import { writeSetting } from './repositories/settings'
import { deleteRows, tableOf } from './repositories/usage'

/** A workspace that can be changed. Open one with `openWritable`; one thread has it at a time. */
export class WritableStore
  extends ReadableStore
  implements WritableWorkspace, WritableScenarios, WritableExports, WritableBranding
{
  readonly #connection: WriteConnection

  constructor(connection: WriteConnection, migrations: readonly Migration[]) {
    super(connection, migrations)
    this.#connection = connection
  }

  /** Throws `workspace-locked` when another program is writing and does not finish. */
  transaction<T>(work: () => T): T {
    return this.#connection.transaction(work)
  }

  /** Throws `profile-name-invalid` or `profile-exists`. */
  addProfile(
    profile: { readonly name: string; readonly mpnId: string | null; readonly sample: boolean },
    at: string,
  ): Profile {
    const name = profileName.safeParse(profile.name)
    if (!name.success) {
      throw new SeventyError(
        'profile-name-invalid',
        'A partner profile needs a name of 1 to 120 characters.',
        { name: profile.name },
      )
    }
    return addProfile(this.#connection, { ...profile, name: name.data }, at)
  }

  /** Erases the profile and everything that belongs to it. Throws `profile-not-found`. */
  removeProfile(id: number): void {
    revisionOf(this.#connection, id)
    this.#connection.erasing(() => {
      for (const range of rowRanges(this.#connection, id)) {
        deleteRows(this.#connection, tableOf[range.dataset], range)
      }
      deleteProfile(this.#connection, id)
    })
  }

  /** Throws `profile-not-found`. */
  beginImport(profileId: number, mode: ImportMode, at: string): ImportWriter {
    revisionOf(this.#connection, profileId)
    return new StoreImportWriter(this.#connection, profileId, mode, at)
  }

  addScenario(
    scenario: { readonly profileId: number; readonly name: string; readonly overrides: Overrides },
    at: string,
  ): Scenario {
    return insertScenario(this.#connection, scenario, at)
  }

  changeScenario(scenario: Pick<Scenario, 'id' | 'name' | 'overrides'>, at: string): void {
    updateScenario(this.#connection, scenario, at)
  }

  removeScenario(id: number): void {
    deleteScenario(this.#connection, id)
  }

  setSetting(key: string, value: unknown): void {
    writeSetting(this.#connection, key, value)
  }

  addEdition(edition: StoredEdition): void {
    insertEdition(this.#connection, edition)
  }

  removeEdition(id: string): boolean {
    return deleteEdition(this.#connection, id)
  }

  /** Throws `profile-not-found`. */
  chooseEdition(profileId: number, edition: string | null): void {
    revisionOf(this.#connection, profileId)
    setChosenEdition(this.#connection, profileId, edition)
  }

  addExport(exported: NewExport, at: string): void {
    insertExport(this.#connection, exported, at)
  }

  setBranding(profileId: number, value: unknown): void {
    setBranding(this.#connection, profileId, value)
  }

  audit(entry: AuditEntry): void {
    appendAudit(this.#connection, entry)
  }
}
