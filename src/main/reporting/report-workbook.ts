import writeExcelFile from 'write-excel-file/node'
import type { ReportModel } from '../../shared/report'
import { reportSheets } from './report-sheets'
import type { Cell, Sheet } from './sheet'

/** Excel names a sheet with 31 characters at most. */
const NAME_LENGTH = 31
const DATE_FORMAT = 'yyyy-mm-dd'

/**
 * A report as a workbook: a sheet for each section, its head frozen, numbers and dates typed, no
 * formula anywhere. Text that somebody else wrote is guarded against being taken for one.
 */
export async function reportWorkbook(model: ReportModel): Promise<Uint8Array> {
  const sheets = reportSheets(model).map((sheet) => ({
    data: sheetRows(sheet),
    sheet: sheet.name.slice(0, NAME_LENGTH),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }))
  return new Uint8Array(await writeExcelFile(sheets).toBuffer())
}

function sheetRows({ columns, rows }: Sheet) {
  const head = columns.map(({ name }) => ({
    value: name,
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
  }))
  return [head, ...rows.map((row) => row.map(cellOf))]
}

function cellOf(cell: Cell) {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'string') return { value: cell, type: String }
  // A date of the calendar: midnight UTC is what the library writes without a time zone of its own.
  return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: DATE_FORMAT }
}
