import type { RowError, RowErrorCode } from '../../../shared/imports'
import type { RowSink } from '../../services/intake-ports'
import type { Account } from '../account'
import type { Formats } from '../columns/formats'
import { cellText, type TableRecord } from '../csv/record'
import type { Decode } from '../source/decode'
import type { Layout } from './recognise'

/** What the conversion of one file works with. */
export interface RowContext<Field extends string = string> {
  readonly layout: Layout<Field>
  readonly formats: Formats
  readonly decode: Decode
  readonly sink: RowSink
  readonly account: Account
}

/** Turns the records of one file into rows of its dataset. */
export interface RowConverter {
  /** Takes a record that has as many cells as the header. */
  row(record: TableRecord): void
  /** Hands over what is left once the last record was taken. */
  end(): void
}

/** Characters of a wrong value that an error repeats; the rejects file has all of it. */
const SHOWN_CHARACTERS = 200

/** Gathers all that is wrong with one record. */
export class Rejection<Field extends string = string> {
  private readonly errors: RowError[] = []

  constructor(
    private readonly context: RowContext<Field>,
    private readonly record: TableRecord,
  ) {}

  /** The trimmed text of a field; empty when the file has no such column. */
  text(field: Field): string {
    const cell = this.context.layout.cellOf(field)
    return cell < 0 ? '' : cellText(this.record, cell, this.context.decode).trim()
  }

  /** `value-missing` for an empty cell, else the code with the sentence that `explain` makes of the value. */
  add(field: Field, code: RowErrorCode, explain: (value: string) => string): void {
    const value = this.text(field)
    if (value === '') {
      this.missing(field)
      return
    }
    const shown = value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value
    this.push(this.context.layout.columnName(field), shown, code, explain(`"${shown}"`))
  }

  /** `value-missing`, by default in words that fit any column. */
  missing(field: Field, message?: string): void {
    const column = this.context.layout.columnName(field)
    this.push(
      column,
      '',
      'value-missing',
      message ?? `${column} is empty; every row needs a value.`,
    )
  }

  /** An error of the row as a whole. */
  addForRow(code: RowErrorCode, message: string): void {
    this.push(null, null, code, message)
  }

  /** Counts the record as rejected and hands it over with its cells as they stand in the file. */
  send(): void {
    const { record, errors } = this
    const { account, sink, decode } = this.context
    const cells = Array.from({ length: record.count }, (_, cell) => cellText(record, cell, decode))
    account.reject(errors)
    sink.rejected({ line: record.line, cells, errors })
  }

  private push(
    column: string | null,
    value: string | null,
    code: RowErrorCode,
    message: string,
  ): void {
    this.errors.push({ row: this.record.line, column, value, code, message })
  }
}
