import type { Exported } from '../../../shared/exports'
import type { NewExport } from '../../services/exports'
import type { ReadConnection, WriteConnection } from '../connection'

/** The exports of a profile, the last one first. */
export function exportsOf(connection: ReadConnection, profileId: number): Exported[] {
  return connection.all<Exported>(
    `SELECT id, at, template, format, score_date AS scoreDate, edition, total_shown AS totalShown,
       report_id AS reportId, file_name AS fileName, bytes, sha256
     FROM exports WHERE profile_id = ? ORDER BY id DESC`,
    profileId,
  )
}

export function insertExport(
  connection: WriteConnection,
  { profileId, template, format, scoreDate, edition, totalShown, ...written }: NewExport,
  at: string,
): void {
  connection.run(
    `INSERT INTO exports (profile_id, at, template, format, score_date, edition, total_shown,
       report_id, file_name, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    profileId,
    at,
    template,
    format,
    scoreDate,
    edition,
    totalShown,
    written.reportId,
    written.fileName,
    written.bytes,
    written.sha256,
  )
}
