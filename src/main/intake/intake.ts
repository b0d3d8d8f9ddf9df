import { SeventyError } from '../../shared/errors'
import type { FileAccount, Intake, ReadOptions, RowSink, WorkControl } from '../services/ports'
import { Account } from './account'
import { FormatSurvey, type Formats } from './columns/formats'
import { CsvTable, type Checkpoint } from './csv/csv-table'
import type { TableRecord } from './csv/record'
import { recognise, type Recognised } from './datasets/recognise'
import { Rejection, type RowContext } from './datasets/row-context'
import { RejectsFile } from './rejects-file'
import { cancelled, fileName } from './source/file-faults'
import { fingerprint } from './source/fingerprint'
import { withFile, type FileState, type OpenFile } from './source/open-file'

const DEFAULT_BUFFER_BYTES = 1024 * 1024

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
export function createIntake({ bufferBytes = DEFAULT_BUFFER_BYTES }: IntakeOptions = {}): Intake {
  // The hash that rows are traced to has to be the one of the bytes that they were read from.
  const hashed = new Map<string, FileState>()
  return {
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
        const account = new FileReading(file, bufferBytes, options, sink, control).run()
        file.assertUnchanged()
        return account
      }),
  }
}

/** One file on its way from bytes to rows. */
class FileReading {
  constructor(
    private readonly file: OpenFile,
    private readonly bufferBytes: number,
    private readonly options: ReadOptions,
    private readonly sink: RowSink,
    private readonly control: WorkControl,
  ) {}

  run(): FileAccount {
    const table = new CsvTable(this.file, this.bufferBytes, this.checkpoint(0, 0))
    const recognised = recognise(table.header, this.file.path)
    const formats = this.survey(table, recognised)
    const account = this.convert(table, recognised, formats)
    this.control.progress(this.file.bytes, this.file.bytes)
    return account
  }

  private survey(table: CsvTable, { dataset, layout }: Recognised): Formats {
    const survey = new FormatSurvey(dataset, layout, {
      file: this.file.path,
      decode: table.decode,
      commaDelimited: table.commaDelimited,
      dateOrder: this.options.dateOrder,
    })
    const records = table.records(this.checkpoint(0, SURVEY_SHARE))
    let rows = 0
    while (records.next()) {
      rows++
      if (records.count === table.header.length) survey.take(records)
    }
    if (rows === 0) throw headerOnly(this.file.path, dataset.title)
    return survey.decide()
  }

  private convert(table: CsvTable, { dataset, layout }: Recognised, formats: Formats): FileAccount {
    const { header, decode } = table
    const { sink } = this
    const account = new Account(dataset.id)
    if (table.encoding === 'windows-1252') {
      account.note(
        'read-as-windows-1252',
        'The file is not UTF-8 and was read as Windows-1252; check names with accents.',
      )
    }
    sink.begin({ dataset: dataset.id, header })
    const context: RowContext = { layout, formats, decode, sink, account }
    const rows = dataset.rows(context)
    const records = table.records(this.checkpoint(SURVEY_SHARE, 1))
    while (records.next()) {
      if (records.count === header.length) rows.row(records)
      else rejectRagged(context, records)
    }
    rows.end()
    return account.close()
  }

  /** Asks for cancellation and reports progress between two shares of the whole work. */
  private checkpoint(from: number, to: number): Checkpoint {
    const { control, file } = this
    return (bytesRead) => {
      if (control.cancelled()) throw cancelled()
      control.progress(Math.floor(file.bytes * from + bytesRead * (to - from)), file.bytes)
    }
  }
}

/**
 * Cells of such a row cannot be told apart: which one is missing, or too many, nobody knows. So only
 * that is said of it.
 */
function rejectRagged(context: RowContext, record: TableRecord): void {
  const rejection = new Rejection(context, record)
  const columns = context.layout.header.length
  const counts = `The row has ${record.count} ${record.count === 1 ? 'cell' : 'cells'} where the header has ${columns}`
  if (record.count < columns) {
    rejection.addForRow(
      'fields-missing',
      `${counts}; perhaps a line break inside a cell is not quoted.`,
    )
  } else {
    rejection.addForRow(
      'fields-surplus',
      `${counts}; perhaps a delimiter inside a cell is not quoted.`,
    )
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
