/**
 * Which rows of a table of fixed row height are in view. A browser makes no element taller than some
 * 33 million pixels, a million rows; a longer sheet is kept shorter and scrolled through faster, while
 * the wheel and the keys still move by whole rows. So no library that lays rows out one below the
 * other will do here.
 */
export const SHEET_AT_MOST = 8_000_000

export interface RowSpace {
  readonly rows: number
  readonly rowHeight: number
  /** Height of the part of the sheet that is in view. */
  readonly view: number
}

/** Height of the sheet that the browser scrolls. */
export function sheetHeight({ rows, rowHeight }: RowSpace): number {
  return Math.min(rows * rowHeight, SHEET_AT_MOST)
}

/** The furthest that the rows can be moved up, in pixels of rows. */
export function furthest({ rows, rowHeight, view }: RowSpace): number {
  return Math.max(0, rows * rowHeight - view)
}

/** How many pixels of rows one pixel of scrolling stands for. */
export function scaleOf(space: RowSpace): number {
  const scrolled = sheetHeight(space) - space.view
  return scrolled <= 0 ? 1 : furthest(space) / scrolled
}

/** First and last row in view, with so many beyond either end. */
export function rowsInView(
  { rows, rowHeight, view }: RowSpace,
  offset: number,
  beyond: number,
): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.floor(offset / rowHeight) - beyond)
  const last = Math.min(rows - 1, Math.floor((offset + view) / rowHeight) + beyond)
  return { first, last }
}

/** Where the rows have to be moved so that one of them is in view, as little as possible. */
export function offsetFor(space: RowSpace, row: number, offset: number): number {
  const top = row * space.rowHeight
  const bottom = top + space.rowHeight - space.view
  return Math.min(furthest(space), Math.max(0, Math.min(top, Math.max(bottom, offset))))
}
