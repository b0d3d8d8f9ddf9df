import type { ReadConnection, WriteConnection } from '../connection'
import type { RollupTable } from './usage'

/** The columns of slices (schema 5). */

export interface ColumnPart {
  readonly id: number
  readonly tenants: Uint8Array
  readonly checksum: number
}

export interface ColumnEntry {
  readonly partId: number
  readonly kindId: number
  readonly checksum: number
}

export interface StoredColumn extends ColumnEntry {
  readonly content: Uint8Array
}

export function insertPart(
  connection: WriteConnection,
  sliceId: number,
  { tenants, checksum }: Omit<ColumnPart, 'id'>,
): number {
  const sql = 'INSERT INTO column_parts (slice_id, tenants, checksum) VALUES (?, ?, ?)'
  return connection.insert(sql, sliceId, tenants, checksum)
}

export function insertColumn(connection: WriteConnection, column: StoredColumn): void {
  connection.run(
    'INSERT INTO usage_columns (part_id, kind_id, checksum, content) VALUES (?, ?, ?, ?)',
    column.partId,
    column.kindId,
    column.checksum,
    column.content,
  )
}

export function deleteColumn(connection: WriteConnection, { partId, kindId }: ColumnEntry): void {
  connection.run('DELETE FROM usage_columns WHERE part_id = ? AND kind_id = ?', partId, kindId)
}

export function setPartChecksum(
  connection: WriteConnection,
  partId: number,
  checksum: number,
): void {
  connection.run('UPDATE column_parts SET checksum = ? WHERE id = ?', checksum, partId)
}

/** Takes all columns from a slice; its rollup is read instead. */
export function forgetColumns(connection: WriteConnection, sliceId: number): void {
  connection.run('DELETE FROM columned_slices WHERE slice_id = ?', sliceId)
  connection.run('DELETE FROM column_parts WHERE slice_id = ?', sliceId)
}

/** Says that a slice has all its columns. */
export function completeColumns(connection: WriteConnection, sliceId: number, parts: number): void {
  connection.run('INSERT INTO columned_slices (slice_id, parts) VALUES (?, ?)', sliceId, parts)
}

/** In how many parts a slice has its columns; undefined where it has none. */
export function partCount(connection: ReadConnection, sliceId: number): number | undefined {
  const sql = 'SELECT parts FROM columned_slices WHERE slice_id = ?'
  return connection.get<{ parts: number }>(sql, sliceId)?.parts
}

/** All slices that are said to have their columns, with the table of their rollups. */
export function columnedSlices(
  connection: ReadConnection,
): { readonly id: number; readonly table: RollupTable }[] {
  return connection.all(
    `SELECT s.id, CASE f.dataset WHEN 'azure-usage' THEN 'azure_rollup' ELSE 'm365_rollup' END AS "table"
     FROM columned_slices c JOIN slices s ON s.id = c.slice_id JOIN files f ON f.id = s.file_id`,
  )
}

export function partsOf(connection: ReadConnection, sliceId: number): ColumnPart[] {
  const sql = 'SELECT id, tenants, checksum FROM column_parts WHERE slice_id = ? ORDER BY id'
  return connection.all<ColumnPart>(sql, sliceId)
}

/** What the columns of a part are, by kind, without their content. */
export function columnsOf(connection: ReadConnection, partId: number): ColumnEntry[] {
  return connection.all<ColumnEntry>(
    `SELECT part_id AS partId, kind_id AS kindId, checksum FROM usage_columns
     WHERE part_id = ? ORDER BY kind_id`,
    partId,
  )
}

export function columnContent(
  connection: ReadConnection,
  { partId, kindId }: ColumnEntry,
): Uint8Array | undefined {
  const sql = 'SELECT content FROM usage_columns WHERE part_id = ? AND kind_id = ?'
  return connection.get<{ content: Uint8Array }>(sql, partId, kindId)?.content
}
