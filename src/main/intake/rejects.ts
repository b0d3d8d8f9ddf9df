import { stringify } from 'csv-stringify/sync'
import { guardFormula } from '../../shared/formula-guard'
import type { RowError } from '../../shared/imports'
import { fileName } from './source/file-faults'

/** Receives the rows of an import that are left out, file by file. */
export interface RejectsWriter {
  begin(path: string, header: readonly string[], sheet?: string): void
  row(cells: readonly string[], errors: readonly RowError[]): void
}

const REASON_COLUMN = 'reason'
/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Writes rejected rows as CSV: the header of their file and its cells as they stood there, with the
 * column `reason` behind them, so that the rows can be corrected and imported. Surplus cells follow
 * the reason; nothing is lost. Every file with a rejected row begins with its own header, set off by
 * an empty line. `write` takes the text piece by piece and is not called when no row was rejected.
 */
export function createRejectsWriter(write: (text: string) => void): RejectsWriter {
  let header: readonly string[] = []
  let name = ''
  let headerDue = false
  let written = false
  return {
    begin(path, next, sheet) {
      header = next
      name = sheet === undefined ? fileName(path) : `${fileName(path)}, sheet ${sheet}`
      headerDue = true
    },
    row(cells, errors) {
      if (headerDue) {
        write(written ? '\r\n' : BYTE_ORDER_MARK)
        write(csvLine([...header, REASON_COLUMN]))
        headerDue = false
        written = true
      }
      const padding = Array.from({ length: Math.max(0, header.length - cells.length) }, () => '')
      const inPlace = [...cells.slice(0, header.length), ...padding]
      write(csvLine([...inPlace, reasonOf(name, errors), ...cells.slice(header.length)]))
    },
  }
}

/** Lone line feeds are quoted as well, which csv-stringify does not do by itself where lines end in CRLF. */
function csvLine(cells: readonly string[]): string {
  return stringify([cells.map(guardFormula)], {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  })
}

/** All that is wrong with the row, with its file and the line there. */
function reasonOf(name: string, errors: readonly RowError[]): string {
  const row = errors[0]?.row
  const place = typeof row === 'number' ? `${name}, row ${row}: ` : `${name}: `
  return place + errors.map(({ code, message }) => `${message} [${code}]`).join(' ')
}
