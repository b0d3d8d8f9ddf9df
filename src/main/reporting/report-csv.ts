import { stringify } from 'csv-stringify/sync'
import type { ReportModel } from '../../shared/report'
import { reportSheets } from './report-sheets'
import type { Cell } from './sheet'

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A report as one CSV: the sheets of the workbook one after the other, each with its head, set off by
 * an empty line; the first column says which section a line belongs to.
 */
export function reportCsv(model: ReportModel): string {
  const sections = reportSheets(model).map(({ name, columns, rows }) =>
    lines([
      ['Section', ...columns.map((column) => column.name)],
      ...rows.map((row) => [name, ...row.map(textOf)]),
    ]),
  )
  return BYTE_ORDER_MARK + sections.join('\r\n')
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify([...rows] as string[][], {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  })
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.date : String(cell)
}
