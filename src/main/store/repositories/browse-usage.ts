import type {
  BookKind,
  BookSlice,
  NumberedRow,
  TenantMonthCount,
  UsageBook,
  UsageTable,
} from '../../services/browse/ports'
import type { ReadConnection } from '../connection'
import { azureKindsOf, seatKindsOf, tenantsOf } from './dictionaries'
import { FORCE, slicesInForce } from './files'
import { revisionOf } from './profiles'
import { changedRowsOf } from './row-changes'
import { datasetsOf } from './usage'

/** The reports whose rows stand in a table, as a list for SQL. */
const datasets = {
  azure: JSON.stringify(datasetsOf.azure_rollup),
  m365: JSON.stringify(datasetsOf.m365_rollup),
} as const
const tables = { azure: 'azure_usage', m365: 'm365_usage' } as const
/** Seats are one kind of row to those who change them, whichever report told of them. */
const changeable = { azure: 'azure-usage', m365: 'm365-usage' } as const
const amounts = { azure: 'micro_usd, 0', m365: 'paid_seats, active_seats' } as const

/** Rows that are grouped at a time: what the sorter holds in memory. */
const ROWS_AT_A_TIME = 100_000

/** Names, slices in force and row ranges of a table; throws `profile-not-found`. */
export function usageBookOf(
  connection: ReadConnection,
  profileId: number,
  table: UsageTable,
): UsageBook {
  return connection.snapshot(() => ({
    revision: revisionOf(connection, profileId),
    slices: connection.all<BookSlice>(
      `SELECT s.id, s.month, l.mpn_id AS location, f.id AS fileId, f.name AS file,
         f.by_hand AS byHand, s.row_count AS rows
       FROM imports i
       JOIN files f ON f.import_id = i.id
       JOIN slices s ON s.file_id = f.id
       JOIN locations l ON l.id = s.location_id
       WHERE i.profile_id = ? AND f.dataset IN (SELECT value FROM json_each(?)) AND ${FORCE}
       ORDER BY s.id`,
      profileId,
      datasets[table],
    ),
    kinds: table === 'azure' ? azureKinds(connection, profileId) : seatKinds(connection, profileId),
    tenants: tenantsOf(connection, profileId),
    ranges: connection.all<UsageBook['ranges'][number]>(
      `SELECT f.first_row AS first, f.last_row AS last
       FROM imports i JOIN files f ON f.import_id = i.id
       WHERE i.profile_id = ? AND f.dataset IN (SELECT value FROM json_each(?))
         AND f.first_row IS NOT NULL
         AND EXISTS (SELECT 1 FROM slices s WHERE s.file_id = f.id AND ${FORCE})
       ORDER BY f.first_row`,
      profileId,
      datasets[table],
    ),
    changes: changedRowsOf(connection, profileId, changeable[table]),
  }))
}

function azureKinds(connection: ReadConnection, profileId: number): BookKind[] {
  return azureKindsOf(connection, profileId).map(({ service, ...kind }) => ({
    ...kind,
    name: service,
  }))
}

function seatKinds(connection: ReadConnection, profileId: number): BookKind[] {
  return seatKindsOf(connection, profileId).map(({ workload, ...kind }) => ({
    ...kind,
    name: workload,
    offer: null,
  }))
}

/** Rows of a range of ids, in force or not, ascending. */
export function numberedRowsOf(
  connection: ReadConnection,
  table: UsageTable,
  first: number,
  last: number,
): NumberedRow[] {
  return connection.raw<NumberedRow>(
    `SELECT id, slice_id, tenant_id, kind_id, ${amounts[table]} FROM ${tables[table]}
     WHERE id BETWEEN ? AND ?`,
    first,
    last,
  )
}

/** The line in its file of each row. */
export function linesOf(
  connection: ReadConnection,
  table: UsageTable,
  ids: readonly number[],
): Map<number, number> {
  const sql = `SELECT id, line FROM ${tables[table]} WHERE id IN (SELECT value FROM json_each(?))`
  return new Map(connection.raw<readonly [number, number]>(sql, JSON.stringify(ids)))
}

/**
 * Rows in force of each tenant and month: of Azure from the rollups, which know how many rows they
 * add up, slice by slice; of Microsoft 365 from the rows.
 */
export function* tenantRowCountsOf(
  connection: ReadConnection,
  profileId: number,
): Generator<readonly TenantMonthCount[]> {
  const guids = new Map(tenantsOf(connection, profileId).map(({ id, guid }) => [id, guid]))
  const named = (tenant: number) => guids.get(tenant) ?? ''
  for (const { id, month } of slicesInForce(connection, profileId, datasetsOf.azure_rollup)) {
    const counts = connection.raw<readonly [number, number]>(
      `SELECT tenant_id, sum(row_count) FROM azure_rollup WHERE slice_id = ? GROUP BY tenant_id`,
      id,
    )
    yield counts.map(([tenant, rows]) => [named(tenant), month ?? 0, rows])
  }
  const book = usageBookOf(connection, profileId, 'm365')
  const months = new Map(book.slices.map(({ id, month }) => [id, month]))
  for (const { first, last } of book.ranges) {
    for (let from = first; from <= last; from += ROWS_AT_A_TIME) {
      const counts = connection.raw<readonly [number, number, number]>(
        `SELECT slice_id, tenant_id, count(*) FROM m365_usage WHERE id BETWEEN ? AND ?
         GROUP BY slice_id, tenant_id`,
        from,
        Math.min(last, from + ROWS_AT_A_TIME - 1),
      )
      yield counts.flatMap(([slice, tenant, rows]): TenantMonthCount[] => {
        const month = months.get(slice)
        return month === undefined ? [] : [[named(tenant), month, rows]]
      })
    }
  }
}
