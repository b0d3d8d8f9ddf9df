import type {
  BrowseCell,
  BrowseFacets,
  BrowseRow,
  BrowseSelection,
  BrowseSort,
  BrowseTotals,
} from '../../../shared/browse'
import { browseColumns, type BrowseTable } from '../../../shared/browse-columns'
import { cellTest, compareNames, textTest } from './conditions'

/** Rows of customers or people: all of them in memory, in the order of their names. */
export interface RecordTable {
  readonly table: BrowseTable
  readonly rows: readonly BrowseRow[]
  /** Columns that a search looks into. */
  readonly searched: readonly string[]
}

/** The rows that meet all conditions, in the order asked for. */
export function selectRecords(
  { rows, searched }: RecordTable,
  { search, filters }: Pick<BrowseSelection, 'search' | 'filters'>,
  sort: BrowseSort | null,
): readonly BrowseRow[] {
  const tests = filters.map((filter) => {
    const test = cellTest(filter)
    return ({ cells }: BrowseRow) => test(cells[filter.column] ?? null)
  })
  if (search.trim() !== '') {
    const test = textTest('contains', search)
    tests.push(({ cells }) => searched.some((column) => test(textOf(cells[column]))))
  }
  const found = rows.filter((row) => tests.every((test) => test(row)))
  return sort === null ? found : sortRecords(found, sort)
}

function textOf(cell: BrowseCell | undefined): string | null {
  return typeof cell === 'string' ? cell : null
}

/** Empty cells come last in either direction; equal rows keep their order. */
function sortRecords(rows: readonly BrowseRow[], { column, descending }: BrowseSort): BrowseRow[] {
  const sign = descending ? -1 : 1
  const keyed = rows.map((row) => ({ row, cell: row.cells[column] ?? null }))
  keyed.sort((a, b) => {
    if (a.cell === null || b.cell === null) return Number(a.cell === null) - Number(b.cell === null)
    return sign * compareCells(a.cell, b.cell)
  })
  return keyed.map(({ row }) => row)
}

function compareCells(a: BrowseCell, b: BrowseCell): number {
  if (typeof a === 'string' && typeof b === 'string') return compareNames(a, b)
  return Number(a) - Number(b)
}

/** What the rows of a selection add up to; dollars are added as micro-dollars, which is exact. */
export function totalsOf(table: BrowseTable, rows: readonly BrowseRow[]): BrowseTotals {
  const added = browseColumns[table].filter((column) => column.added)
  const sums = added.map(({ id, kind }) => {
    const scale = kind === 'usd' ? 1e6 : 1
    const sum = rows.reduce((total, { cells }) => {
      const cell = cells[id]
      return typeof cell === 'number' ? total + Math.round(cell * scale) : total
    }, 0)
    return [id, sum / scale] as const
  })
  return { rows: rows.length, customers: null, sums: Object.fromEntries(sums) }
}

/** The values of the columns of names, in the order of the names, with their rows. */
export function recordFacets({ table, rows }: RecordTable): BrowseFacets {
  const columns = browseColumns[table].filter(({ kind }) => kind === 'names' || kind === 'list')
  return Object.fromEntries(
    columns.map(({ id }) => {
      const counts = new Map<string | null, number>()
      for (const { cells } of rows) {
        const cell = cells[id]
        const values = Array.isArray(cell) && cell.length > 0 ? cell : [textOf(cell)]
        for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return [id, facetList(counts)]
    }),
  )
}

/** Counted values as a list in the order of their names, what has none last. */
export function facetList(
  counts: ReadonlyMap<string | null, number>,
  labelOf: (value: string) => string = (value) => value,
): BrowseFacets[string] {
  return [...counts]
    .map(([value, rows]) => ({ value, label: value === null ? '' : labelOf(value), rows }))
    .sort(
      (a, b) =>
        Number(a.value === null) - Number(b.value === null) || compareNames(a.label, b.label),
    )
}
