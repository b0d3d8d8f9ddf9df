import type { EditableDataset } from '../../shared/edits'
import type { SavedLayout } from '../../shared/layouts'
import type { TreatedName } from '../../shared/names'
import type { Exported } from '../../shared/exports'
import type { Profile } from '../../shared/profiles'
import type {
  ReadableLayouts,
  ReadableProfileSettings,
  ReadableScenarios,
  ReadableWorkspace,
  StoredEdition,
  VerifyResult,
} from '../services/ports'
import type { ReadableViews } from '../services/browse/ports'
import type { WithEngagement } from '../services/engagement/ports'
import type { ReadableEdits, RowState, Step, TypedTotals } from '../services/edits/ports'
import type { BrowseView, SavedView } from '../../shared/browse'
import type { BrowseTable } from '../../shared/browse-columns'
import type { AuditEntry, Found } from '../../shared/workspace-procedures'
import type { AuditTrail, SearchableNames } from '../services/workspace/ports'
import type { ReadableBranding } from '../services/branding'
import type { ReadableExports } from '../services/exports'
import type { Scenario } from '../../shared/scenarios'
import type { ReadConnection } from './connection'
import { StoredEngagement } from './engagement'
import { placedRow } from './edits/row-state'
import { verifyWorkspace } from './integrity'
import type { Migration } from './migrations'
import { personByIdentity, tenantByGuid } from './repositories/dictionaries'
import { chosenEditions, storedEditions } from './repositories/editions'
import { allLayouts, layoutWith } from './repositories/layouts'
import { readProfileSetting } from './repositories/profile-settings'
import { manualTotalsOf } from './repositories/manual-totals'
import { exportsOf } from './repositories/exports'
import { brandingOf } from './repositories/branding'
import { allProfiles, profileById, profileByName, revisionOf } from './repositories/profiles'
import { lastViewOf, savedViewById, savedViewsOf } from './repositories/browse-views'
import { scenarioById, scenarioByName, scenariosOf } from './repositories/scenarios'
import { treatedNames } from './repositories/name-aliases'
import { readSetting } from './repositories/settings'
import { countChangedInForce } from './repositories/row-changes'
import { customersNamed, latestAudit, peopleNamed } from './repositories/named-subjects'
import { nextRedo, nextUndo } from './repositories/steps'
import { tidyLog } from './tidy'
import { ImportedData } from './imported-data'
/** A workspace that can be read. Open one with `openReadable`. */
export class ReadableStore
  extends ImportedData
  implements
    ReadableWorkspace,
    ReadableScenarios,
    ReadableProfileSettings,
    ReadableLayouts,
    ReadableViews,
    ReadableEdits,
    ReadableExports,
    ReadableBranding,
    SearchableNames,
    AuditTrail,
    WithEngagement
{
  readonly engagement: StoredEngagement
  readonly #migrations: readonly Migration[]

  constructor(connection: ReadConnection, migrations: readonly Migration[]) {
    super(connection)
    this.engagement = new StoredEngagement(connection)
    this.#migrations = migrations
  }

  get path(): string {
    return this.connection.path
  }

  profiles(): readonly Profile[] {
    return allProfiles(this.connection)
  }

  profileById(id: number): Profile | undefined {
    return profileById(this.connection, id)
  }

  profileByName(name: string): Profile | undefined {
    return profileByName(this.connection, name)
  }

  savedViews(profileId: number, table: BrowseTable): readonly SavedView[] {
    return savedViewsOf(this.connection, profileId, table)
  }

  savedViewById(id: number): SavedView | undefined {
    return savedViewById(this.connection, id)
  }

  lastView(profileId: number, table: BrowseTable): BrowseView | undefined {
    return lastViewOf(this.connection, profileId, table)
  }

  /** Throws `profile-not-found`. */
  revision(profileId: number): number {
    return revisionOf(this.connection, profileId)
  }

  scenarios(profileId: number): readonly Scenario[] {
    return scenariosOf(this.connection, profileId)
  }

  scenarioById(id: number): Scenario | undefined {
    return scenarioById(this.connection, id)
  }

  scenarioByName(profileId: number, name: string): Scenario | undefined {
    return scenarioByName(this.connection, profileId, name)
  }

  exports(profileId: number): readonly Exported[] {
    return exportsOf(this.connection, profileId)
  }

  branding(profileId: number): unknown {
    return brandingOf(this.connection, profileId)
  }

  setting(key: string): unknown {
    return readSetting(this.connection, key)
  }

  profileSetting(profileId: number, key: string): unknown {
    return readProfileSetting(this.connection, profileId, key)
  }

  editions(): readonly StoredEdition[] {
    return storedEditions(this.connection)
  }

  chosenEditions(): ReadonlyMap<number, string> {
    return chosenEditions(this.connection)
  }

  layouts(): readonly SavedLayout[] {
    return allLayouts(this.connection)
  }

  layout(fingerprint: string): SavedLayout | undefined {
    return layoutWith(this.connection, fingerprint)
  }

  treatedNames(): readonly TreatedName[] {
    return treatedNames(this.connection)
  }

  nextUndo(): Step | undefined {
    return nextUndo(this.connection)
  }

  nextRedo(): Step | undefined {
    return nextRedo(this.connection)
  }

  storedRow(dataset: EditableDataset, row: number): RowState | undefined {
    return placedRow(this.connection, dataset, row)
  }

  customer(profileId: number, tenantId: string) {
    return tenantByGuid(this.connection, profileId, tenantId)
  }

  person(profileId: number, identity: string) {
    return personByIdentity(this.connection, profileId, identity)
  }

  changedRows(profileId: number): number {
    return countChangedInForce(this.connection, profileId)
  }

  manualTotals(profileId: number): TypedTotals | undefined {
    return manualTotalsOf(this.connection, profileId)
  }

  customersNamed(profileId: number): readonly Found[] {
    return customersNamed(this.connection, profileId)
  }

  peopleNamed(profileId: number): readonly Found[] {
    return peopleNamed(this.connection, profileId)
  }

  auditEntries(atMost: number): readonly AuditEntry[] {
    return latestAudit(this.connection, atMost)
  }

  verify(cancelled?: () => boolean): VerifyResult {
    return verifyWorkspace(this.connection, this.#migrations, cancelled)
  }

  close(): void {
    this.connection.close()
    tidyLog(this.path)
  }
}
