import type {
  DatasetId,
  FileChoices,
  ImportedFile,
  ImportMode,
  RowError,
} from '../../shared/imports'
import type { WorkStep } from '../../shared/jobs'
import type { NameKind, TreatedName } from '../../shared/names'
import type { Month } from '../../shared/calendar'
import type { FileInspection } from '../../shared/inspection'
import type { SavedLayout } from '../../shared/layouts'
import type { PartnerLocation } from '../../shared/locations'
import type { Profile } from '../../shared/profiles'
import type { Overrides, Scenario } from '../../shared/scenarios'
import type { Facts } from '../scoring/facts'
import type { StoredPartner } from '../scoring/stored-usage'
import type { TypedTotals } from './edits/ports'
import type { ImportEffect, NameQuestion } from './import-effect'
import type { SavedRows } from './row-batches-sink'
import type {
  AzureBatch,
  CertificationRow,
  FileDictionaries,
  PartnerLocationRow,
  SeatBatch,
} from './row-batches'

/**
 * What the use cases need from the outside. Services own these interfaces; intake and store
 * implement them, so nothing here knows SQLite, CSV or Electron.
 */

// ---- intake -------------------------------------------------------------------------------------

export interface FileFingerprint {
  readonly sha256: string
  readonly bytes: number
}

export interface ReadOptions extends Readonly<FileChoices> {
  /** What was saved about files with a header, by its fingerprint. */
  readonly layoutOf?: ((fingerprint: string) => SavedLayout | undefined) | undefined
}

/** Lets long work report and be stopped. `cancelled` is asked between batches. */
export interface WorkControl {
  progress(done: number, total: number, step?: WorkStep): void
  cancelled(): boolean
}

/** Receives the rows of one file in file order. `begin` comes first, once the header is understood. */
export interface RowSink {
  begin(file: {
    readonly dataset: DatasetId
    readonly header: readonly string[]
    /** The sheet of a workbook, or the table within an archive. */
    readonly sheet?: string | undefined
  }): void
  azure(batch: AzureBatch, names: FileDictionaries): void
  seats(batch: SeatBatch, names: FileDictionaries): void
  certifications(rows: readonly CertificationRow[]): void
  locations(rows: readonly PartnerLocationRow[]): void
  /** A row that was left out: its cells as they stand in the file and all that is wrong with it. */
  rejected(row: {
    readonly line: number
    readonly cells: readonly string[]
    readonly errors: readonly RowError[]
  }): void
}

/** The account of one file once its last byte was read. */
export interface FileAccount {
  readonly dataset: DatasetId
  /** The sheet of a workbook, or the table within an archive; absent where the file is the table. */
  readonly sheet?: string
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly rowsRejected: number
  /** Months of accepted usage rows, ascending; empty for what has no months. */
  readonly months: readonly Month[]
  /** The first hundred errors in file order. */
  readonly errors: readonly RowError[]
  readonly errorCounts: Readonly<Record<string, number>>
  readonly notes: readonly {
    readonly code: string
    readonly message: string
    readonly count: number
  }[]
  /** How the file's columns were understood, for the next one with its header. */
  readonly layout?: Pick<SavedLayout, 'fingerprint' | 'columns'>
}

/** A file, and what was decided about it. */
export interface FileToRead {
  readonly path: string
  readonly options: ReadOptions
}

export interface Intake {
  /**
   * An intake that can read the workbooks and archives among these files: unpacking them cannot wait
   * until a transaction is open. What is wrong with one of them is thrown by `read`; this throws
   * `cancelled` only.
   */
  prepare(files: readonly FileToRead[], control: WorkControl): Promise<this>
  /** SHA-256 and size. Throws `file-unreadable`, `file-empty`, `file-too-large`. */
  fingerprint(path: string): FileFingerprint
  /** A list of bad rows that becomes a CSV file at the path. */
  rejectsTo(path: string): SavedRows
  /**
   * Reads one file from the first byte to the last with bounded memory and hands its rows to the
   * sink. A bad row does not stop it. Throws a SeventyError (`file-*`, `archive-*`, `workbook-*`,
   * `sheet-*`, `columns-*`, `column-*`, `cell-too-long`, `quote-unbalanced`, `*-ambiguous`,
   * `cancelled`) for what makes the whole file
   * unusable; rows handed over until then must be thrown away by the caller.
   */
  read(path: string, options: ReadOptions, sink: RowSink, control: WorkControl): FileAccount
}

