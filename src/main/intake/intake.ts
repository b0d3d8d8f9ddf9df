import { SeventyError } from '../../shared/errors'
import type {
  FileAccount,
  FileInspector,
  Intake,
  ReadOptions,
  RowSink,
  WorkControl,
} from '../services/intake-ports'
import { Account } from './account'
import { dateCells, usedColumns } from './columns/columns-used'
import { FormatSurvey, type Formats } from './columns/formats'
import { CsvTable } from './csv/csv-table'
import type { TableRecord } from './csv/record'
import { layoutFingerprint } from './datasets/header'
import { recognise, type Recognised } from './datasets/recognise'
import { Rejection, type RowContext } from './datasets/row-context'
import { FileHead } from './file-head'
import { inspect } from './inspect'
import { lacksValue, rejectMissing } from './missing-values'
import { RejectsFile } from './rejects-file'
import { cancelled, fileName } from './source/file-faults'
import { fingerprint } from './source/fingerprint'
import { withFile, type FileState, type OpenFile } from './source/open-file'
import type { Checkpoint, Table } from './table'
import type { UnpackedFiles } from './unpacked-files'

const DEFAULT_BUFFER_BYTES = 1024 * 1024

/** What is read of a file for a look at it. */
const HEAD_BYTES = 1024 * 1024

/** The part of the work that the survey is, for progress. */
const SURVEY_SHARE = 0.3

export interface IntakeOptions {
  /** Bytes read at a time; results do not depend on it. */
  readonly bufferBytes?: number
}

/**
 * Reads Partner Center downloads with bounded memory. A file is gone through three times: natively
 * for its encoding; by the parser to decide how its date and number columns are written, which also
 * finds whatever makes the file unusable before a row is handed over; and by the parser again to
 * convert its rows.
 */
export function createIntake({ bufferBytes = DEFAULT_BUFFER_BYTES }: IntakeOptions = {}): Intake &
  FileInspector {
  return intakeOf(bufferBytes, new Map())
}

function intakeOf(bufferBytes: number, unpacked: UnpackedFiles): Intake & FileInspector {
  // The hash that rows are traced to has to be the one of the bytes that they were read from.
  const hashed = new Map<string, FileState>()
  return {
    prepare: async (files, control) => {
      // Only an import needs the libraries of workbooks; the other commands start without them.
      const { unpackAll } = await import('./unpacked-files')
      return intakeOf(bufferBytes, await unpackAll(files, { bufferBytes, control }))
    },
    fingerprint: (path) =>
      withFile(path, (file) => {
        const { bytes, modified } = file
        hashed.set(path, { bytes, modified })
        return fingerprint(file, bufferBytes)
      }),
    rejectsTo: (path) => new RejectsFile(path),
    read: (path, options, sink, control) =>
      withFile(path, (file) => {
        file.assertSame(hashed.get(path) ?? file)
        const open = unpacked.get(path)?.(file) ?? ((each) => new CsvTable(file, bufferBytes, each))
        const account = new FileReading(file, open, options, sink, control).run()
        file.assertUnchanged()
        return account
      }),
    inspect: (path, options) =>
      withFile(path, (file) => {
        const open = unpacked.get(path)?.(file)
        if (open)
          return inspect(
            open(() => undefined),
            { path, whole: true },
            options,
          )
        const head = new FileHead(file, HEAD_BYTES)
        return inspect(new CsvTable(head, HEAD_BYTES, () => undefined), head, options)
      }),
  }
}

/** One file on its way from bytes to rows. */
class FileReading {
  /** Rows that went to the sink or were rejected. */
  private rows = 0

  constructor(
    private readonly file: OpenFile,
    private readonly open: (checkpoint: Checkpoint) => Table,
    private readonly options: ReadOptions,
    private readonly sink: RowSink,
    private readonly control: WorkControl,
  ) {}

  run(): FileAccount {
    const table = this.open(this.checkpoint(0, 0))
    const recognised = recognise(table.header, this.file.path, this.options)
    const formats = this.survey(table, recognised)
    const account = this.convert(table, recognised, formats)
    this.control.progress(this.file.bytes, this.file.bytes, { rows: this.rows })
    return account
  }

