import { writeFileSync } from 'node:fs'
import type { BrowseCell } from '../../shared/browse'
import type { BrowseColumn } from '../../shared/browse-columns'
import { cellWords } from './cell-words'
import type { RowsToWrite } from './export-rows'

const widths: Partial<Record<BrowseColumn['kind'], number>> = { text: 32, list: 24, names: 40 }
const DEFAULT_WIDTH = 14
const formats: Partial<Record<BrowseColumn['kind'], string>> = { usd: '#,##0.00', count: '#,##0' }

/**
 * Writes rows as a workbook of one sheet. A text cell is typed as text, which a spreadsheet never
 * runs, so it needs no apostrophe and stays as it is; numbers stay numbers.
 */
export async function writeWorkbookRows(
  { columns, pieces }: RowsToWrite,
  path: string,
): Promise<void> {
  const { default: writeWorkbook } = await import('write-excel-file/node')
  const sheet: object[][] = [
    columns.map(({ title }) => ({ value: escaped(title), type: String, fontWeight: 'bold' })),
  ]
  for await (const rows of pieces)
    for (const { cells } of rows)
      sheet.push(columns.map((column) => workbookCell(column, cells[column.id] ?? null)))
  const workbook = await writeWorkbook(sheet as never, {
    sheet: 'Seventy',
    columns: columns.map(({ kind }) => ({ width: widths[kind] ?? DEFAULT_WIDTH })),
    stickyRowsCount: 1,
  }).toBuffer()
  writeFileSync(path, workbook, { flag: 'wx' })
}

function workbookCell({ kind }: BrowseColumn, cell: BrowseCell): object {
  if (typeof cell === 'number') {
    const format = formats[kind]
    return { value: cell, type: Number, ...(format === undefined ? {} : { format }) }
  }
  return { value: escaped(cellWords(cell)), type: String }
}

/** What XML 1.0 does not allow, and an underscore that would begin such an escape. */
// eslint-disable-next-line no-control-regex -- control characters are what is escaped
const unwritten = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi

/**
 * Text as a workbook keeps it: characters outside XML as _xHHHH_ (ECMA-376 ST_Xstring), so none is
 * lost. The library numbers texts by an object that has properties of its own ("constructor"), so a
 * text of such a name is written with its first character escaped, which reads the same.
 */
function escaped(text: string): string {
  const written = text.toWellFormed().replace(unwritten, escapeOf)
  return written in Object.prototype ? written.replace(/^./, escapeOf) : written
}

function escapeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