export interface FileInspector {
  /** As {@link Intake.prepare}. */
  prepare(files: readonly FileToRead[], control: WorkControl): Promise<this>
  /**
   * Looks at the header and the first rows of a file, however large it is. Throws `file-*`,
   * `columns-too-many` and the like for what has no header to look at; what a header does not say is
   * part of the answer.
   */
  inspect(path: string, options: ReadOptions): FileInspection
}

/** A small text file as a whole. */
export interface TextFile {
  readonly name: string
  readonly sha256: string
  readonly text: string
}

export interface TextFiles {
  /** Throws `file-unreadable`, `file-empty`, `file-too-large`, `file-not-text`, `file-changed`. */
  read(path: string, bytesAtMost: number): TextFile
}

// ---- store --------------------------------------------------------------------------------------

export interface NewImport {
  readonly mode: ImportMode
  readonly at: string
  /** Name of the user at the operating system; null: not known. */
  readonly by: string | null
}

export interface NewFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly dataset: DatasetId
  /** One row that was typed in. */
  readonly byHand?: true
}

/** Takes the rows of one file into the open transaction. */
export interface FileWriter {
  azure(batch: AzureBatch, names: FileDictionaries): void
  seats(batch: SeatBatch, names: FileDictionaries): void
  certifications(rows: readonly CertificationRow[]): void
  locations(rows: readonly PartnerLocationRow[]): void
  /** Completes the file's record with its account. */
  finish(account: FileAccount): void
}

/** One import: any number of files that become visible together or not at all. */
export interface ImportWriter {
  beginFile(file: NewFile): FileWriter
  /**
   * Replaces what earlier imports stored for the covered months and locations (mode `replace`),
   * brings the rollups up to date and returns the months replaced per file in the order begun.
   */
  finish(): readonly (readonly Month[])[]
  /** What the finished import does to what is stored, with the names that `question` asks for. */
  effect(question: NameQuestion): ImportEffect
  /** After {@link finish}: what it means for changes by hand, per file in the order begun. */
  readonly byHand: readonly {
    /** Changed rows that were replaced, and their changes with them. */
    readonly changesLost: number
    /** Rows typed in for the same dataset, which count beside the file's. */
    readonly entriesKept: number
  }[]
}

export interface ProfileState {
  readonly newestMonth: Month | null
  readonly files: number
  readonly tenants: number
  readonly people: number
}

/** An edition as the user's file has it. */
export interface StoredEdition {
  readonly id: string
  readonly fileName: string
  readonly sha256: string
  readonly text: string
  /** ISO 8601 in UTC. */
  readonly addedAt: string
}

/** What any thread may do with the workspace. */
export interface ReadableWorkspace {
  readonly path: string
  profiles(): readonly Profile[]
  profileById(id: number): Profile | undefined
  /** Case-insensitive. */
  profileByName(name: string): Profile | undefined
  profileState(id: number): ProfileState
  /** Files whose rows are in force, newest import first. */
  files(profileId: number): readonly ImportedFile[]
  hasFile(profileId: number, sha256: string): boolean
  facts(profileId: number): Facts
  /**
   * Hands over the same facts as columns, without ever holding them all, from one state of the
   * workspace. Columns are read during `work`; `tenants` may be asked for later as well.
   * Throws `profile-not-found`.
   */
  stored<T>(profileId: number, work: (partner: StoredPartner) => T): T
  /** Grows with every change of a profile's facts; equal revisions mean equal facts. */
  revision(profileId: number): number
  setting(key: string): unknown
  /** Rows in force of a partner that were changed or left out by hand. */
  changedRows(profileId: number): number
  /** Totals typed in for a partner; they count while it has no files. */
  manualTotals(profileId: number): TypedTotals | undefined
  /** Editions that the user added, in the order of their ids. */
  editions(): readonly StoredEdition[]
  /** By profile: the edition it is scored with whatever the date; others have that of the date. */
  chosenEditions(): ReadonlyMap<number, string>
  /** Names that stand for others because somebody said so, in the order of kinds and names. */
  treatedNames(): readonly TreatedName[]
  verify(): VerifyResult
  close(): void
}

