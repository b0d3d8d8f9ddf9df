import { formatMonth } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type { ImportReport } from '../../shared/import-review'
import type {
  DatasetId,
  DateOrder,
  DecimalMark,
  FileChoices,
  FileReport,
  ImportMode,
} from '../../shared/imports'
import { notesByHand } from './edits/import-notes'
import { emptyReport, unusableFile } from './file-reports'
import { ImportReviewer } from './import-review'
import { refusal, withUnsavedRows } from './import-refusal'
import { rememberLayout } from './layouts'
import type { FileAccount, FileFingerprint, Intake, ReadOptions, WorkControl } from './intake-ports'
import type { Clock, FileWriter, ImportWriter, WritableLayouts, WritableWorkspace } from './ports'
import { choicesFor, layoutsFor } from './prepare-files'
import { requireProfile } from './profiles'
import { FileSink, type RejectedRows } from './row-batches-sink'

export interface ImportRequest {
  readonly profileId: number
  readonly paths: readonly string[]
  readonly mode: ImportMode
  /** False: one bad row stops the import before anything is stored. */
  readonly skipBadRows: boolean
  readonly dateOrder?: DateOrder | undefined
  readonly decimal?: DecimalMark | undefined
  /** What was decided about single files, in the order of the paths; goes before what holds for all. */
  readonly choices?: readonly FileChoices[] | undefined
  /** Goes before what the workspace has saved about files with a header. */
  readonly layoutOf?: ReadOptions['layoutOf']
}

export interface ImportContext {
  readonly workspace: WritableWorkspace & WritableLayouts
  readonly intake: Intake
  readonly clock: Clock
  readonly control: WorkControl
  /** Name of the user at the operating system, which is kept with the import. */
  readonly userName?: string | null
  readonly rejected?: RejectedRows
}

/** Carries the report of a check out of the transaction that it rolls back. */
class CheckedOnly {
  constructor(readonly report: ImportReport) {}
}

/**
 * Imports files into a profile in one transaction: all accepted rows of all files, or nothing. Files
 * whose content is in force already change nothing, not even the journal of imports.
 * Throws `profile-not-found`, `cancelled`, or the refusal of the import (the cause of the first
 * unusable file, else of the bad rows) with the report of every file in `details.files`; when nothing
 * speaks against the files, what `rejected.end` throws.
 */
export function importFiles(context: ImportContext, request: ImportRequest): ImportReport {
  const profile = requireProfile(context.workspace, request.profileId)
  return context.workspace.transaction(() => {
    const report = new ImportRun(context, request).run()
    const refused = endRejects(context.rejected, refusal(report))
    if (refused) throw refused
    if (report.files.some(({ status }) => status === 'imported')) {
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
    }
    return report
  })
}

/** Everything {@link importFiles} does, and then takes it back: what would be stored, and what is wrong. */
export function checkFiles(context: ImportContext, request: ImportRequest): ImportReport {
  requireProfile(context.workspace, request.profileId)
  try {
    return context.workspace.transaction<ImportReport>(() => {
      const report = new ImportRun(context, request).run()
      context.rejected?.end()
      throw new CheckedOnly(report)
    })
  } catch (thrown) {
    if (thrown instanceof CheckedOnly) return thrown.report
    throw thrown
  }
}

/** Completes the list of rejects; a list that cannot be saved never hides why the import is refused. */
function endRejects(
  rejected: RejectedRows | undefined,
  refused: SeventyError | undefined,
): SeventyError | undefined {
  try {
    rejected?.end()
    return refused
  } catch (error) {
    if (refused) return withUnsavedRows(refused, error)
    throw error
  }
}

interface OpenFile {
  readonly path: string
  readonly choices: FileChoices
  readonly fingerprint: FileFingerprint
}

/** One import while it runs, inside the transaction of its caller. */
class ImportRun {
  /** Begun with the first file that has something to store. */
  private writer: ImportWriter | undefined
  private reviewer: ImportReviewer | undefined
  /** Reports of files that were begun in the writer, in that order. */
  private readonly written: FileReport[] = []
  private readonly reports = new Map<string, FileReport>()
  /** Set by the first unusable file: nothing will be stored, so the others are only checked. */
  private refused = false
  private bytesDone = 0
  private bytesTotal = 0
  private rowsDone = 0

