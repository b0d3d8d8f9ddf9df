import { formatMonth } from '../../../shared/calendar'
import type {
  BrowseFacets,
  BrowseFilter,
  BrowseRow,
  BrowseSelection,
  BrowseSort,
  BrowseTotals,
} from '../../../shared/browse'
import { byHandCell, handCounts, handKeys, handTest } from './by-hand'
import { cellTest, compareNames, textTest } from './conditions'
import type { BookKind, BookSlice, BookTenant, UsageBook, UsageTable } from './ports'
import { facetList } from './record-table'
import { keysOf, ranksOf, sortedByKeys } from './row-order'
import type { UsageColumns } from './usage-columns'

const MICRO = 1_000_000

type Selection = Pick<BrowseSelection, 'search' | 'filters'>

/** Positions of rows in the columns; null: all, as stored. */
export type Positions = Uint32Array | null

/** What is asked of each of the three numbers of a row: 1 where it fits; null: nothing is asked. */
interface Masks {
  slice: Uint8Array | null
  tenant: Uint8Array | null
  kind: Uint8Array | null
}

type Range = readonly [least: number, most: number]

/** The positions of rows that meet all conditions: names are looked up once, rows compare numbers. */
export function selectUsage(
  columns: UsageColumns,
  table: UsageTable,
  selection: Selection,
): Positions {
  const { slice, tenant, kind, first, second, rows } = columns
  const masks = masksOf(columns.book, selection)
  const [atFirst, atSecond] = rangesOf(table, selection.filters)
  const hand = handTest(columns, selection.filters)
  const nothing = masks.slice === null && masks.tenant === null && masks.kind === null
  if (nothing && atFirst === null && atSecond === null && hand === null) return null
  const found = new Uint32Array(rows)
  let count = 0
  for (let at = 0; at < rows; at++) {
    if (masks.tenant !== null && masks.tenant[tenant[at] as number] === 0) continue
    if (masks.slice !== null && masks.slice[slice[at] as number] === 0) continue
    if (masks.kind !== null && masks.kind[kind[at] as number] === 0) continue
    if (atFirst !== null && !isIn(atFirst, first[at] as number)) continue
    if (atSecond !== null && !isIn(atSecond, second[at] as number)) continue
    if (hand !== null && !hand(at)) continue
    found[count++] = at
  }
  return found.slice(0, count)
}

function isIn([least, most]: Range, value: number): boolean {
  return value >= least && value <= most
}

function masksOf(book: UsageBook, { search, filters }: Selection): Masks {
  const masks: Masks = { slice: null, tenant: null, kind: null }
  const narrow = <T>(
    which: keyof Masks,
    entries: readonly T[],
    test: (entry: T) => boolean,
  ): void => {
    const before = masks[which]
    masks[which] = Uint8Array.from(entries, (entry, place) =>
      before?.[place] !== 0 && test(entry) ? 1 : 0,
    )
  }
  if (search.trim() !== '') {
    const test = textTest('contains', search)
    narrow('tenant', book.tenants, ({ name, guid }) => test(name) || test(guid))
  }
  for (const filter of filters) {
    const test = cellTest(filter)
    const { column } = filter
    if (isSliceColumn(column))
      narrow('slice', book.slices, (entry) => test(sliceCells[column](entry)))
    else if (isTenantColumn(column))
      narrow('tenant', book.tenants, (entry) => test(tenantCells[column](entry)))
    else if (isKindColumn(column))
      narrow('kind', book.kinds, (entry) => test(kindCells[column](entry)))
  }
  return masks
}

/** What a condition or an order compares; a file is itself and not its name, which another may share. */
const sliceCells = {
  month: ({ month }: BookSlice) => formatMonth(month),
  location: ({ location }: BookSlice) => location,
  file: ({ fileId }: BookSlice) => String(fileId),
}
const tenantCells = {
  customer: ({ name }: BookTenant) => name,
  tenant: ({ guid }: BookTenant) => guid,
}
const kindCells = {
  service: ({ name }: BookKind) => name,
  workload: ({ name }: BookKind) => name,
  offer: ({ offer }: BookKind) => offer,
  association: ({ association }: BookKind) => association,
  duplicate: ({ duplicate }: BookKind) => duplicate === 1,
}
const isSliceColumn = (id: string): id is keyof typeof sliceCells => Object.hasOwn(sliceCells, id)
const isTenantColumn = (id: string): id is keyof typeof tenantCells =>
  Object.hasOwn(tenantCells, id)
const isKindColumn = (id: string): id is keyof typeof kindCells => Object.hasOwn(kindCells, id)

/** Bounds of the amounts in the numbers of the store, as dollars are given and micro-dollars stored. */
function rangesOf(
  table: UsageTable,
  filters: readonly BrowseFilter[],
): readonly [Range | null, Range | null] {
  const scale = table === 'azure' ? MICRO : 1
  const on = (columns: readonly string[]): Range | null => {
    const own = filters.flatMap((each) =>
      each.kind === 'number' && columns.includes(each.column) ? [each] : [],
    )
    if (own.length === 0) return null
    const least = Math.max(...own.map(({ atLeast = -Infinity }) => Math.round(atLeast * scale)))
    return [least, Math.min(...own.map(({ atMost = Infinity }) => Math.round(atMost * scale)))]
  }
  return [on(['amount', 'paid']), on(['active'])]
}

