import type {
  BrowseFacets,
  BrowsePage,
  BrowseQuery,
  BrowseRow,
  BrowseSelection,
  BrowseTotals,
} from '../../../shared/browse'
import { keepLatest } from '../../scoring/keep-latest'
import type { ReadableWorkspace } from '../ports'
import { changedMeanwhile } from './changed'
import type { BrowsableRows, UsageBook, UsageTable } from './ports'
import { loadColumns, placesIn, rowsIn, type BookPlaces, type UsageColumns } from './usage-columns'
import {
  selectUsage,
  sortUsage,
  usageFacets,
  usageRow,
  usageTotals,
  type PlacedRow,
  type Positions,
} from './usage-table'

/** A table of usage of five million rows takes 100 MB, an order of them 20 MB. */
const TABLES_KEPT = 2
const ORDERS_KEPT = 3
/** Rows that an export takes from the store at a time. */
const EXPORTED_AT_A_TIME = 2_000

export type Usage<T> = T & { readonly table: UsageTable }
export type BrowseWindow = BrowseQuery & { readonly offset: number; readonly limit: number }

interface KeptColumns {
  readonly revision: number
  readonly value: Promise<UsageColumns>
}

/** A book with where its entries stand. */
interface OpenBook {
  readonly book: UsageBook
  readonly places: BookPlaces
}

/**
 * The two tables of usage. A page of a whole table comes straight from its range of row ids; what
 * needs to know all rows (conditions, orders, sums) reads them once into columns, in pieces between
 * which the thread answers others, and keeps them while the profile's revision stands.
 */
export class UsageBrowse {
  private readonly books = new Map<string, OpenBook>()
  private readonly columns = new Map<string, KeptColumns>()
  private readonly orders = new Map<string, Positions>()

  constructor(
    private readonly workspace: Pick<ReadableWorkspace, 'revision'> & BrowsableRows,
    private readonly pause: () => Promise<void>,
  ) {}

  async page(query: Usage<BrowseWindow>): Promise<BrowsePage> {
    const { table, offset, limit } = query
    const stored = this.storedPage(query)
    if (stored) return stored
    const columns = await this.usageColumns(query)
    const order = this.order(query, columns)
    const total = order?.length ?? columns.rows
    return { total, offset, rows: this.usageRows(table, columns, order, offset, limit) }
  }

  async totals(query: Usage<BrowseQuery>): Promise<BrowseTotals> {
    const columns = await this.usageColumns(query)
    return usageTotals(columns, query.table, this.order({ ...query, sort: null }, columns))
  }

  async facets(query: Usage<BrowseSelection>): Promise<BrowseFacets> {
    return usageFacets(await this.usageColumns(query), query.table)
  }

  async *all(query: Usage<BrowseQuery>): AsyncGenerator<readonly BrowseRow[]> {
    const columns = await this.usageColumns(query)
    const order = this.order(query, columns)
    const total = order?.length ?? columns.rows
    for (let from = 0; from < total; from += EXPORTED_AT_A_TIME) {
      yield this.usageRows(query.table, columns, order, from, EXPORTED_AT_A_TIME)
      await this.pause()
    }
  }

  /** A page of the whole table as stored, where its row ids are without gaps; undefined where not. */
  private storedPage(query: Usage<BrowseWindow>): BrowsePage | undefined {
    if (query.sort !== null || query.filters.length > 0 || query.search.trim() !== '')
      return undefined
    const { book, places } = this.book(query)
    const total = rowsIn(book)
    const ids = book.ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    if (ids !== total) return undefined
    const { offset, limit, table } = query
    return { total, offset, rows: this.rowsInRanges(table, { book, places }, offset, limit) }
  }

  /** The names of a table and where they stand, read once for a revision. */
  private book({ profileId, table }: Usage<BrowseSelection>) {
    const key = `${String(profileId)} ${table}`
    const known = this.books.get(key)
    if (known?.book.revision === this.workspace.revision(profileId)) return known
    const book = this.workspace.usageBook(profileId, table)
    const made = { book, places: placesIn(book) }
    keepLatest(this.books, key, made, TABLES_KEPT)
    return made
  }