/** What only the writing thread may do. Every mutation runs inside `transaction`. */
export interface WritableWorkspace extends ReadableWorkspace {
  /** One IMMEDIATE transaction around `work`; whatever `work` throws rolls all of it back. */
  transaction<T>(work: () => T): T
  addProfile(
    profile: { readonly name: string; readonly mpnId: string | null; readonly sample: boolean },
    at: string,
  ): Profile
  removeProfile(id: number): void
  /** `by`: name of the user at the operating system, where it is known. */
  beginImport(profileId: number, mode: ImportMode, at: string, by?: string | null): ImportWriter
  setSetting(key: string, value: unknown): void
  addEdition(edition: StoredEdition): void
  /** Also takes it from the partners that are scored with it. False when there is none. */
  removeEdition(id: string): boolean
  /** null: the edition of the score date. Throws `profile-not-found`. */
  chooseEdition(profileId: number, edition: string | null): void
  /** Takes the place of what the same name of that kind was treated as. */
  addTreatedName(treated: TreatedName): void
  /** False when the name is not treated as another. */
  removeTreatedName(kind: NameKind, name: string): boolean
  audit(entry: {
    readonly at: string
    readonly action: string
    readonly subject: string
    readonly details: unknown
  }): void
}

export interface ReadableLocations {
  /** The partner's own locations, in the order of their ids. */
  locations(profileId: number): readonly PartnerLocation[]
}

/** What was said about files with a header, as any thread may read it. */
export interface ReadableLayouts {
  /** The latest first. */
  layouts(): readonly SavedLayout[]
  layout(fingerprint: string): SavedLayout | undefined
}

/** The same, as the writing thread changes it. */
export interface WritableLayouts extends ReadableLayouts {
  /** Takes the place of what was saved about the same header. */
  saveLayout(layout: SavedLayout): void
  /** False when there is none. */
  removeLayout(fingerprint: string): boolean
}

/** Saved scenarios, as any thread may read them. */
export interface ReadableScenarios {
  /** In the order of their names. */
  scenarios(profileId: number): readonly Scenario[]
  scenarioById(id: number): Scenario | undefined
  /** Whatever the case and white space of the name. */
  scenarioByName(profileId: number, name: string): Scenario | undefined
}

/** Saved scenarios, as the writing thread changes them. Names have to be free in their profile. */
export interface WritableScenarios extends ReadableScenarios {
  addScenario(
    scenario: { readonly profileId: number; readonly name: string; readonly overrides: Overrides },
    at: string,
  ): Scenario
  changeScenario(scenario: Pick<Scenario, 'id' | 'name' | 'overrides'>, at: string): void
  removeScenario(id: number): void
}

/** What is set for one partner, as any thread may read it. */
export interface ReadableProfileSettings {
  /** The value kept under a key; undefined when it was never set. */
  profileSetting(profileId: number, key: string): unknown
}

/** What is set for one partner, as the writing thread changes it. It leaves the revision as it is. */
export interface WritableProfileSettings extends ReadableProfileSettings {
  setProfileSetting(profileId: number, key: string, value: unknown): void
}

export interface VerifyResult {
  readonly ok: boolean
  readonly schemaVersion: number
  readonly checks: readonly {
    readonly id: string
    readonly ok: boolean
    readonly message: string
  }[]
}

// ---- clock --------------------------------------------------------------------------------------

/** The only source of "now" in the program; fixed in tests. */
export interface Clock {
  /** Today's calendar date where the user is, as a day number. */
  today(): number
  /** The instant as ISO 8601 in UTC. */
  now(): string
}
