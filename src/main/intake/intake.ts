import { SeventyError } from '../../shared/errors'
import type {
  FileAccount,
  FileInspector,
  Intake,
  ReadOptions,
  RowSink,
  WorkControl,
} from '../services/ports'
import { Account } from './account'
import { FormatSurvey, type Formats } from './columns/formats'
import { CsvTable, type Checkpoint } from './csv/csv-table'
import type { TableRecord } from './csv/record'
import { layoutFingerprint } from './datasets/header'
import { recognise, type Recognised } from './datasets/recognise'
import { Rejection, type RowContext } from './datasets/row-context'
import { FileHead } from './file-head'
import { inspect } from './inspect'
import { cancelled, fileName } from './source/file-faults'
import { fingerprint } from './source/fingerprint'
import { withFile, type FileState, type OpenFile } from './source/open-file'

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
  // The hash that rows are traced to has to be the one of the bytes that they were read from.
  const hashed = new Map<string, FileState>()
  return {
    fingerprint: (path) =>
      withFile(path, (file) => {
        const { bytes, modified } = file
        hashed.set(path, { bytes, modified })
        return fingerprint(file, bufferBytes)
      }),
    read: (path, options, sink, control) =>
      withFile(path, (file) => {
        file.assertSame(hashed.get(path) ?? file)
        const account = new FileReading(file, bufferBytes, options, sink, control).run()
        file.assertUnchanged()
        return account
      }),
    inspect: (path, options) =>
      withFile(path, (file) => {
        const head = new FileHead(file, HEAD_BYTES)
        const table = new CsvTable(head, HEAD_BYTES, () => undefined)
        return inspect(table, head, options)
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
    const recognised = recognise(table.header, this.file.path, this.options)
    const formats = this.survey(table, recognised)
    const account = this.convert(table, recognised, formats)
    this.control.progress(this.file.bytes, this.file.bytes)
    return account
  }

  private survey(table: CsvTable, { dataset, layout, saved }: Recognised): Formats {
    const survey = new FormatSurvey(dataset, layout, {
      file: this.file.path,
      decode: table.decode,
      commaDelimited: table.commaDelimited,
      dateOrder: this.options.dateOrder ?? saved?.dateOrder ?? undefined,
      decimal: this.options.decimal ?? saved?.decimal ?? undefined,
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

  private convert(table: CsvTable, recognised: Recognised, formats: Formats): FileAccount {
    const { dataset, layout } = recognised
    const { header, decode } = table
    const { sink } = this
    const account = new Account(dataset.id)
    if (table.encoding === 'windows-1252') {
      account.note(
        'read-as-windows-1252',
        'The file is not UTF-8 and was read as Windows-1252; check names with accents.',
      )
    }
    if (recognised.by === 'layout') {
      account.note(
        'mapping-used',
        'The columns were read by a saved mapping, and not by their names alone.',
      )
    }
    this.noteRemembered(account, recognised, formats)
    sink.begin({ dataset: dataset.id, header })
    const context: RowContext = { layout, formats, decode, sink, account }
    const rows = dataset.rows(context)
    const records = table.records(this.checkpoint(SURVEY_SHARE, 1))
    while (records.next()) {
      if (records.count === header.length) rows.row(records)
      else rejectRagged(context, records)
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
