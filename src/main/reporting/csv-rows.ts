import { closeSync, openSync, writeSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import type { BrowseCell } from '../../shared/browse'
import { guardFormula } from '../../shared/formula-guard'
import { cellWords } from './cell-words'
import type { RowsToWrite } from './export-rows'

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff'

/** Writes rows as CSV, piece by piece: the memory it takes does not grow with the rows. */
export async function writeCsvRows({ columns, pieces }: RowsToWrite, path: string): Promise<void> {
  const file = openSync(path, 'wx')
  try {
    write(file, BYTE_ORDER_MARK + csv([columns.map(({ title }) => title)]))
    for await (const rows of pieces)
      write(file, csv(rows.map(({ cells }) => columns.map(({ id }) => textOf(cells[id] ?? null)))))
  } finally {
    closeSync(file)
  }
}

/** Text is kept from being run as a formula; a number is written as one. */
function textOf(cell: BrowseCell): string {
  return typeof cell === 'number' ? String(cell) : guardFormula(cellWords(cell))
}

/** Lone line feeds are quoted as well, which csv-stringify does not do by itself where lines end in CRLF. */
function csv(lines: readonly (readonly string[])[]): string {
  return stringify(lines as string[][], {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  })
}

function write(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
}
