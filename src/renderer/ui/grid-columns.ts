export interface GridColumn {
  readonly id: string
  readonly label: string
  /** A track of CSS grid with a length as its least. */
  readonly width: string
  /** Numbers stand at the end of their column. */
  readonly end?: boolean
  readonly sortable?: boolean
}

export interface GridSort {
  readonly column: string
  readonly descending: boolean
}
