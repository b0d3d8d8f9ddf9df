import { SeventyError } from '../../shared/errors'
import type { SavedLayout } from '../../shared/layouts'
import type { NameKind, TreatedName } from '../../shared/names'
import { profileName, type Profile } from '../../shared/profiles'
import type { Overrides, Scenario } from '../../shared/scenarios'
import type { ErasedImport } from '../../shared/import-history'
import type { ImportMode } from '../../shared/imports'
import type { StoredImport, WithdrawableImports } from '../services/import-history'
import type {
  ImportWriter,
  StoredEdition,
  WritableLayouts,
  WritableProfileSettings,
  WritableScenarios,
  WritableWorkspace,
} from '../services/ports'
import type { WritableViews } from '../services/browse/ports'
import type { BrowseView, SavedView } from '../../shared/browse'
import type { BrowseTable } from '../../shared/browse-columns'
import type { Operation } from '../services/edits/operations'
import type { NewStep, WritableEdits } from '../services/edits/ports'
import type { WritableBranding } from '../services/branding'
import type { NewExport, WritableExports } from '../services/exports'
import type { WriteConnection } from './connection'
import { applyOperation } from './edits/apply'
import { StoreImportWriter } from './import/import-writer'
import { eraseImport, withdrawImport } from './import/withdrawal'
import type { Migration } from './migrations'
import { ReadableStore } from './readable-store'
import { appendAudit, type AuditEntry } from './repositories/audit-log'
import { deleteView, insertView, putLastView, updateView } from './repositories/browse-views'
import { deleteEdition, insertEdition, setChosenEdition } from './repositories/editions'
import { nextImportId, rowRanges } from './repositories/files'
import { deleteLayout, putLayout } from './repositories/layouts'
import { deleteTreatedName, writeTreatedName } from './repositories/name-aliases'
import { writeProfileSetting } from './repositories/profile-settings'
import { setBranding } from './repositories/branding'
import { insertExport } from './repositories/exports'
import { addProfile, deleteProfile, revisionOf } from './repositories/profiles'
import { deleteScenario, insertScenario, updateScenario } from './repositories/scenarios'
import { writeSetting } from './repositories/settings'
import { accountName, dropChoicesOf, dropRedo, insertStep, markStep } from './repositories/steps'
import { deleteRows, tableOf } from './repositories/usage'

/** A workspace that can be changed. Open one with `openWritable`; one thread has it at a time. */
export class WritableStore
  extends ReadableStore
  implements
    WritableWorkspace,
    WritableScenarios,
    WritableProfileSettings,
    WritableLayouts,
    WritableViews,
    WritableEdits,
    WritableExports,
    WritableBranding,
    WithdrawableImports
{
  readonly who = accountName()
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

  /**
   * Erases the profile and everything that belongs to it, its steps too: it cannot be undone. Throws
   * `profile-not-found`.
   */
  removeProfile(id: number): void {
    revisionOf(this.#connection, id)
    dropRedo(this.#connection)
    this.#connection.erasing(() => {
      for (const range of rowRanges(this.#connection, id)) {
        deleteRows(this.#connection, tableOf[range.dataset], range)
      }
      deleteProfile(this.#connection, id)
    })
  }

  /** Throws `profile-not-found`. */
  beginImport(
    profileId: number,
    mode: ImportMode,
    at: string,
    by: string | null = null,
  ): ImportWriter {
    revisionOf(this.#connection, profileId)
    dropRedo(this.#connection)
    return new StoreImportWriter(this.#connection, profileId, { mode, at, by })
  }

  /** Throws `input-invalid` for amounts that cannot be summed exactly. */
  withdrawImport(stored: StoredImport, at: string | null): void {
    withdrawImport(this.#connection, stored, at)
  }

  /** Throws `import-in-force`. */
  eraseImport(stored: StoredImport): ErasedImport {
    return eraseImport(this.#connection, stored)
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

  addView(view: Omit<SavedView, 'id'>): SavedView {
    return insertView(this.#connection, view)
  }

  changeView(view: Pick<SavedView, 'id' | 'name' | 'view'>): void {
    updateView(this.#connection, view)
  }

  removeView(id: number): void {
    deleteView(this.#connection, id)
  }

  setLastView(profileId: number, table: BrowseTable, view: BrowseView): void {
    putLastView(this.#connection, profileId, table, view)
  }

  setSetting(key: string, value: unknown): void {
    writeSetting(this.#connection, key, value)
  }

  setProfileSetting(profileId: number, key: string, value: unknown): void {
    writeProfileSetting(this.#connection, profileId, key, value)
  }

  addEdition(edition: StoredEdition): void {
    insertEdition(this.#connection, edition)
  }

  removeEdition(id: string): boolean {
    dropChoicesOf(this.#connection, id)
    return deleteEdition(this.#connection, id)
  }

  saveLayout(layout: SavedLayout): void {
    putLayout(this.#connection, layout)
  }

  removeLayout(fingerprint: string): boolean {
    return deleteLayout(this.#connection, fingerprint)
  }

  /** Throws `profile-not-found`. */
  chooseEdition(profileId: number, edition: string | null): void {
    revisionOf(this.#connection, profileId)
    setChosenEdition(this.#connection, profileId, edition)
  }

  addTreatedName(treated: TreatedName): void {
    writeTreatedName(this.#connection, treated)
  }

  removeTreatedName(kind: NameKind, name: string): boolean {
    return deleteTreatedName(this.#connection, kind, name)
  }

  apply(operation: Operation): Operation {
    return applyOperation(this.#connection, operation)
  }

  addStep(step: NewStep): void {
    insertStep(this.#connection, step, this.who)
  }

  markStep(id: number, undone: boolean): void {
    markStep(this.#connection, id, undone)
  }

  nextImportId(): number {
    return nextImportId(this.#connection)
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
