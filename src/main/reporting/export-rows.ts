import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BrowseExportQuery, BrowseRow, BrowseTotals } from '../../shared/browse'
import type { BrowseColumn } from '../../shared/browse-columns'
import { SeventyError } from '../../shared/errors'
import { requireColumn } from '../services/browse/conditions'
import type { WorkControl } from '../services/intake-ports'
import { writeCsvRows } from './csv-rows'
import { writeWorkbookRows } from './workbook-rows'

/** What is written: rows piece by piece, and which columns of them. */
export interface RowsToWrite {
  readonly columns: readonly BrowseColumn[]
  readonly pieces: AsyncIterable<readonly BrowseRow[]>
}

/** Where rows come from; the service of the data screens is one. */
export interface RowSource {
  totals(query: BrowseExportQuery): Promise<BrowseTotals>
  all(query: BrowseExportQuery): AsyncIterable<readonly BrowseRow[]>
}

export interface WrittenRows {
  readonly name: string
  readonly bytes: number
  readonly rows: number
}

/** A workbook is made in memory, some 4 KB a row while it is packed; a CSV file of any length is not. */
export const WORKBOOK_ROWS_AT_MOST = 300_000

/**
 * Writes all rows of a selection as CSV or workbook and puts the file in place in one step, so that a
 * failure leaves an older one as it was. Throws `rows-too-many` (workbook), `output-unwritable`,
 * `cancelled`, `input-invalid`, and whatever the source throws.
 */
export async function exportRows(
  source: RowSource,
  query: BrowseExportQuery,
  path: string,
  control: WorkControl,
): Promise<WrittenRows> {
  const columns = query.columns.map((id) => requireColumn(query.table, id))
  const { rows } = await source.totals(query)
  if (query.format === 'xlsx' && rows > WORKBOOK_ROWS_AT_MOST) throw tooMany(rows)
  const pieces = followed(source.all(query), rows, control)
  const write = query.format === 'csv' ? writeCsvRows : writeWorkbookRows
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    await write({ columns, pieces }, draft)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error instanceof SeventyError ? error : unwritable(path, error)
  }
  return { name: basename(path), bytes: statSync(path).size, rows }
}

/** The same pieces, counted for who waits, until somebody cancels. */
async function* followed(
  pieces: AsyncIterable<readonly BrowseRow[]>,
  total: number,
  control: WorkControl,
): AsyncGenerator<readonly BrowseRow[]> {
  let done = 0
  for await (const piece of pieces) {
    if (control.cancelled())
      throw new SeventyError('cancelled', 'The export was cancelled; no file was written.')
    yield piece
    done += piece.length
    control.progress(done, total)
  }
}

function tooMany(rows: number): SeventyError {
  const most = WORKBOOK_ROWS_AT_MOST.toLocaleString('en')
  return new SeventyError(
    'rows-too-many',
    `The view has ${rows.toLocaleString('en')} rows; a workbook takes ${most} at most. Export it as CSV, or narrow it with a filter.`,
    { rows, most: WORKBOOK_ROWS_AT_MOST },
  )
}

function unwritable(path: string, error: unknown): SeventyError {
  const reason = error instanceof Error ? error.message : String(error)
  return new SeventyError(
    'output-unwritable',
    `The rows cannot be written to ${path} (${reason}). Close the file if it is open, or choose another folder.`,
    { file: path, reason },
    error,
  )
}
