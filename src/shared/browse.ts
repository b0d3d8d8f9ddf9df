import { z } from 'zod'
import { BROWSE_ROWS_AT_MOST, browseTables } from './browse-columns'
import { isoMonth, profileId } from './primitives'
import { scoreQuery } from './queries'

/** The data screens: rows of a table of a partner, filtered, sorted, a window of them at a time. */

export const browseTable = z.enum(browseTables)

const columnId = z.string().min(1).max(40)
const amount = z.number().min(-9e9).max(9e9)

/**
 * A condition on one column; all of a query have to hold. Text ignores case; bounds and months are
 * inclusive; a list takes the values that `data.facets` names (null: the file has none).
 */
export const browseFilter = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    column: columnId,
    match: z.enum(['contains', 'equals']),
    text: z.string().min(1).max(500),
  }),
  z.strictObject({
    kind: z.literal('number'),
    column: columnId,
    atLeast: amount.optional(),
    atMost: amount.optional(),
  }),
  z.strictObject({
    kind: z.literal('months'),
    column: columnId,
    from: isoMonth.optional(),
    to: isoMonth.optional(),
  }),
  z.strictObject({ kind: z.literal('flag'), column: columnId, is: z.boolean() }),
  z.strictObject({
    kind: z.literal('list'),
    column: columnId,
    values: z.array(z.string().max(2_000).nullable()).min(1).max(500),
  }),
])
export type BrowseFilter = z.infer<typeof browseFilter>

export const browseSort = z.strictObject({ column: columnId, descending: z.boolean() })
export type BrowseSort = z.infer<typeof browseSort>

const filters = z.array(browseFilter).max(30)
const search = z.string().max(500)

/** Which rows, whatever their order. */
export const browseSelection = scoreQuery.extend({ table: browseTable, search, filters })
export type BrowseSelection = z.infer<typeof browseSelection>

/** Which rows in which order; null: as stored (file and line), people and customers by name. */
export const browseQuery = browseSelection.extend({ sort: browseSort.nullable() })
export type BrowseQuery = z.infer<typeof browseQuery>

export const browsePageQuery = browseQuery.extend({
  offset: z.int().min(0),
  limit: z.int().min(1).max(BROWSE_ROWS_AT_MOST),
})

/** A value of a cell; null: there is none, which is never 0. */
export const browseCell = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
  .nullable()
export type BrowseCell = z.infer<typeof browseCell>

export const browseRow = z.object({
  /** Tenant id, person's e-mail or MCP ID, or the number of the stored row. */
  key: z.string(),
  cells: z.record(z.string(), browseCell),
})
export type BrowseRow = z.infer<typeof browseRow>

export const browsePage = z.object({
  /** Rows of the whole selection. */
  total: z.int().nonnegative(),
  offset: z.int().nonnegative(),
  rows: z.array(browseRow),
})
export type BrowsePage = z.infer<typeof browsePage>

export const browseTotals = z.object({
  rows: z.int().nonnegative(),
  /** Different customers among rows of usage; null for the other tables. */
  customers: z.int().nonnegative().nullable(),
  /** Sums of the columns that are added up. */
  sums: z.record(z.string(), z.number()),
})
export type BrowseTotals = z.infer<typeof browseTotals>

/** The values that a column of a list has, with how many rows of the whole table each. */
export const browseFacets = z.record(
  z.string(),
  z.array(
    z.object({
      value: z.string().nullable(),
      label: z.string(),
      rows: z.int().nonnegative(),
    }),
  ),
)
export type BrowseFacets = z.infer<typeof browseFacets>

export const browseFormat = z.enum(['csv', 'xlsx'])
export type BrowseFormat = z.infer<typeof browseFormat>

/** What `data.export` writes: the columns in their order. */
export const browseExportQuery = browseQuery.extend({
  columns: z.array(columnId).min(1).max(30),
  format: browseFormat,
})
export type BrowseExportQuery = z.infer<typeof browseExportQuery>

/** How somebody looks at a table: columns in their order, search, conditions, order of the rows. */
export const browseView = z.strictObject({
  columns: z.array(columnId).min(1).max(30),
  search,
  filters,
  sort: browseSort.nullable(),
})
export type BrowseView = z.infer<typeof browseView>

export const viewId = z.int().positive()
export const viewName = z.string().trim().min(1).max(80)

export const savedViewSchema = z.object({
  id: viewId,
  profileId,
  table: browseTable,
  name: z.string(),
  view: browseView,
})
export type SavedView = z.infer<typeof savedViewSchema>

/** The saved views of a table by name, and how it was looked at last. */
export const viewShelfSchema = z.object({
  saved: z.array(savedViewSchema),
  last: browseView.nullable(),
})
export type ViewShelf = z.infer<typeof viewShelfSchema>
