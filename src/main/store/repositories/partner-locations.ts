import type { PartnerLocation } from '../../../shared/locations'
import type { PartnerLocationRow } from '../../services/row-batches'
import type { ReadConnection, WriteConnection } from '../connection'
import { FORCE } from './files'

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
 * The locations of a profile in the order of their ids: those of its profile reports in force, the
 * newest where several tell of one, and those that only its other files name.
 */
export function partnerLocationsOf(
  connection: ReadConnection,
  profileId: number,
): PartnerLocation[] {
  const told = connection.all<Omit<PartnerLocation, 'dataFiles'>>(
    `SELECT l.mpn_id AS mpnId, l.name, l.city, l.country, l.level, l.global_mpn_id AS globalMpnId,
       l.global_name AS globalName, f.name AS file, l.line
     FROM imports i
     JOIN files f ON f.import_id = i.id
     JOIN slices s ON s.file_id = f.id
     JOIN partner_locations l ON l.slice_id = s.id
     WHERE i.profile_id = ? AND ${FORCE} ORDER BY l.id`,
    profileId,
  )
  const seen = connection.all<{ mpnId: string; dataFiles: number }>(
    `SELECT l.mpn_id AS mpnId, count(DISTINCT f.id) AS dataFiles
     FROM imports i
     JOIN files f ON f.import_id = i.id
     JOIN slices s ON s.file_id = f.id
     JOIN locations l ON l.id = s.location_id
     WHERE i.profile_id = ? AND ${FORCE}
       AND l.mpn_id <> '' AND f.dataset <> 'partner-profile' GROUP BY l.id`,
    profileId,
  )
  const locations = new Map<string, PartnerLocation>()
  for (const row of told) locations.set(row.mpnId, { ...row, dataFiles: 0 })
  for (const { mpnId, dataFiles } of seen) {
    locations.set(mpnId, { ...(locations.get(mpnId) ?? unknownLocation(mpnId)), dataFiles })
  }
  return [...locations.values()].toSorted((a, b) => (a.mpnId < b.mpnId ? -1 : 1))
}

function unknownLocation(mpnId: string) {
  const nothing = { name: null, city: null, country: null, level: null, file: null, line: null }
  return { mpnId, ...nothing, globalMpnId: null, globalName: null }
}
