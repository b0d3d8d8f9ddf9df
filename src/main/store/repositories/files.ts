import { formatMonth, type Month } from '../../../shared/calendar'
import type { DatasetId, ImportedFile } from '../../../shared/imports'
import type { NewFile, NewImport } from '../../services/ports'
import type { ReadConnection, WriteConnection } from '../connection'

/** What lets a slice `s` of file `f` of import `i` be in force (schema 8). */
export const FORCE = 'i.withdrawn_at IS NULL AND f.repeats IS NULL AND s.superseded_by IS NULL'

/** Slices in force of one profile with their files: `s`, `f` and `i`. */
const IN_FORCE = `FROM imports i
  JOIN files f ON f.import_id = i.id
  JOIN slices s ON s.file_id = f.id
  WHERE i.profile_id = ? AND ${FORCE}`

export interface SliceInForce {
  readonly id: number
  readonly month: Month | null
}

/** Where one slice stands: no two slices in force of different imports share it in mode `replace`. */
export interface SlicePlace {
  readonly id: number
  readonly fileId: number
  readonly dataset: DatasetId
  readonly month: Month | null
  readonly locationId: number
}

/** Ids of the file's rows in the table of its dataset, both included; null when it has none. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

export interface FileTotals {
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly rowsRejected: number
  readonly rows: RowRange | null
  readonly account: unknown
}

type FileRow = Omit<ImportedFile, 'months'>

/** Files that have a slice in force, newest import first, each with the months still in force. */
export function filesInForce(connection: ReadConnection, profileId: number): ImportedFile[] {
  const months = new Map<number, string[]>()
  for (const { fileId, month } of connection.all<{ fileId: number; month: Month | null }>(
    `SELECT DISTINCT f.id AS fileId, s.month ${IN_FORCE} ORDER BY s.month`,
    profileId,
  )) {
    const known = months.get(fileId) ?? []
    if (month !== null) known.push(formatMonth(month))
    months.set(fileId, known)
  }
  return connection
    .all<FileRow>(
      `SELECT DISTINCT f.id, f.name, f.sha256, f.dataset, i.imported_at AS importedAt,
         f.rows_read AS rowsRead, f.rows_accepted AS rowsAccepted, f.rows_rejected AS rowsRejected
       ${IN_FORCE} ORDER BY i.id DESC, f.id`,
      profileId,
    )
    .map((file) => ({ ...file, months: months.get(file.id) ?? [] }))
}

/** True when a file with this content has a slice in force. */
export function isFileInForce(
  connection: ReadConnection,
  profileId: number,
  sha256: string,
): boolean {
  return (
    connection.get(`SELECT 1 ${IN_FORCE} AND f.sha256 = ? LIMIT 1`, profileId, sha256) !== undefined
  )
}

export function countFilesInForce(connection: ReadConnection, profileId: number): number {
  return count(connection, `SELECT count(DISTINCT f.id) AS n ${IN_FORCE}`, profileId)
}

export function newestMonthInForce(connection: ReadConnection, profileId: number): Month | null {
  const row = connection.get<{ month: Month | null }>(
    `SELECT max(s.month) AS month ${IN_FORCE}`,
    profileId,
  )
  return row?.month ?? null
}

/** Slices in force of some datasets, by month. */
export function slicesInForce(
  connection: ReadConnection,
  profileId: number,
  datasets: readonly DatasetId[],
): SliceInForce[] {
  return connection.all<SliceInForce>(
    `SELECT s.id, s.month ${IN_FORCE} AND f.dataset IN (SELECT value FROM json_each(?))
     ORDER BY s.month, s.id`,
    profileId,
    JSON.stringify(datasets),
  )
}

/** Sum of the gross amounts in force. Not exact above 2^53, where it only has to be recognised. */
export function grossInForce(connection: ReadConnection, profileId: number): number {
  return count(connection, `SELECT total(s.gross_micro_usd) AS n ${IN_FORCE}`, profileId)
}

export function insertImport(
  connection: WriteConnection,
  profileId: number,
  { mode, at, by, id = null }: NewImport & { readonly id?: number | null },
): number {
  return connection.insert(
    'INSERT INTO imports (id, profile_id, mode, imported_at, imported_by) VALUES (?, ?, ?, ?, ?)',
    id,
    profileId,
    mode,
    at,
    by,
  )
}

/** The id that the next import will have. */
export function nextImportId(connection: ReadConnection): number {
  const sql = "SELECT seq FROM sqlite_sequence WHERE name = 'imports'"
  return (connection.get<{ seq: number }>(sql)?.seq ?? 0) + 1
}

