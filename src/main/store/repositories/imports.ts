import { formatMonth, type Month } from '../../../shared/calendar'
import type { HistoryFile, ImportedMonth, ImportEntry } from '../../../shared/import-history'
import type { DatasetId } from '../../../shared/imports'
import type { StoredImport } from '../../services/import-history'
import type { ReadConnection, WriteConnection } from '../connection'
import type { HistorySlice, OutOfForce } from '../import/in-force'

/** A row that was typed in is an import as well, but it has a step of its own to be undone by. */
const NOT_BY_HAND =
  'NOT EXISTS (SELECT 1 FROM files h WHERE h.import_id = imports.id AND h.by_hand = 1)'

/** An import of files that exists, withdrawn or not. */
export function importById(connection: ReadConnection, id: number): StoredImport | undefined {
  const row = connection.get<Omit<StoredImport, 'files'>>(
    `SELECT id, profile_id AS profileId, imported_at AS importedAt, withdrawn_at AS withdrawnAt
     FROM imports WHERE id = ? AND ${NOT_BY_HAND}`,
    id,
  )
  const files = connection.all<{ name: string }>(
    'SELECT name FROM files WHERE import_id = ? ORDER BY id',
    id,
  )
  return row && { ...row, files: files.map(({ name }) => name) }
}

type EntryRow = Omit<ImportEntry, 'files'>

interface FileRow extends Omit<HistoryFile, 'errorCounts' | 'months'> {
  readonly importId: number
  readonly account: string
}

interface MonthRow {
  readonly fileId: number
  readonly month: Month | null
  readonly rows: number
  readonly slices: number
  readonly replaced: number
  /** JSON. */
  readonly replacedBy: string
}

/** Every import of a profile, newest first, with what became of its months. */
export function importHistory(connection: ReadConnection, profileId: number): ImportEntry[] {
  const entries = connection.all<EntryRow>(
    `SELECT id, mode, imported_at AS importedAt, imported_by AS importedBy,
       withdrawn_at AS withdrawnAt
     FROM imports WHERE profile_id = ? AND ${NOT_BY_HAND} ORDER BY id DESC`,
    profileId,
  )
  const files = Map.groupBy(filesOf(connection, profileId), ({ importId }) => importId)
  const months = Map.groupBy(monthsOf(connection, profileId), ({ fileId }) => fileId)
  return entries.map((entry) => ({
    ...entry,
    files: (files.get(entry.id) ?? []).map(({ importId: _, account, ...file }) => ({
      ...file,
      errorCounts: countsIn(account),
      months: (months.get(file.id) ?? []).map((month) => stateOf(month, entry, file.repeats)),
    })),
  }))
}

function filesOf(connection: ReadConnection, profileId: number): FileRow[] {
  return connection.all(
    `SELECT f.id, f.import_id AS importId, f.name, f.sha256, f.dataset, f.rows_read AS rowsRead,
       f.rows_accepted AS rowsAccepted, f.rows_rejected AS rowsRejected, f.account,
       r.import_id AS repeats
     FROM imports i JOIN files f ON f.import_id = i.id LEFT JOIN files r ON r.id = f.repeats
     WHERE i.profile_id = ? ORDER BY f.id`,
    profileId,
  )
}

function monthsOf(connection: ReadConnection, profileId: number): MonthRow[] {
  return connection.all(
    `SELECT s.file_id AS fileId, s.month, sum(s.row_count) AS rows, count(*) AS slices,
       count(s.superseded_by) AS replaced,
       json_group_array(DISTINCT s.superseded_by) FILTER (WHERE s.superseded_by IS NOT NULL)
         AS replacedBy
     FROM imports i JOIN files f ON f.import_id = i.id JOIN slices s ON s.file_id = f.id
     WHERE i.profile_id = ? GROUP BY s.file_id, s.month ORDER BY s.file_id, s.month`,
    profileId,
  )
}

function stateOf(
  { month, rows, slices, replaced, replacedBy }: MonthRow,
  { withdrawnAt }: EntryRow,
  repeats: number | null,
): ImportedMonth {
  const replacing = replaced === slices ? 'replaced' : 'in-part'
  const counted = replaced === 0 ? 'in-force' : replacing
  const kept = repeats === null ? counted : 'repeated'
  return {
    month: month === null ? null : formatMonth(month),
    rows,
    state: withdrawnAt === null ? kept : 'withdrawn',
    replacedBy: (JSON.parse(replacedBy) as number[]).sort((one, other) => one - other),
  }
}