  private survey(table: Table, { dataset, layout, saved }: Recognised): Formats {
    const survey = new FormatSurvey(dataset, layout, {
      file: this.file.path,
      decode: table.decode,
      commaDelimited: table.commaDelimited,
      dateOrder: this.options.dateOrder ?? saved?.dateOrder ?? undefined,
      decimal: this.options.decimal ?? saved?.decimal ?? undefined,
    })
    const used = usedColumns(dataset, layout)
    const records = table.records(this.checkpoint(0, SURVEY_SHARE), dateCells(dataset, layout))
    let rows = 0
    while (records.next()) {
      rows++
      const whole = records.count === table.header.length
      if (whole && !lacksValue(records, used)) survey.take(records)
    }
    if (rows === 0) throw headerOnly(this.file.path, dataset.title)
    return survey.decide()
  }

  private convert(table: Table, recognised: Recognised, formats: Formats): FileAccount {
    const { dataset, layout } = recognised
    const { header, decode, sheet } = table
    const { sink } = this
    const account = new Account(dataset.id, sheet)
    for (const { code, message } of table.notes) account.note(code, message)
    if (recognised.by === 'layout') {
      account.note(
        'mapping-used',
        'The columns were read by a saved mapping, and not by their names alone.',
      )
    }
    this.noteRemembered(account, recognised, formats)
    sink.begin({ dataset: dataset.id, header, sheet })
    const context: RowContext = { layout, formats, decode, sink, account }
    const rows = dataset.rows(context)
    const used = usedColumns(dataset, layout)
    const records = table.records(this.checkpoint(SURVEY_SHARE, 1), dateCells(dataset, layout))
    while (records.next()) {
      this.rows++
      if (records.count !== header.length) rejectRagged(context, records, table.grid)
      else if (lacksValue(records, used)) rejectMissing(context, records, used)
      else rows.row(records)
    }
    rows.end()
    const fingerprint = layoutFingerprint(header)
    return { ...account.close(), layout: { fingerprint, columns: layout.columnsByName() } }
  }

  /** An answer about an earlier file decides nothing in silence. */
  private noteRemembered(account: Account, { saved }: Recognised, { answered }: Formats): void {
    const { dateOrder, decimal } = this.options
    if (saved?.dateOrder && !dateOrder && answered.includes('dateOrder')) {
      const first = saved.dateOrder === 'dmy' ? 'day' : 'month'
      account.note(
        'date-order-remembered',
        `Dates that can be read both ways were read with the ${first} first, as was said of an earlier file with this header.`,
      )
    }
    if (saved?.decimal && !decimal && answered.includes('decimal')) {
      const mark = saved.decimal === ',' ? 'comma' : 'point'
      account.note(
        'decimal-remembered',
        `Numbers that can be read both ways were read with a decimal ${mark}, as was said of an earlier file with this header.`,
      )
    }
  }

  /** Asks for cancellation and reports progress between two shares of the whole work. */
  private checkpoint(from: number, to: number): Checkpoint {
    const { control, file } = this
    return (bytesRead) => {
      if (control.cancelled()) throw cancelled()
      control.progress(Math.floor(file.bytes * from + bytesRead * (to - from)), file.bytes, {
        rows: this.rows,
      })
    }
  }
}

/**
 * Cells of such a row cannot be told apart: which one is missing, or too many, nobody knows. So only
 * that is said of it.
 */
function rejectRagged(context: RowContext, record: TableRecord, grid: boolean): void {
  const rejection = new Rejection(context, record)
  const columns = context.layout.header.length
  const counts = `The row has ${record.count} ${record.count === 1 ? 'cell' : 'cells'} where the header has ${columns}`
  if (record.count < columns) {
    rejection.addForRow(
      'fields-missing',
      `${counts}; perhaps a line break inside a cell is not quoted.`,
    )
  } else {
    const why = grid
      ? 'a value stands to the right of the last column that has a name'
      : 'perhaps a delimiter inside a cell is not quoted'
    rejection.addForRow('fields-surplus', `${counts}; ${why}.`)
  }
  rejection.send()
}

function headerOnly(path: string, title: string): SeventyError {
  return new SeventyError(
    'file-header-only',
    `${fileName(path)} is a report of ${title} with a header and no rows. Early in a month the file of the last month can be empty; download it again after the 20th.`,
    { file: path },
  )
}
