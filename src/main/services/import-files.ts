import { formatMonth } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type {
  DateOrder,
  FileReport,
  ImportMode,
  ImportReport,
  RowError,
} from '../../shared/imports'
import { refusal } from './import-refusal'
import type {
  Clock,
  FileAccount,
  FileFingerprint,
  FileWriter,
  ImportWriter,
  Intake,
  RowSink,
  WorkControl,
  WritableWorkspace,
} from './ports'
import { requireProfile } from './profiles'

export interface ImportRequest {
  readonly profileId: number
  readonly paths: readonly string[]
  readonly mode: ImportMode
  /** False: one bad row stops the import before anything is stored. */
  readonly skipBadRows: boolean
  readonly dateOrder?: DateOrder | undefined
}

/** Receives every row that is left out, for a list of rejects. */
export interface RejectedRows {
  begin(path: string, header: readonly string[]): void
  row(cells: readonly string[], errors: readonly RowError[]): void
}

export interface ImportContext {
  readonly workspace: WritableWorkspace
  readonly intake: Intake
  readonly clock: Clock
  readonly control: WorkControl
  readonly rejected?: RejectedRows
}

/** Carries the report of a check out of the transaction that it rolls back. */
class CheckedOnly {
  constructor(readonly report: ImportReport) {}
}

/**
 * Imports files into a profile in one transaction: all accepted rows of all files, or nothing.
 * Throws `profile-not-found`, `cancelled`, or the refusal of the import (the cause of the first
 * unusable file, else of the bad rows) with the report of every file in `details.files`.
 */
export function importFiles(context: ImportContext, request: ImportRequest): ImportReport {
  const profile = requireProfile(context.workspace, request.profileId)
  return context.workspace.transaction(() => {
    const report = new ImportRun(context, request).run()
    const refused = refusal(report)
    if (refused) throw refused
    context.workspace.audit({
      at: context.clock.now(),
      action: 'files-imported',
      subject: profile.name,
      details: report.files.map(({ path, sha256, status, rows }) => ({
        path,
        sha256,
        status,
        rows,
      })),
    })
    return report
  })
}

/** Everything {@link importFiles} does, and then takes it back: what would be stored, and what is wrong. */
export function checkFiles(context: ImportContext, request: ImportRequest): ImportReport {
  requireProfile(context.workspace, request.profileId)
  try {
    return context.workspace.transaction<ImportReport>(() => {
      throw new CheckedOnly(new ImportRun(context, request).run())
    })
  } catch (thrown) {
    if (thrown instanceof CheckedOnly) return thrown.report
    throw thrown
  }
}

interface OpenFile {
  readonly path: string
  readonly fingerprint: FileFingerprint
}

/** One import while it runs, inside the transaction of its caller. */
class ImportRun {
  private readonly writer: ImportWriter
  private readonly hashes = new Set<string>()
  /** Reports of files that were begun in the writer, in that order. */
  private readonly written: FileReport[] = []
  private bytesDone = 0
  private bytesTotal = 0

  constructor(
    private readonly context: ImportContext,
    private readonly request: ImportRequest,
  ) {
    this.writer = context.workspace.beginImport(
      request.profileId,
      request.mode,
      context.clock.now(),
    )
  }

  run(): ImportReport {
    const opened = this.request.paths.map((path) => this.open(path))
    this.bytesTotal = opened.reduce(
      (sum, file) => sum + ('fingerprint' in file ? file.fingerprint.bytes : 0),
      0,
    )
    const files = opened.map((file) => ('fingerprint' in file ? this.importOne(file) : file))
    // A refused import is rolled back by the caller; half-written files need no rollup.
    const replaced = files.some((file) => file.status === 'rejected') ? [] : this.writer.finish()
    this.written.forEach((report, index) => {
      report.replacedMonths = (replaced[index] ?? []).map(formatMonth)
    })
    return { files }
  }

  private open(path: string): OpenFile | FileReport {
    try {
      return { path, fingerprint: this.context.intake.fingerprint(path) }
    } catch (error) {
      return unusableFile(path, null, error)
    }
  }

