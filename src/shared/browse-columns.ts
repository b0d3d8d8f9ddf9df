/**
 * The tables of the data screens and their columns: what stands in them, how it is filtered and
 * whether it is added up. Window, service and export are all made from this one list, so they cannot
 * disagree. It stands by itself: the page must not load schemas (see no-overrides.ts).
 */

export const browseTables = ['customers', 'people', 'azure', 'm365'] as const
export type BrowseTable = (typeof browseTables)[number]

/**
 * What a cell holds: `text`; `usd` (exact to the micro-dollar); `count`; `days` (may be negative);
 * `month` (YYYY-MM); `date` (YYYY-MM-DD); `flag`; `list` (one of some names); `names` (several of them).
 */
export type ColumnKind =
  'text' | 'usd' | 'count' | 'days' | 'month' | 'date' | 'flag' | 'list' | 'names'

export interface BrowseColumn {
  readonly id: string
  /** As heads the column in the window and in what is exported. */
  readonly title: string
  readonly kind: ColumnKind
  /** Whether adding up the filtered rows says something: seats of several months do not. */
  readonly added?: boolean
  /** Not among the columns of a view until somebody asks for it. */
  readonly hidden?: boolean
}

export const browseColumns: Readonly<Record<BrowseTable, readonly BrowseColumn[]>> = {
  customers: [
    { id: 'customer', title: 'Customer', kind: 'text' },
    { id: 'tenant', title: 'Tenant', kind: 'text', hidden: true },
    { id: 'acr', title: 'ACR, 12 months (USD)', kind: 'usd', added: true },
    { id: 'acrBefore', title: '12 months before (USD)', kind: 'usd', added: true },
    { id: 'acrMonth', title: 'Usage month (USD)', kind: 'usd', added: true },
    { id: 'paid', title: 'Paid seats', kind: 'count', added: true },
    { id: 'active', title: 'Active seats', kind: 'count', added: true },
    { id: 'addsAzure', title: 'Adds: Azure', kind: 'flag' },
    { id: 'addsSeats', title: 'Adds: M365', kind: 'flag' },
    { id: 'deploymentsAzure', title: 'Deployments: Azure', kind: 'flag' },
    { id: 'deploymentsSeats', title: 'Deployments: M365', kind: 'flag' },
    { id: 'growthAzure', title: 'Growth: Azure', kind: 'flag', hidden: true },
    { id: 'growthSeats', title: 'Growth: M365', kind: 'flag', hidden: true },
    { id: 'rows', title: 'Rows', kind: 'count' },
    { id: 'firstMonth', title: 'First month', kind: 'month', hidden: true },
    { id: 'lastMonth', title: 'Last month', kind: 'month' },
  ],
  people: [
    { id: 'person', title: 'Person', kind: 'text' },
    { id: 'identity', title: 'E-mail or MCP ID', kind: 'text' },
    { id: 'held', title: 'Held', kind: 'count', added: true },
    { id: 'expiring', title: 'Expiring', kind: 'count', added: true },
    { id: 'daysLeft', title: 'Days left', kind: 'days' },
    { id: 'nextExpiry', title: 'Next expiry', kind: 'date' },
    { id: 'steps', title: 'Counts in', kind: 'names' },
    { id: 'certifications', title: 'Certifications', kind: 'text' },
    { id: 'rows', title: 'Rows', kind: 'count', hidden: true },
    { id: 'byHand', title: 'By hand', kind: 'list', hidden: true },
  ],
  azure: [
    { id: 'month', title: 'Month', kind: 'month' },
    { id: 'customer', title: 'Customer', kind: 'text' },
    { id: 'tenant', title: 'Tenant', kind: 'text', hidden: true },
    { id: 'service', title: 'Service', kind: 'list' },
    { id: 'offer', title: 'Offer', kind: 'list', hidden: true },
    { id: 'association', title: 'Association', kind: 'list' },
    { id: 'duplicate', title: 'Duplicate', kind: 'flag' },
    { id: 'amount', title: 'ACR (USD)', kind: 'usd', added: true },
    { id: 'location', title: 'Location', kind: 'list', hidden: true },
    { id: 'file', title: 'File', kind: 'list' },
    { id: 'line', title: 'Line', kind: 'count' },
    { id: 'byHand', title: 'By hand', kind: 'list', hidden: true },
  ],
  m365: [
    { id: 'month', title: 'Month', kind: 'month' },
    { id: 'customer', title: 'Customer', kind: 'text' },
    { id: 'tenant', title: 'Tenant', kind: 'text', hidden: true },
    { id: 'workload', title: 'Workload', kind: 'list' },
    { id: 'association', title: 'Association', kind: 'list' },
    { id: 'duplicate', title: 'Duplicate', kind: 'flag' },
    { id: 'paid', title: 'Paid seats', kind: 'count' },
    { id: 'active', title: 'Active seats', kind: 'count' },
    { id: 'location', title: 'Location', kind: 'list', hidden: true },
    { id: 'file', title: 'File', kind: 'list' },
    { id: 'line', title: 'Line', kind: 'count' },
    { id: 'byHand', title: 'By hand', kind: 'list', hidden: true },
  ],
}

/** The flags of a customer: which metric and stream each one speaks of. */
export const countingColumns = {
  addsAzure: ['net-customer-adds', 'azure'],
  addsSeats: ['net-customer-adds', 'm365'],
  deploymentsAzure: ['deployments', 'azure'],
  deploymentsSeats: ['deployments', 'm365'],
  growthAzure: ['usage-growth', 'azure'],
  growthSeats: ['usage-growth', 'm365'],
} as const

/** What the column "By hand" says of a row that is not only as its file has it. */
export const byHandCells = {
  entered: 'Entered by hand',
  changed: 'Changed by hand',
  'left-out': 'Left out by hand',
} as const

/** A certification that ends within so many days of the score date is about to expire. */
export const EXPIRING_WITHIN_DAYS = 90

/** Rows of one answer at most. */
export const BROWSE_ROWS_AT_MOST = 500

/** A line number is a place, not an amount: it is neither filtered nor sorted by. */
export function isFilterable(column: BrowseColumn): boolean {
  return column.kind !== 'date' && column.id !== 'line'
}

export function isSortable(column: BrowseColumn): boolean {
  return column.id !== 'line' && column.kind !== 'names'
}

export function columnNamed(table: BrowseTable, id: string): BrowseColumn | undefined {
  return browseColumns[table].find((column) => column.id === id)
}
