import type { AuditEntry, Found } from '../../../shared/workspace-procedures'
import type { ReadConnection } from '../connection'
import { FORCE } from './files'

/** Customers whom a file names that is not withdrawn; those without a name last. */
export function customersNamed(connection: ReadConnection, profileId: number): Found[] {
  return connection.all(
    `SELECT guid AS id, name FROM tenants WHERE profile_id = ? AND in_use = 1
     ORDER BY name IS NULL, name, guid`,
    profileId,
  )
}

/** People with a certification in force; those without a name last. */
export function peopleNamed(connection: ReadConnection, profileId: number): Found[] {
  return connection.all(
    `SELECT DISTINCT p.identity AS id, nullif(p.name, '') AS name FROM imports i
     JOIN files f ON f.import_id = i.id
     JOIN slices s ON s.file_id = f.id
     JOIN certifications c ON c.slice_id = s.id
     JOIN people p ON p.id = c.person_id
     WHERE i.profile_id = ? AND ${FORCE}
     ORDER BY p.name = '', p.name, p.identity`,
    profileId,
  )
}

/** The latest entries of the audit log, latest first. */
export function latestAudit(connection: ReadConnection, atMost: number): AuditEntry[] {
  const sql = 'SELECT id, at, action, subject, details FROM audit_log ORDER BY id DESC LIMIT ?'
  return connection
    .all<Omit<AuditEntry, 'details'> & { readonly details: string }>(sql, atMost)
    .map(({ details, ...entry }) => ({
      ...entry,
      details: JSON.parse(details) as AuditEntry['details'],
    }))
}
