import type { BrowsableRows, NumberedRow, UsageBook, UsageTable } from './ports'

/** Rows that are read at a time; between two pieces the thread answers others. */
const ROWS_AT_A_TIME = 20_000

/**
 * The rows in force of a table as columns, in the order in which they were stored: what filters, sums
 * and sorts look at, so that none of them reads the table again. Names are places in the book. A row
 * takes 20 bytes; lines stay in the store.
 */
export interface UsageColumns {
  readonly book: UsageBook
  readonly rows: number
  readonly id: Uint32Array
  readonly slice: Uint16Array | Uint32Array
  readonly tenant: Uint32Array
  readonly kind: Uint16Array | Uint32Array
  /** Micro-dollars, or paid seats. */
  readonly first: Float64Array
  /** Active seats; empty for Azure. */
  readonly second: Float64Array
}

/** Where each row id of the store stands in the book; −1: not there (out of force, another profile). */
export interface BookPlaces {
  readonly slice: Int32Array
  readonly tenant: Int32Array
  readonly kind: Int32Array
}

export function placesIn({ slices, tenants, kinds }: UsageBook): BookPlaces {
  return { slice: placesOf(slices), tenant: placesOf(tenants), kind: placesOf(kinds) }
}

function placesOf(entries: readonly { readonly id: number }[]): Int32Array {
  const last = entries.reduce((most, { id }) => Math.max(most, id), 0)
  const places = new Int32Array(last + 1).fill(-1)
  entries.forEach(({ id }, place) => (places[id] = place))
  return places
}

/** How many rows of a table are in force. */
export function rowsIn({ slices }: UsageBook): number {
  return slices.reduce((sum, { rows }) => sum + rows, 0)
}

/**
 * Reads the columns of a table, piece by piece; `pause` is awaited between two of them. The caller
 * makes sure that the profile's revision is still that of the book.
 */
export async function loadColumns(
  store: BrowsableRows,
  table: UsageTable,
  { book, places }: { readonly book: UsageBook; readonly places: BookPlaces },
  pause: () => Promise<void>,
): Promise<UsageColumns> {
  const columns = emptyColumns(book, table)
  let filled = 0
  for (const { first, last } of book.ranges) {
    for (let from = first; from <= last; from += ROWS_AT_A_TIME) {
      const to = Math.min(last, from + ROWS_AT_A_TIME - 1)
      filled = fill(columns, places, store.numberedRows(table, from, to), filled)
      await pause()
    }
  }
  return columns
}

function emptyColumns(book: UsageBook, table: UsageTable): UsageColumns {
  const rows = rowsIn(book)
  const numbers = (most: number) => (most > 0xffff ? new Uint32Array(rows) : new Uint16Array(rows))
  return {
    book,
    rows,
    id: new Uint32Array(rows),
    slice: numbers(book.slices.length),
    tenant: new Uint32Array(rows),
    kind: numbers(book.kinds.length),
    first: new Float64Array(rows),
    second: new Float64Array(table === 'azure' ? 0 : rows),
  }
}

function fill(
  { id, slice, tenant, kind, first, second }: UsageColumns,
  places: BookPlaces,
  rows: readonly NumberedRow[],
  filled: number,
): number {
  let at = filled
  for (const row of rows) {
    const place = places.slice[row[1]] ?? -1
    // Of a month that a later import replaced.
    if (place < 0) continue
    id[at] = row[0]
    slice[at] = place
    tenant[at] = places.tenant[row[2]] ?? 0
    kind[at] = places.kind[row[3]] ?? 0
    first[at] = row[4]
    if (second.length > 0) second[at] = row[5]
    at++
  }
  return at
}
