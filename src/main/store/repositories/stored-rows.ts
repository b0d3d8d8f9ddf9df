import type { StoredAzureRow, StoredCertification, StoredSeatRow } from '../../scoring/facts'
import type { RowQuery } from '../../services/stored-rows'
import { byHandOf } from '../../services/edits/by-hand'
import type { ReadConnection } from '../connection'
import { FORCE } from './files'
import { MARK_COLUMNS, markJoin, markOf, type StoredMark } from './row-changes'

/** When a row was typed in; null: it is from a file. */
const ENTERED = 'CASE f.by_hand WHEN 1 THEN i.imported_at END AS enteredAt'

interface Marks extends StoredMark {
  readonly enteredAt: string | null
}

/** Rows with how they came to say what they say, where it was not only read from a file. */
function marked<Row>(rows: readonly (Row & Marks)[]): Row[] {
  return rows.map(({ enteredAt, changedAt, leftOut, original, ...row }) => {
    const mark = markOf({ changedAt, leftOut, original })
    const byHand = byHandOf({ enteredAt, mark })
    return (byHand === null ? row : { ...row, byHand }) as Row
  })
}

/** A tenant's rows by index, page by page; the index is named so that nothing ever scans the table. */
const pageOf = (table: 'azure_usage' | 'm365_usage', kinds: string, columns: string) => `
  SELECT u.id AS row, f.name AS file, u.line, s.month, k.association, k.duplicate, ${columns},
    ${ENTERED}, ${MARK_COLUMNS}
  FROM ${table} u INDEXED BY ${table}_by_tenant
  JOIN slices s ON s.id = u.slice_id
  JOIN files f ON f.id = s.file_id
  JOIN imports i ON i.id = f.import_id
  JOIN ${kinds} k ON k.id = u.kind_id
  ${markJoin(table === 'azure_usage' ? 'azure-usage' : 'm365-usage', 'u.id')}
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
  return marked<StoredAzureRow>(connection.all(AZURE_PAGE, valuesOf(profileId, query)))
}

export function seatRowsOf(
  connection: ReadConnection,
  profileId: number,
  query: RowQuery,
): StoredSeatRow[] {
  return marked<StoredSeatRow>(connection.all(SEAT_PAGE, valuesOf(profileId, query)))
}

/** Certifications in force with their places, in the order of file and line. */
export function certificationRowsOf(
  connection: ReadConnection,
  profileId: number,
): StoredCertification[] {
  return marked<StoredCertification>(
    connection.all(
      `SELECT c.id AS row, f.name AS file, c.line, p.identity AS person, p.name AS personName, c.title,
         c.training_type AS trainingType, c.completed, c.expires, c.activation, ${ENTERED},
         ${MARK_COLUMNS}
       FROM imports i
       JOIN files f ON f.import_id = i.id
       JOIN slices s ON s.file_id = f.id
       JOIN certifications c ON c.slice_id = s.id
       JOIN people p ON p.id = c.person_id
       ${markJoin('certifications', 'c.id')}
       WHERE i.profile_id = ? AND ${FORCE} ORDER BY c.id`,
      profileId,
    ),
  )
}

function valuesOf(profileId: number, { tenantId, months, after, limit }: RowQuery) {
  return { profileId, tenantId, months: months && JSON.stringify(months), after, limit }
}