  private importOne(file: OpenFile): FileReport {
    const { sha256, bytes } = file.fingerprint
    if (this.hashes.has(sha256) || this.context.workspace.hasFile(this.request.profileId, sha256)) {
      this.bytesDone += bytes
      return this.unchanged(file)
    }
    this.hashes.add(sha256)
    try {
      const report = this.read(file)
      this.bytesDone += bytes
      return report
    } catch (error) {
      if (error instanceof SeventyError && error.code !== 'cancelled')
        return unusableFile(file.path, sha256, error)
      throw error
    }
  }

  private read(file: OpenFile): FileReport {
    const { intake, control } = this.context
    const { dateOrder } = this.request
    const begun: { writer?: FileWriter } = {}
    const account = intake.read(file.path, dateOrder ? { dateOrder } : {}, this.sink(file, begun), {
      progress: (done) => control.progress(this.bytesDone + done, this.bytesTotal),
      cancelled: () => control.cancelled(),
    })
    begun.writer?.finish(account)
    const report = readReport(file, account, this.request.skipBadRows)
    this.written.push(report)
    return report
  }

  private sink(file: OpenFile, begun: { writer?: FileWriter }): RowSink {
    const { rejected } = this.context
    const writer = () => {
      if (begun.writer) return begun.writer
      throw new SeventyError('internal', 'Rows arrived before their header.', { file: file.path })
    }
    return {
      begin: ({ dataset, header }) => {
        begun.writer = this.writer.beginFile({
          name: fileName(file.path),
          ...file.fingerprint,
          dataset,
        })
        rejected?.begin(file.path, header)
      },
      azure: (batch, names) => writer().azure(batch, names),
      seats: (batch, names) => writer().seats(batch, names),
      certifications: (rows) => writer().certifications(rows),
      rejected: ({ cells, errors }) => rejected?.row(cells, errors),
    }
  }

  /** The same content is in force already: nothing to do, and its account is the stored one. */
  private unchanged({ path, fingerprint }: OpenFile): FileReport {
    const { sha256 } = fingerprint
    const stored = this.context.workspace
      .files(this.request.profileId)
      .find((file) => file.sha256 === sha256)
    return {
      ...emptyReport(path, sha256),
      dataset: stored?.dataset ?? null,
      rows: {
        read: stored?.rowsRead ?? 0,
        accepted: stored?.rowsAccepted ?? 0,
        rejected: stored?.rowsRejected ?? 0,
      },
      months: stored?.months ?? [],
      status: 'unchanged',
    }
  }
}

function fileName(path: string): string {
  return path.replace(/^.*[\\/]/, '')
}

function emptyReport(path: string, sha256: string | null): FileReport {
  return {
    path,
    sha256,
    dataset: null,
    rows: { read: 0, accepted: 0, rejected: 0 },
    months: [],
    replacedMonths: [],
    status: 'rejected',
    errors: [],
    errorCounts: {},
    notes: [],
  }
}

function readReport(file: OpenFile, account: FileAccount, skipBadRows: boolean): FileReport {
  const bad = account.rowsRejected > 0
  const usable = skipBadRows ? account.rowsAccepted > 0 : !bad
  return {
    ...emptyReport(file.path, file.fingerprint.sha256),
    dataset: account.dataset,
    rows: {
      read: account.rowsRead,
      accepted: account.rowsAccepted,
      rejected: account.rowsRejected,
    },
    months: account.months.map(formatMonth),
    status: usable ? 'imported' : 'rejected',
    errors: [...account.errors],
    errorCounts: { ...account.errorCounts },
    notes: [...account.notes],
  }
}

/** A file that cannot be read at all is one error without a row; faults of the program pass through. */
function unusableFile(path: string, sha256: string | null, error: unknown): FileReport {
  if (!(error instanceof SeventyError)) throw error
  const { code, message, details } = error
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const row = typeof details['row'] === 'number' ? details['row'] : null
  return {
    ...emptyReport(path, sha256),
    errors: [
      { row, column: text(details['column']), value: text(details['value']), code, message },
    ],
    errorCounts: { [code]: 1 },
  }
}
