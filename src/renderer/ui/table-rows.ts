export interface Column<Row> {
  readonly id: string
  readonly label: string
  /** A track of CSS grid. */
  readonly width: string
  /** Numbers stand at the end of their column. */
  readonly end?: boolean
  /** What the column is sorted by; without it the column cannot be sorted. */
  readonly sortBy?: (row: Row) => string | number
}

export interface SortOrder {
  readonly column: string
  readonly descending: boolean
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Rows in the chosen order; equal ones keep the order they came in. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: SortOrder | null,
): readonly Row[] {
  const sortBy = columns.find((column) => column.id === order?.column)?.sortBy
  if (!order || !sortBy) return rows
  const sign = order.descending ? -1 : 1
  return rows.toSorted((a, b) => sign * compare(sortBy(a), sortBy(b)))
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b))
}
