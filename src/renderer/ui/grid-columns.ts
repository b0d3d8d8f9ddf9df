export interface GridColumn {
  readonly id: string
  readonly label: string
  /** In rem; what is left of the table is shared out by `grow`. */
  readonly width: number
  readonly grow: number
  /** Numbers stand at the end of their column. */
  readonly end?: boolean
  readonly sortable?: boolean
}

/** Padding of a row at both ends, in rem. */
const EDGES = 1

/** The tracks of a row; a table that is too narrow for them scrolls. */
export function tracksOf(columns: readonly GridColumn[]) {
  const least = columns.reduce((sum, { width }) => sum + width, EDGES)
  return {
    gridTemplateColumns: columns
      .map(({ width, grow }) => `minmax(${String(width)}rem, ${String(grow)}fr)`)
      .join(' '),
    minWidth: `${String(least)}rem`,
  }
}

export interface GridSort {
  readonly column: string
  readonly descending: boolean
}
