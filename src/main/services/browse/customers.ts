import { formatMonth, type Month } from '../../../shared/calendar'
import type { BrowseCell, BrowseRow } from '../../../shared/browse'
import { countingColumns } from '../../../shared/browse-columns'
import { customerStandings, type CustomerStandings } from '../../scoring/customer-standings'
import type { TrackScore } from '../../scoring/engine'
import { compareNames } from './conditions'
import type { BrowsableRows } from './ports'
import type { RecordTable } from './record-table'

const MICRO = 1_000_000

/** How many rows in force a customer has, and in which months. */
export interface TenantRows {
  readonly rows: number
  readonly first: Month
  readonly last: Month
}

/** Adds up the rows of every customer, by tenant id; `pause` is awaited between two pieces. */
export async function countTenantRows(
  store: BrowsableRows,
  profileId: number,
  pause: () => Promise<void>,
): Promise<ReadonlyMap<string, TenantRows>> {
  const counts = new Map<string, TenantRows>()
  for (const piece of store.tenantRowCounts(profileId)) {
    for (const [tenant, month, rows] of piece) {
      const known = counts.get(tenant) ?? { rows: 0, first: month, last: month }
      counts.set(tenant, {
        rows: known.rows + rows,
        first: Math.min(known.first, month),
        last: Math.max(known.last, month),
      })
    }
    await pause()
  }
  return counts
}

/** Every customer with data in force, as it stands in a score. Unnamed ones come last. */
export function customerTable(
  track: TrackScore,
  counts: ReadonlyMap<string, TenantRows>,
): RecordTable {
  const standings = customerStandings(track)
  const rows = track.prepared.tenants.map(({ id, name }, place): BrowseRow => {
    const stored = counts.get(id)
    return {
      key: id,
      cells: {
        customer: name,
        tenant: id,
        ...amountsOf(standings, place),
        ...flagsOf(standings, place),
        rows: stored?.rows ?? 0,
        firstMonth: stored ? formatMonth(stored.first) : null,
        lastMonth: stored ? formatMonth(stored.last) : null,
      },
    }
  })
  return {
    table: 'customers',
    rows: rows.sort(byName('customer')),
    searched: ['customer', 'tenant'],
  }
}

function amountsOf(
  { acr, acrBefore, acrMonth, paid, active }: CustomerStandings,
  place: number,
): Record<string, BrowseCell> {
  const usd = (amounts: Float64Array) => (amounts[place] ?? 0) / MICRO
  return {
    ...{ acr: usd(acr), acrBefore: usd(acrBefore), acrMonth: usd(acrMonth) },
    ...{ paid: paid[place] ?? 0, active: active[place] ?? 0 },
  }
}

function flagsOf({ counts }: CustomerStandings, place: number): Record<string, BrowseCell> {
  return Object.fromEntries(
    Object.entries(countingColumns).map(([column, [metric, stream]]) => {
      const flags = counts(metric, stream)
      return [column, flags === null ? null : flags[place] === 1]
    }),
  )
}

/** The order of names, rows without one last. */
export function byName(column: string): (a: BrowseRow, b: BrowseRow) => number {
  return (a, b) => {
    const [one, other] = [a.cells[column], b.cells[column]]
    if (typeof one !== 'string' || typeof other !== 'string')
      return Number(typeof one !== 'string') - Number(typeof other !== 'string')
    return compareNames(one, other) || (a.key < b.key ? -1 : 1)
  }
}
