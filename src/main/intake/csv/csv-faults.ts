import { SeventyError } from '../../../shared/errors'
import { fileName } from '../source/file-faults'

/** Limits of FILES.md, Reading. */
export const MAX_COLUMNS = 400
export const MAX_CELL_CHARACTERS = 32_767

/** Where in a file something is wrong: the line a record starts on, and the column. */
export interface CellPlace {
  readonly file: string
  readonly row: number
  readonly column: string
}

export function tooManyColumns(file: string, row: number, sheet?: string): SeventyError {
  return new SeventyError(
    'columns-too-many',
    `${fileName(file)} has more than ${MAX_COLUMNS} columns in row ${row}. Check that it is the report as downloaded, or delete columns that the report does not have.`,
    { file, row, limit: MAX_COLUMNS, ...(sheet !== undefined && { sheet }) },
  )
}

/** A quoted cell that grows too long is mostly one whose closing quote is missing, so say that too. */
export function cellTooLong(place: CellPlace, quoted: boolean): SeventyError {
  const hint = quoted ? ' Perhaps the quote that opens it is never closed.' : ''
  return new SeventyError(
    'cell-too-long',
    `${fileName(place.file)} has a cell of more than ${MAX_CELL_CHARACTERS.toLocaleString('en-US')} characters in row ${place.row}, column ${place.column}.${hint} Shorten the cell, or download the report again.`,
    { ...place, limit: MAX_CELL_CHARACTERS },
  )
}

export function quoteNeverClosed(place: CellPlace): SeventyError {
  return new SeventyError(
    'quote-unbalanced',
    `${fileName(place.file)}: the quote that opens the cell in row ${place.row}, column ${place.column} is never closed. Close it, or download the report again.`,
    { ...place },
  )
}

export function textAfterQuote(place: CellPlace): SeventyError {
  return new SeventyError(
    'quote-unbalanced',
    `${fileName(place.file)}: text follows the closing quote of the cell in row ${place.row}, column ${place.column}. Write a quote inside a cell as two quotes, or download the report again.`,
    { ...place },
  )
}
