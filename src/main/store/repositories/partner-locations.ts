import type { PartnerLocation } from '../../../shared/locations'
import type { PartnerLocationRow } from '../../services/row-batches'
import type { ReadConnection, WriteConnection } from '../connection'

export function insertPartnerLocation(
  connection: WriteConnection,
  sliceId: number,
  row: PartnerLocationRow,
): void {
  connection.run(
    `INSERT INTO partner_locations
       (slice_id, line, mpn_id, name, global_mpn_id, global_name, city, country, level)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    sliceId,
    row.line,
    row.mpnId,
    row.name,
    row.globalMpnId,
    row.globalName,
    row.city,
    row.country,
    row.level,
  )
}

/**
 * The locations of a profile in the order of their ids: what its profile reports in force say, the
 * newest first where several tell of one.
 */
export function partnerLocationsOf(
  connection: ReadConnection,
  profileId: number,
): PartnerLocation[] {
  const rows = connection.all<PartnerLocation>(
    `SELECT l.mpn_id AS mpnId, l.name, l.city, l.country, l.level, l.global_mpn_id AS globalMpnId,
       l.global_name AS globalName, f.name AS file, l.line
     FROM imports i
     JOIN files f ON f.import_id = i.id
     JOIN slices s ON s.file_id = f.id
     JOIN partner_locations l ON l.slice_id = s.id
     WHERE i.profile_id = ? AND s.superseded_by IS NULL ORDER BY l.mpn_id, l.id`,
    profileId,
  )
  return [...new Map(rows.map((row) => [row.mpnId, row])).values()]
}