/** The id of the newest import of a profile; 0: it has none. */
export function newestImport(connection: ReadConnection, profileId: number): number {
  return count(
    connection,
    'SELECT coalesce(max(id), 0) AS n FROM imports WHERE profile_id = ?',
    profileId,
  )
}

/**
 * Deletes an import with its single file: rows, slices, rollups and columns. Only for a row typed in,
 * which no other import can have replaced.
 */
export function deleteEntered(connection: WriteConnection, importId: number): void {
  connection.run(
    `DELETE FROM imports WHERE id = ?
       AND EXISTS (SELECT 1 FROM files WHERE import_id = imports.id AND by_hand = 1)`,
    importId,
  )
}

/** Adds a file without rows; {@link completeFile} fills in what is known at its end. */
export function insertFile(connection: WriteConnection, importId: number, file: NewFile): number {
  return connection.insert(
    `INSERT INTO files (import_id, name, sha256, bytes, dataset, by_hand, rows_read, rows_accepted,
       rows_rejected, account) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, '{}')`,
    importId,
    file.name,
    file.sha256,
    file.bytes,
    file.dataset,
    file.byHand ? 1 : 0,
  )
}

export function completeFile(connection: WriteConnection, id: number, totals: FileTotals): void {
  connection.run(
    `UPDATE files SET rows_read = ?, rows_accepted = ?, rows_rejected = ?, first_row = ?, last_row = ?,
       account = ? WHERE id = ?`,
    totals.rowsRead,
    totals.rowsAccepted,
    totals.rowsRejected,
    totals.rows?.first ?? null,
    totals.rows?.last ?? null,
    JSON.stringify(totals.account),
    id,
  )
}

export function insertSlice(
  connection: WriteConnection,
  fileId: number,
  month: Month | null,
  locationId: number,
): number {
  return connection.insert(
    'INSERT INTO slices (file_id, month, location_id, row_count, gross_micro_usd) VALUES (?, ?, ?, 0, 0)',
    fileId,
    month,
    locationId,
  )
}

export function completeSlice(
  connection: WriteConnection,
  id: number,
  rows: number,
  gross: number,
): void {
  connection.run(
    'UPDATE slices SET row_count = ?, gross_micro_usd = ? WHERE id = ?',
    rows,
    gross,
    id,
  )
}

/** Slices in force that this import brought, or (`earlier`) that those before it brought. */
export function slicePlaces(
  connection: ReadConnection,
  profileId: number,
  importId: number,
  which: 'own' | 'earlier',
): SlicePlace[] {
  return connection.all<SlicePlace>(
    `SELECT s.id, s.file_id AS fileId, f.dataset, s.month, s.location_id AS locationId
     ${IN_FORCE} AND i.id ${which === 'own' ? '=' : '<'} ? ORDER BY f.id, s.month`,
    profileId,
    importId,
  )
}

/** Rows typed in for a dataset, of usage in the given months, that are in force. */
export function countEntered(
  connection: ReadConnection,
  profileId: number,
  dataset: DatasetId,
  months: readonly Month[],
): number {
  const row = connection.get<{ n: number }>(
    `SELECT count(*) AS n ${IN_FORCE} AND f.by_hand = 1 AND f.dataset = ?
       AND (s.month IS NULL OR s.month IN (SELECT value FROM json_each(?)))`,
    profileId,
    dataset,
    JSON.stringify(months),
  )
  return row?.n ?? 0
}

/** The size of a slice's amounts without their signs, in micro-dollars. */
export function grossOf(connection: ReadConnection, sliceId: number): number {
  return count(connection, 'SELECT gross_micro_usd AS n FROM slices WHERE id = ?', sliceId)
}

export function setGross(connection: WriteConnection, sliceId: number, gross: number): void {
  connection.run('UPDATE slices SET gross_micro_usd = ? WHERE id = ?', gross, sliceId)
}

export function supersedeSlice(connection: WriteConnection, id: number, importId: number): void {
  connection.run('UPDATE slices SET superseded_by = ? WHERE id = ?', importId, id)
}

/** The row ranges of all files of a profile or of one of its imports, in force or not. */
export function rowRanges(
  connection: ReadConnection,
  profileId: number,
  importId: number | null = null,
): (RowRange & { readonly dataset: DatasetId })[] {
  return connection.all(
    `SELECT f.dataset, f.first_row AS first, f.last_row AS last
     FROM imports i JOIN files f ON f.import_id = i.id
     WHERE i.profile_id = ? AND i.id = coalesce(?, i.id) AND f.first_row IS NOT NULL`,
    profileId,
    importId,
  )
}

function count(connection: ReadConnection, sql: string, profileId: number): number {
  return connection.get<{ n: number }>(sql, profileId)?.n ?? 0
}