function countsIn(account: string): Record<string, number> {
  const { errorCounts } = JSON.parse(account) as { errorCounts?: Record<string, number> }
  return errorCounts ?? {}
}

/** Every slice of a profile by import and file, with what decides whether it is in force. */
export function historySlices(connection: ReadConnection, profileId: number): HistorySlice[] {
  return connection
    .all<Omit<HistorySlice, 'withdrawn'> & { withdrawn: number }>(
      `SELECT s.id, f.id AS fileId, i.id AS importId, i.mode, i.withdrawn_at IS NOT NULL AS withdrawn,
         iif(f.by_hand = 1, f.id, f.sha256) AS sha256, f.dataset, s.month,
         s.location_id AS locationId
       FROM imports i JOIN files f ON f.import_id = i.id JOIN slices s ON s.file_id = f.id
       WHERE i.profile_id = ? ORDER BY i.id, f.id, s.id`,
      profileId,
    )
    .map((slice) => ({ ...slice, withdrawn: slice.withdrawn === 1 }))
}

/** A slice that is in force after an import or was before it. */
export interface TouchedSlice {
  readonly id: number
  readonly dataset: DatasetId
  readonly month: Month | null
  readonly rows: number
  /** The import brought it. */
  readonly own: boolean
  /** The import put it out of force. */
  readonly replaced: boolean
}

/** The slices of a profile that are in force, and those that this import replaced, by month. */
export function slicesTouched(
  connection: ReadConnection,
  profileId: number,
  importId: number,
): TouchedSlice[] {
  return connection
    .all<Omit<TouchedSlice, 'own' | 'replaced'> & { own: number; replaced: number }>(
      `SELECT s.id, f.dataset, s.month, s.row_count AS rows, i.id = :importId AS own,
         s.superseded_by IS NOT NULL AS replaced
       FROM imports i JOIN files f ON f.import_id = i.id JOIN slices s ON s.file_id = f.id
       WHERE i.profile_id = :profileId AND i.withdrawn_at IS NULL AND f.repeats IS NULL
         AND (s.superseded_by IS NULL OR s.superseded_by = :importId)
       ORDER BY f.dataset, s.month, s.id`,
      { profileId, importId },
    )
    .map((slice) => ({ ...slice, own: slice.own === 1, replaced: slice.replaced === 1 }))
}

/** The slices of one dataset that an import brought. */
export function slicesOfImport(
  connection: ReadConnection,
  importId: number,
  dataset: DatasetId,
): { readonly id: number; readonly month: Month | null }[] {
  return connection.all(
    `SELECT s.id, s.month FROM files f JOIN slices s ON s.file_id = f.id
     WHERE f.import_id = ? AND f.dataset = ? ORDER BY s.id`,
    importId,
    dataset,
  )
}

/** Slices and files of a profile that are out of force, as it is stored. */
export function storedOutOfForce(connection: ReadConnection, profileId: number): OutOfForce {
  const slices = connection.all<{ id: number; by: number }>(
    `SELECT s.id, s.superseded_by AS by
     FROM imports i JOIN files f ON f.import_id = i.id JOIN slices s ON s.file_id = f.id
     WHERE i.profile_id = ? AND s.superseded_by IS NOT NULL`,
    profileId,
  )
  const files = connection.all<{ id: number; repeats: number }>(
    `SELECT f.id, f.repeats FROM imports i JOIN files f ON f.import_id = i.id
     WHERE i.profile_id = ? AND f.repeats IS NOT NULL`,
    profileId,
  )
  return {
    supersededBy: new Map(slices.map(({ id, by }) => [id, by])),
    repeats: new Map(files.map(({ id, repeats }) => [id, repeats])),
  }
}

/** Says when an import was withdrawn; null: it is not. */
export function setWithdrawn(connection: WriteConnection, id: number, at: string | null): void {
  connection.run('UPDATE imports SET withdrawn_at = ? WHERE id = ?', at, id)
}

/** null: nothing replaced it. */
export function setSupersededBy(connection: WriteConnection, id: number, by: number | null): void {
  connection.run('UPDATE slices SET superseded_by = ? WHERE id = ?', by, id)
}

/** null: it repeats no other file. */
export function setRepeats(connection: WriteConnection, id: number, file: number | null): void {
  connection.run('UPDATE files SET repeats = ? WHERE id = ?', file, id)
}

/** Deletes the import's own row; everything below it but the usage rows goes along by foreign key. */
export function deleteImport(connection: WriteConnection, id: number): void {
  connection.run('DELETE FROM imports WHERE id = ?', id)
}
