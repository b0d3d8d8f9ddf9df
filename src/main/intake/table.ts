import type { TableRecord } from './csv/record'
import type { Decode } from './source/decode'

/** Called now and then with the bytes of the file that were read so far; may throw to stop. */
export type Checkpoint = (bytesRead: number) => void

/** Something about the file that changes nothing but should be known. */
export interface TableNote {
  readonly code: string
  readonly message: string
}

/** A walk over the records behind the header; each overwrites the one before. */
export interface Records extends TableRecord {
  /** Moves to the next record that is not blank; false behind the last one. */
  next(): boolean
}

/**
 * A table whose header is known and whose records can be walked again and again, whatever file it
 * stands in. Recognition, survey and conversion know no more of a file than this.
 */
export interface Table {
  /** The column names as they stand in the file. */
  readonly header: readonly string[]
  readonly decode: Decode
  /** Whether commas stand between the cells, so that a comma inside an unquoted one is impossible. */
  readonly commaDelimited: boolean
  /** Whether every cell has a place of its own, so that a row cannot be torn apart by a stray mark. */
  readonly grid: boolean
  /** The sheet of a workbook, or the table within an archive; absent where the file is the table. */
  readonly sheet?: string | undefined
  readonly notes: readonly TableNote[]
  /**
   * Begins a walk. `dateCells` are the columns (from 0) that hold dates: there, a bare number of a
   * workbook is counted in that workbook's calendar.
   */
  records(checkpoint: Checkpoint, dateCells: readonly number[]): Records
}
