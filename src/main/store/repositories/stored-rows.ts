import type { StoredAzureRow, StoredCertification, StoredSeatRow } from '../../scoring/facts'
import type { RowQuery } from '../../services/stored-rows'
import type { ReadConnection } from '../connection'
import { FORCE } from './files'

/** A tenant's rows by index, page by page; the index is named so that nothing ever scans the table. */
const pageOf = (table: 'azure_usage' | 'm365_usage', kinds: string, columns: string) => `
  SELECT u.id AS row, f.name AS file, u.line, s.month, k.association, k.duplicate, ${columns}
  FROM ${table} u INDEXED BY ${table}_by_tenant
  JOIN slices s ON s.id = u.slice_id
  JOIN files f ON f.id = s.file_id
  JOIN imports i ON i.id = f.import_id
  JOIN ${kinds} k ON k.id = u.kind_id
  WHERE u.tenant_id = (SELECT id FROM tenants WHERE profile_id = :profileId AND guid = :tenantId)
    AND u.id > :after AND ${FORCE}
    AND (:months IS NULL OR s.month IN (SELECT value FROM json_each(:months)))
  ORDER BY u.id LIMIT :limit`

export const AZURE_PAGE = pageOf(
  'azure_usage',
  'azure_kinds',
  'k.service, k.offer, u.micro_usd AS microUsd',
)
export const SEAT_PAGE = pageOf(
  'm365_usage',
  'm365_kinds',
  'k.workload, u.paid_seats AS paidSeats, u.active_seats AS activeSeats',
)

export function azureRowsOf(
  connection: ReadConnection,
  profileId: number,
  query: RowQuery,
): StoredAzureRow[] {
  return connection.all(AZURE_PAGE, valuesOf(profileId, query))
}

export function seatRowsOf(
  connection: ReadConnection,
  profileId: number,
  query: RowQuery,
): StoredSeatRow[] {
  return connection.all(SEAT_PAGE, valuesOf(profileId, query))
}

/** Certifications in force with their places, in the order of file and line. */
export function certificationRowsOf(
  connection: ReadConnection,
  profileId: number,
): StoredCertification[] {
  return connection.all(
    `SELECT c.id AS row, f.name AS file, c.line, p.identity AS person, p.name AS personName, c.title,
       c.training_type AS trainingType, c.completed, c.expires, c.activation
     FROM imports i
     JOIN files f ON f.import_id = i.id
     JOIN slices s ON s.file_id = f.id
     JOIN certifications c ON c.slice_id = s.id
     JOIN people p ON p.id = c.person_id
     WHERE i.profile_id = ? AND ${FORCE} ORDER BY c.id`,
    profileId,
  )
}

function valuesOf(profileId: number, { tenantId, months, after, limit }: RowQuery) {
  return { profileId, tenantId, months: months && JSON.stringify(months), after, limit }
}
