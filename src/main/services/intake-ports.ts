import type { WorkStep } from '../../shared/jobs'
import type { DatasetId, FileChoices, RowError } from '../../shared/imports'
import type { Month } from '../../shared/calendar'
import type { FileInspection } from '../../shared/inspection'
import type { SavedLayout } from '../../shared/layouts'
import type { SavedRows } from './row-batches-sink'
import type {
  AzureBatch,
  CertificationRow,
  FileDictionaries,
  PartnerLocationRow,
  SeatBatch,
} from './row-batches'

/**
 * What the use cases need from the readers of files. Services own these interfaces; intake implements
 * them.
 */

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
