import type { EditableDataset } from '../../../shared/edits'
import type { RowContent } from '../../services/edits/operations'
import type { RowState } from '../../services/edits/ports'
import type { ReadConnection } from '../connection'
import { FORCE } from '../repositories/files'
import { MARK_COLUMNS, markJoin, markOf, type StoredMark } from '../repositories/row-changes'

/** Where a row stands in the tables, beside what it says. */
export interface PlacedRow extends RowState {
  readonly sliceId: number
  readonly importId: number
  /** Of usage. */
  readonly tenantId: number
  readonly kindId: number
}

interface Found extends StoredMark {
  readonly row: number
  readonly line: number
  readonly sliceId: number
  readonly importId: number
  readonly profileId: number
  readonly file: string
  readonly byHand: number
  readonly importedAt: string
  readonly month: number | null
  readonly inForce: number
  readonly subject: string
  readonly subjectName: string | null
  readonly tenantId: number
  readonly kindId: number
  readonly microUsd: number
  readonly paidSeats: number
  readonly activeSeats: number
  readonly service: string
  readonly workload: string
  readonly offer: string | null
  readonly association: string | null
  readonly duplicate: number
  readonly title: string
  readonly completed: number
  readonly expires: number | null
  readonly activation: string | null
}

const SHARED = `u.id AS row, u.line, u.slice_id AS sliceId, i.id AS importId,
  i.profile_id AS profileId, f.name AS file, f.by_hand AS byHand, i.imported_at AS importedAt,
  s.month, (${FORCE}) AS inForce, ${MARK_COLUMNS}`
const PLACE = `JOIN slices s ON s.id = u.slice_id JOIN files f ON f.id = s.file_id
  JOIN imports i ON i.id = f.import_id`
const TENANT = `t.guid AS subject, t.name AS subjectName, u.tenant_id AS tenantId, u.kind_id AS kindId`

const queries: Readonly<Record<EditableDataset, string>> = {
  'azure-usage': `SELECT ${SHARED}, ${TENANT}, u.micro_usd AS microUsd, k.service, k.offer,
      k.association, k.duplicate
    FROM azure_usage u ${PLACE} JOIN tenants t ON t.id = u.tenant_id
    JOIN azure_kinds k ON k.id = u.kind_id ${markJoin('azure-usage', 'u.id')} WHERE u.id = ?`,
  'm365-usage': `SELECT ${SHARED}, ${TENANT}, u.paid_seats AS paidSeats,
      u.active_seats AS activeSeats, k.workload, k.association, k.duplicate
    FROM m365_usage u ${PLACE} JOIN tenants t ON t.id = u.tenant_id
    JOIN m365_kinds k ON k.id = u.kind_id ${markJoin('m365-usage', 'u.id')} WHERE u.id = ?`,
  certifications: `SELECT ${SHARED}, p.identity AS subject, p.name AS subjectName, u.title,
      u.completed, u.expires, u.activation
    FROM certifications u ${PLACE} JOIN people p ON p.id = u.person_id
    ${markJoin('certifications', 'u.id')} WHERE u.id = ?`,
}

/** A stored row, in force or not; undefined when there is none of that id. */
export function placedRow(
  connection: ReadConnection,
  dataset: EditableDataset,
  row: number,
): PlacedRow | undefined {
  const found = connection.get<Found>(queries[dataset], row)
  if (!found) return undefined
  const { line, sliceId, importId, profileId, file, month, subject, subjectName } = found
  return {
    ...{ row: found.row, line, sliceId, importId, profileId, file, month, subject, subjectName },
    ...{ tenantId: found.tenantId, kindId: found.kindId, inForce: found.inForce === 1 },
    enteredAt: found.byHand === 1 ? found.importedAt : null,
    content: contentOf(dataset, found),
    mark: markOf(found),
  }
}

function contentOf(dataset: EditableDataset, found: Found): RowContent {
  const { association, duplicate } = found
  if (dataset === 'azure-usage') {
    const { service, offer, microUsd } = found
    return { dataset, service, offer, association, duplicate, microUsd }
  }
  if (dataset === 'm365-usage') {
    const { workload, paidSeats, activeSeats } = found
    return { dataset, workload, association, duplicate, paidSeats, activeSeats }
  }
  const { title, completed, expires, activation } = found
  return { dataset, title, completed, expires, activation }
}
