import type { DatasetId } from '../../../shared/imports'
import type { ReadConnection, WriteConnection } from '../connection'
import { BulkInsert } from './bulk-insert'
import type { RowRange } from './files'

/** The table with the rows of a dataset. */
export const tableOf = {
  'azure-usage': 'azure_usage',
  'm365-usage': 'm365_usage',
  'ems-usage': 'm365_usage',
  certifications: 'certifications',
  'partner-profile': 'partner_locations',
} as const satisfies Record<DatasetId, string>

export type RowTable = (typeof tableOf)[keyof typeof tableOf]
export type RollupTable = 'azure_rollup' | 'm365_rollup'

/** The datasets whose rows a rollup adds up: two reports tell of the same Microsoft 365 seats. */
export const datasetsOf = {
  azure_rollup: ['azure-usage'],
  m365_rollup: ['m365-usage', 'ems-usage'],
} as const satisfies Record<RollupTable, readonly DatasetId[]>

/** The rollup that adds up the rows of a dataset; null: nothing does. */
export function rollupFor(dataset: DatasetId): RollupTable | null {
  if (dataset === 'azure-usage') return 'azure_rollup'
  return dataset === 'm365-usage' || dataset === 'ems-usage' ? 'm365_rollup' : null
}

/** One entry of a rollup: tenant, kind, then the two numbers of the stream (see the schema). */
export type RollupRow = readonly [tenantId: number, kindId: number, first: number, second: number]

const ROLLUP_PAGE = 20_000

const rollupNumbers = {
  azure_rollup: 'micro_usd, row_count',
  m365_rollup: 'paid_seats, active_seats',
} as const

/** Slice, line, tenant, kind, micro-dollars. */
export function azureRows(connection: WriteConnection): BulkInsert {
  return new BulkInsert(
    connection,
    'azure_usage (slice_id, line, tenant_id, kind_id, micro_usd)',
    5,
  )
}

/** Slice, line, tenant, kind, paid seats, active seats. */
export function seatRows(connection: WriteConnection): BulkInsert {
  const columns = '(slice_id, line, tenant_id, kind_id, paid_seats, active_seats)'
  return new BulkInsert(connection, `m365_usage ${columns}`, 6)
}

/** Slice, tenant, kind, micro-dollars, rows; adds to what is there. */
export function azureRollups(connection: WriteConnection): BulkInsert {
  return new BulkInsert(
    connection,
    `azure_rollup (slice_id, tenant_id, kind_id, ${rollupNumbers.azure_rollup})`,
    5,
    `ON CONFLICT (slice_id, tenant_id, kind_id) DO UPDATE
       SET micro_usd = micro_usd + excluded.micro_usd, row_count = row_count + excluded.row_count`,
  )
}

/** Slice, tenant, kind, paid seats, active seats; takes the place of what is there when it has more. */
export function seatRollups(connection: WriteConnection): BulkInsert {
  return new BulkInsert(
    connection,
    `m365_rollup (slice_id, tenant_id, kind_id, ${rollupNumbers.m365_rollup})`,
    5,
    `ON CONFLICT (slice_id, tenant_id, kind_id) DO UPDATE
       SET paid_seats = excluded.paid_seats, active_seats = excluded.active_seats
       WHERE (excluded.paid_seats, excluded.active_seats) > (paid_seats, active_seats)`,
  )
}

/** The highest row id of a table, 0 when it is empty: the next file's rows follow it. */
export function lastRow(connection: ReadConnection, table: RowTable): number {
  return connection.get<{ last: number | null }>(`SELECT max(id) AS last FROM ${table}`)?.last ?? 0
}

export function deleteRows(connection: WriteConnection, table: RowTable, range: RowRange): void {
  connection.run(`DELETE FROM ${table} WHERE id BETWEEN ? AND ?`, range.first, range.last)
}

/** How many entries the rollups of these slices hold. */
export function countRollups(
  connection: ReadConnection,
  table: RollupTable,
  sliceIds: readonly number[],
): number {
  const sql = `SELECT count(*) AS n FROM ${table} WHERE slice_id IN (SELECT value FROM json_each(?))`
  return connection.get<{ n: number }>(sql, JSON.stringify(sliceIds))?.n ?? 0
}

/** Every tenant or kind that the rollup of a slice has, ascending. */
export function distinctInRollup(
  connection: ReadConnection,
  table: RollupTable,
  sliceId: number,
  column: 'tenant_id' | 'kind_id',
): number[] {
  return connection
    .raw<readonly [number]>(
      `SELECT DISTINCT ${column} FROM ${table} WHERE slice_id = ? ORDER BY ${column}`,
      sliceId,
    )
    .map(([id]) => id)
}

/** The rollup of one slice, in pages, so that its size does not matter. */
export function* rollupOf(
  connection: ReadConnection,
  table: RollupTable,
  sliceId: number,
): Generator<readonly RollupRow[]> {
  let after: readonly number[] = [0, 0]
  for (;;) {
    const rows = connection.raw<RollupRow>(
      `SELECT tenant_id, kind_id, ${rollupNumbers[table]} FROM ${table}
       WHERE slice_id = ? AND (tenant_id, kind_id) > (?, ?)
       ORDER BY tenant_id, kind_id LIMIT ${ROLLUP_PAGE}`,
      sliceId,
      after[0] ?? 0,
      after[1] ?? 0,
    )
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < ROLLUP_PAGE) return
    after = last
  }
}