  constructor(
    private readonly context: ImportContext,
    private readonly request: ImportRequest,
  ) {}

  run(): ImportReport {
    const opened = this.request.paths.map((path, index) =>
      this.open(path, choicesFor(this.request, index)),
    )
    this.refused = !opened.every((file) => 'fingerprint' in file)
    this.bytesTotal = opened.reduce(
      (sum, file) => sum + ('fingerprint' in file ? file.fingerprint.bytes : 0),
      0,
    )
    const files = opened.map((file) => ('fingerprint' in file ? this.importOne(file) : file))
    const writer = this.refused ? undefined : this.writer
    const replaced = writer?.finish() ?? []
    this.written.forEach((report, index) => {
      report.replacedMonths = (replaced[index] ?? []).map(formatMonth)
      report.notes.push(...notesByHand(this.writer?.byHand[index]))
    })
    return { files, review: (writer && this.reviewer?.review(writer)) ?? null }
  }

  private open(path: string, choices: FileChoices): OpenFile | FileReport {
    this.stopIfCancelled()
    try {
      return { path, choices, fingerprint: this.context.intake.fingerprint(path) }
    } catch (error) {
      return unusableFile(path, null, error)
    }
  }

  private importOne(file: OpenFile): FileReport {
    const { sha256, bytes } = file.fingerprint
    this.stopIfCancelled()
    const twin = this.reports.get(sha256)
    const report = twin ? reportOfTwin(twin, file.path) : this.storeOrRefuse(file)
    this.reports.set(sha256, report)
    if (report.status === 'rejected') this.refused = true
    this.bytesDone += bytes
    this.rowsDone += report.rows.read
    this.context.control.progress(this.bytesDone, this.bytesTotal, { rows: this.rowsDone })
    return report
  }

  private storeOrRefuse(file: OpenFile): FileReport {
    const { sha256 } = file.fingerprint
    if (this.context.workspace.hasFile(this.request.profileId, sha256)) return this.unchanged(file)
    try {
      return this.read(file)
    } catch (error) {
      if (error instanceof SeventyError && error.code === 'cancelled') throw error
      return unusableFile(file.path, sha256, error)
    }
  }

  private read(file: OpenFile): FileReport {
    const { intake, control, rejected } = this.context
    const { skipBadRows } = this.request
    const sink = new FileSink(file.path, rejected, (dataset) => this.begin(file, dataset))
    const options = { ...file.choices, layoutOf: layoutsFor(this.context, this.request) }
    const account = intake.read(file.path, options, sink, {
      progress: (done, _bytes, step) =>
        control.progress(this.bytesDone + done, this.bytesTotal, {
          rows: this.rowsDone + (step?.rows ?? 0),
        }),
      cancelled: () => control.cancelled(),
    })
    sink.writer?.finish(account)
    const report = readReport(file, account, skipBadRows)
    if (sink.writer) this.written.push(report)
    if (report.status === 'imported') rememberLayout(this.context, file.choices, account)
    return report
  }

  private begin({ path, fingerprint }: OpenFile, dataset: DatasetId): FileWriter | undefined {
    if (this.refused) return undefined
    const { workspace, clock, userName } = this.context
    const { profileId, mode } = this.request
    // Before the first row: it has to see the score as it was.
    this.reviewer ??= new ImportReviewer(workspace, clock, profileId)
    this.writer ??= workspace.beginImport(profileId, mode, clock.now(), userName)
    return this.writer.beginFile({ name: fileName(path), ...fingerprint, dataset })
  }

  private stopIfCancelled(): void {
    if (!this.context.control.cancelled()) return
    throw new SeventyError('cancelled', 'The import was cancelled; nothing was stored.')
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

/** The same content a second time in one import shares the fate of the first. */
function reportOfTwin(twin: FileReport, path: string): FileReport {
  const status = twin.status === 'rejected' ? 'rejected' : 'unchanged'
  return { ...twin, path, status, replacedMonths: [] }
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
    ...(account.sheet !== undefined && { sheet: account.sheet }),
    months: account.months.map(formatMonth),
    status: usable ? 'imported' : 'rejected',
    errors: [...account.errors],
    errorCounts: { ...account.errorCounts },
    notes: [...account.notes],
  }
}
