import type { Month } from '../../../shared/calendar'
import type { BrowseView, SavedView } from '../../../shared/browse'
import type { BrowseTable } from '../../../shared/browse-columns'

/** What the data screens need of the store (see ../ports.ts for the rest). */

export type UsageTable = Extract<BrowseTable, 'azure' | 'm365'>

/** A slice in force: the rows of one month and location of a file. */
export interface BookSlice {
  readonly id: number
  readonly month: Month
  readonly location: string
  readonly fileId: number
  readonly file: string
  /** 1: the file stands for a row that was typed in. */
  readonly byHand: number
  readonly rows: number
}

/** Everything beside tenant, month and amount; `name` is the service or the workload. */
export interface BookKind {
  readonly id: number
  readonly name: string
  /** null: the file has no such column; Microsoft 365 usage never has. */
  readonly offer: string | null
  readonly association: string | null
  readonly duplicate: number
}

export interface BookTenant {
  readonly id: number
  readonly guid: string
  readonly name: string | null
}

/** All names that the rows of a table only number, and the ranges of row ids to find them in. */
export interface UsageBook {
  readonly revision: number
  readonly slices: readonly BookSlice[]
  readonly kinds: readonly BookKind[]
  readonly tenants: readonly BookTenant[]
  /** Of files with rows in force, ascending; both ends included. */
  readonly ranges: readonly { readonly first: number; readonly last: number }[]
  /** Rows changed by hand, by their ids, and whether each is left out. */
  readonly changes: ReadonlyMap<number, boolean>
}

/** A row as stored: id, slice, tenant, kind, then micro-dollars, or paid and active seats. */
export type NumberedRow = readonly [
  id: number,
  slice: number,
  tenant: number,
  kind: number,
  first: number,
  second: number,
]

/** Rows of one tenant in one month. */
export type TenantMonthCount = readonly [tenant: string, month: Month, rows: number]

export interface BrowsableRows {
  /** Throws `profile-not-found`. */
  usageBook(profileId: number, table: UsageTable): UsageBook
  /** Rows with ids from `first` to `last`, in force or not, ascending. */
  numberedRows(table: UsageTable, first: number, last: number): readonly NumberedRow[]
  /** The line of each row, by id. */
  linesOf(table: UsageTable, ids: readonly number[]): ReadonlyMap<number, number>
  /** How many rows in force each customer has, month by month, in pieces of bounded size. */
  tenantRowCounts(profileId: number): Iterable<readonly TenantMonthCount[]>
}

export interface ReadableViews {
  /** In the order of their names. */
  savedViews(profileId: number, table: BrowseTable): readonly SavedView[]
  savedViewById(id: number): SavedView | undefined
  lastView(profileId: number, table: BrowseTable): BrowseView | undefined
}

/** Names have to be free in their table. */
export interface WritableViews extends ReadableViews {
  addView(view: Omit<SavedView, 'id'>): SavedView
  changeView(view: Pick<SavedView, 'id' | 'name' | 'view'>): void
  removeView(id: number): void
  setLastView(profileId: number, table: BrowseTable, view: BrowseView): void
}