  private rowsInRanges(
    table: UsageTable,
    { book, places }: { readonly book: UsageBook; readonly places: BookPlaces },
    offset: number,
    limit: number,
  ): BrowseRow[] {
    const rows: BrowseRow[] = []
    let skipped = 0
    for (const { first, last } of book.ranges) {
      const from = first + Math.max(0, offset - skipped)
      const to = Math.min(last, from + limit - rows.length - 1)
      skipped += last - first + 1
      if (from > to) continue
      const numbered = this.workspace.numberedRows(table, from, to)
      const placed = numbered.map(([id, slice, tenant, kind, amount, second]) => ({
        ...{ id, first: amount, second, slice: places.slice[slice] ?? 0 },
        ...{ tenant: places.tenant[tenant] ?? 0, kind: places.kind[kind] ?? 0 },
      }))
      rows.push(...this.withLines(table, book, placed))
    }
    return rows
  }

  private usageRows(
    table: UsageTable,
    columns: UsageColumns,
    order: Positions,
    offset: number,
    limit: number,
  ): BrowseRow[] {
    const end = Math.min(order?.length ?? columns.rows, offset + limit)
    const placed: PlacedRow[] = []
    for (let index = offset; index < end; index++) {
      const at = order === null ? index : (order[index] as number)
      placed.push({
        id: columns.id[at] as number,
        slice: columns.slice[at] as number,
        tenant: columns.tenant[at] as number,
        kind: columns.kind[at] as number,
        first: columns.first[at] as number,
        second: columns.second[at] ?? 0,
      })
    }
    return this.withLines(table, columns.book, placed)
  }

  private withLines(table: UsageTable, book: UsageBook, rows: readonly PlacedRow[]): BrowseRow[] {
    const lines = this.workspace.linesOf(
      table,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => usageRow(book, table, row, lines.get(row.id) ?? 0))
  }

  /** The columns of a table, read once for a revision; those of a revision that is gone are dropped. */
  private usageColumns(query: Usage<BrowseSelection>): Promise<UsageColumns> {
    const { profileId, table } = query
    const revision = this.workspace.revision(profileId)
    const key = `${String(profileId)} ${table}`
    const known = this.columns.get(key)
    if (known?.revision === revision) return known.value
    const { book, places } = this.book(query)
    const value = loadColumns(this.workspace, table, { book, places }, this.pause).then(
      (columns) => {
        if (this.workspace.revision(profileId) !== revision) throw changedMeanwhile()
        return columns
      },
    )
    this.forgetOrders(key)
    // A load that failed is not kept; the next question tries again.
    value.catch(() => {
      if (this.columns.get(key)?.value === value) this.columns.delete(key)
    })
    keepLatest(this.columns, key, { revision, value }, TABLES_KEPT)
    return value
  }

  private order(query: Usage<BrowseQuery>, columns: UsageColumns): Positions {
    const { profileId, table, search, filters, sort } = query
    const prefix = `${String(profileId)} ${table}`
    const orderKey = (by: BrowseQuery['sort']) =>
      `${prefix} ${String(columns.book.revision)} ${JSON.stringify([search, filters, by])}`
    const kept = (by: BrowseQuery['sort'], make: () => Positions): Positions => {
      const key = orderKey(by)
      const known = this.orders.get(key)
      const positions = known === undefined ? make() : known
      keepLatest(this.orders, key, positions, ORDERS_KEPT)
      return positions
    }
    const selected = () => kept(null, () => selectUsage(columns, table, query))
    return sort === null ? selected() : kept(sort, () => sortUsage(columns, selected(), sort))
  }

  private forgetOrders(prefix: string): void {
    for (const key of this.orders.keys()) if (key.startsWith(`${prefix} `)) this.orders.delete(key)
  }
}