/** Positions in the order asked for; those of equal rows stay as stored. */
export function sortUsage(columns: UsageColumns, positions: Positions, sort: BrowseSort | null) {
  if (sort === null) return positions
  const entries = positions ?? everyPosition(columns.rows)
  const { column, descending } = sort
  const { slice, tenant, kind, first, second, book } = columns
  const ranked = (ranks: Float64Array, places: ArrayLike<number>) => {
    const keys = new Float64Array(entries.length)
    for (let index = 0; index < entries.length; index++)
      keys[index] = ranks[places[entries[index] as number] as number] as number
    return keys
  }
  const keys = () => {
    if (isSliceColumn(column)) {
      const names = book.slices.map((each) =>
        column === 'file' ? each.file : sliceCells[column](each),
      )
      return ranked(ranksOf(names, descending, compareNames), slice)
    }
    if (isTenantColumn(column)) {
      const names = book.tenants.map(tenantCells[column])
      return ranked(ranksOf(names, descending, compareNames), tenant)
    }
    if (isKindColumn(column)) {
      const names = book.kinds.map((each) => {
        const cell = kindCells[column](each)
        return cell === null ? null : String(cell)
      })
      return ranked(ranksOf(names, descending, compareNames), kind)
    }
    if (column === 'byHand') return handKeys(columns, entries, descending)
    const amounts = column === 'active' ? second : first
    const own = new Float64Array(entries.length)
    for (let index = 0; index < entries.length; index++)
      own[index] = amounts[entries[index] as number] as number
    return keysOf(own, descending)
  }
  return sortedByKeys(entries, keys())
}

function everyPosition(rows: number): Uint32Array {
  const all = new Uint32Array(rows)
  for (let at = 0; at < rows; at++) all[at] = at
  return all
}

/** Rows, customers and what the amounts add up to; sums of micro-dollars stay exact (see the store). */
export function usageTotals(
  { tenant, first, rows, book }: UsageColumns,
  table: UsageTable,
  positions: Positions,
): BrowseTotals {
  const seen = new Uint8Array(book.tenants.length)
  const count = positions?.length ?? rows
  let sum = 0
  for (let index = 0; index < count; index++) {
    const at = positions === null ? index : (positions[index] as number)
    seen[tenant[at] as number] = 1
    sum += first[at] as number
  }
  const customers = seen.reduce((total, each) => total + each, 0)
  return { rows: count, customers, sums: table === 'azure' ? { amount: sum / MICRO } : {} }
}

/** The values of each column of a list, with how many rows in force of the table each. */
export function usageFacets(columns: UsageColumns, table: UsageTable): BrowseFacets {
  const { kind, book } = columns
  const ofKind = new Float64Array(book.kinds.length)
  for (const place of kind) ofKind[place] = (ofKind[place] as number) + 1
  const ofKinds = (cell: (entry: BookKind) => string | null) =>
    counted(book.kinds.map((entry, place) => [cell(entry), ofKind[place] as number]))
  const ofSlices = (cell: (entry: BookSlice) => string) =>
    counted(book.slices.map((entry) => [cell(entry), entry.rows]))
  const names = new Map(book.slices.map(({ fileId, file }) => [String(fileId), file]))
  return {
    ...(table === 'azure'
      ? {
          service: facetList(ofKinds(kindCells.service)),
          offer: facetList(ofKinds(kindCells.offer)),
        }
      : { workload: facetList(ofKinds(kindCells.workload)) }),
    association: facetList(ofKinds(kindCells.association)),
    location: facetList(ofSlices(sliceCells.location)),
    file: facetList(ofSlices(sliceCells.file), (id) => names.get(id) ?? id),
    byHand: facetList(handCounts(columns)),
  }
}

function counted(pairs: readonly (readonly [string | null, number])[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const [value, rows] of pairs) {
    if (rows > 0) counts.set(value, (counts.get(value) ?? 0) + rows)
  }
  return counts
}

/** A row of usage by its places in the book. */
export interface PlacedRow {
  readonly id: number
  readonly slice: number
  readonly tenant: number
  readonly kind: number
  readonly first: number
  readonly second: number
}

/** A row as the screen shows it. */
export function usageRow(
  book: UsageBook,
  table: UsageTable,
  row: PlacedRow,
  line: number,
): BrowseRow {
  const { slices, tenants, kinds } = book
  const slice = slices[row.slice] as BookSlice
  const tenant = tenants[row.tenant] as BookTenant
  const kind = kinds[row.kind] as BookKind
  const amounts: BrowseRow['cells'] =
    table === 'azure'
      ? { service: kind.name, offer: kind.offer, amount: row.first / MICRO }
      : { workload: kind.name, paid: row.first, active: row.second }
  return {
    key: String(row.id),
    cells: {
      month: formatMonth(slice.month),
      customer: tenant.name,
      tenant: tenant.guid,
      association: kind.association,
      duplicate: kind.duplicate === 1,
      location: slice.location,
      file: slice.file,
      line,
      byHand: byHandCell(book, row.id, row.slice),
      ...amounts,
    },
  }
}
