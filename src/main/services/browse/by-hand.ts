import type { BrowseFilter } from '../../../shared/browse'
import { byHandCells } from '../../../shared/browse-columns'
import { cellTest, compareNames } from './conditions'
import type { UsageBook } from './ports'
import { ranksOf } from './row-order'
import type { UsageColumns } from './usage-columns'

/** How the row with an id, of the slice at a place, came to say what it says; null: as its file. */
export function byHandCell(
  { changes, slices }: UsageBook,
  id: number,
  slice: number,
): string | null {
  const leftOut = changes.get(id)
  if (leftOut !== undefined) return byHandCells[leftOut ? 'left-out' : 'changed']
  return slices[slice]?.byHand === 1 ? byHandCells.entered : null
}

/** Whether a row meets the conditions on how it was changed by hand; null: there are none. */
export function handTest(
  { book, id, slice }: UsageColumns,
  filters: readonly BrowseFilter[],
): ((at: number) => boolean) | null {
  const tests = filters.filter(({ column }) => column === 'byHand').map(cellTest)
  if (tests.length === 0) return null
  return (at) => {
    const cell = byHandCell(book, id[at] as number, slice[at] as number)
    return tests.every((test) => test(cell))
  }
}

/** The keys that put rows in the order of what was done to them by hand. */
export function handKeys(
  { book, id, slice }: UsageColumns,
  entries: Uint32Array,
  descending: boolean,
): Float64Array {
  const names: readonly (string | null)[] = [...Object.values(byHandCells), null]
  const ranks = ranksOf(names, descending, compareNames)
  return Float64Array.from(entries, (at) => {
    const cell = byHandCell(book, id[at] as number, slice[at] as number)
    return ranks[names.indexOf(cell)] as number
  })
}

/** How many rows in force there are of each; without changes the files tell without their rows. */
export function handCounts({ book, id, slice }: UsageColumns): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  const add = (cell: string | null, rows: number) =>
    counts.set(cell, (counts.get(cell) ?? 0) + rows)
  if (book.changes.size === 0) {
    for (const { byHand, rows } of book.slices) add(byHand === 1 ? byHandCells.entered : null, rows)
    return counts
  }
  for (const [at, row] of id.entries()) {
    add(byHandCell(book, row, slice[at] as number), 1)
  }
  return counts
}
