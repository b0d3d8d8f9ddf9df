import type { DatasetId } from '../../../shared/imports'
import { rowContent, type RowMark } from '../../services/edits/operations'
import type { ReadConnection, WriteConnection } from '../connection'
import { FORCE, type RowRange } from './files'
import type { RowTable } from './usage'

/** Rows whose values were changed by hand (schema 10). */

/** As much of a change as stands beside a row in a list; all null where it was not changed. */
export interface StoredMark {
  readonly changedAt: string | null
  readonly leftOut: number | null
  readonly original: string | null
}

/** Columns and join that give a row `u` of a dataset its {@link StoredMark}. */
export const MARK_COLUMNS = `ch.at AS changedAt, ch.left_out AS leftOut, ch.original`
export function markJoin(dataset: DatasetId, row: string): string {
  return `LEFT JOIN row_changes ch ON ch.dataset = '${dataset}' AND ch.row_id = ${row}`
}

export function markOf({ changedAt, leftOut, original }: StoredMark): RowMark | null {
  if (changedAt === null || original === null) return null
  return {
    at: changedAt,
    leftOut: leftOut === 1,
    original: rowContent.parse(JSON.parse(original)),
  }
}

/** Notes that a row was changed, or with null that it is as its file has it. */
export function setMark(
  connection: WriteConnection,
  place: { readonly dataset: DatasetId; readonly row: number; readonly profileId: number },
  mark: RowMark | null,
): void {
  const { dataset, row, profileId } = place
  connection.run('DELETE FROM row_changes WHERE dataset = ? AND row_id = ?', dataset, row)
  if (mark === null) return
  connection.run(
    `INSERT INTO row_changes (dataset, row_id, profile_id, at, left_out, original)
     VALUES (?, ?, ?, ?, ?, ?)`,
    dataset,
    row,
    profileId,
    mark.at,
    mark.leftOut ? 1 : 0,
    JSON.stringify(mark.original),
  )
}

/** The rows of a dataset that were changed by hand, by id, and whether each is left out. */
export function changedRowsOf(
  connection: ReadConnection,
  profileId: number,
  dataset: DatasetId,
): ReadonlyMap<number, boolean> {
  const sql = 'SELECT row_id, left_out FROM row_changes WHERE profile_id = ? AND dataset = ?'
  const rows = connection.raw<readonly [number, number]>(sql, profileId, dataset)
  return new Map(rows.map(([row, leftOut]) => [row, leftOut === 1]))
}

/** Changed rows among those of the given slices. */
export function countChangedIn(
  connection: ReadConnection,
  profileId: number,
  sliceIds: readonly number[],
): number {
  if (sliceIds.length === 0) return 0
  return tables
    .map(({ dataset, table }) => {
      const row = connection.get<{ n: number }>(
        `SELECT count(*) AS n FROM row_changes ch JOIN ${table} u ON u.id = ch.row_id
         WHERE ch.profile_id = ? AND ch.dataset = ?
           AND u.slice_id IN (SELECT value FROM json_each(?))`,
        profileId,
        dataset,
        JSON.stringify(sliceIds),
      )
      return row?.n ?? 0
    })
    .reduce((sum, count) => sum + count)
}

/** Forgets what rows said before they were changed, as the rows themselves go. */
export function deleteChangesIn(
  connection: WriteConnection,
  rows: RowTable,
  { first, last }: RowRange,
): void {
  for (const { dataset } of tables.filter(({ table }) => table === rows)) {
    const sql = 'DELETE FROM row_changes WHERE dataset = ? AND row_id BETWEEN ? AND ?'
    connection.run(sql, dataset, first, last)
  }
}

/** Changed rows of a profile that are in force. */
export function countChangedInForce(connection: ReadConnection, profileId: number): number {
  return tables
    .map(({ dataset, table }) => {
      const row = connection.get<{ n: number }>(
        `SELECT count(*) AS n FROM row_changes ch
         JOIN ${table} u ON u.id = ch.row_id JOIN slices s ON s.id = u.slice_id
         JOIN files f ON f.id = s.file_id JOIN imports i ON i.id = f.import_id
         WHERE ch.profile_id = ? AND ch.dataset = ? AND ${FORCE}`,
        profileId,
        dataset,
      )
      return row?.n ?? 0
    })
    .reduce((sum, count) => sum + count)
}

/** Changes that belong to no row, or to one of another profile. */
export function countAstrayChanges(connection: ReadConnection): number {
  return tables
    .map(({ dataset, table }) => {
      const row = connection.get<{ n: number }>(
        `SELECT count(*) AS n FROM row_changes ch
         LEFT JOIN ${table} u ON u.id = ch.row_id
         LEFT JOIN slices s ON s.id = u.slice_id
         LEFT JOIN files f ON f.id = s.file_id
         LEFT JOIN imports i ON i.id = f.import_id
         WHERE ch.dataset = ? AND i.profile_id IS NOT ch.profile_id`,
        dataset,
      )
      return row?.n ?? 0
    })
    .reduce((sum, count) => sum + count)
}

const tables = [
  { dataset: 'azure-usage', table: 'azure_usage' },
  { dataset: 'm365-usage', table: 'm365_usage' },
  { dataset: 'certifications', table: 'certifications' },
] as const
