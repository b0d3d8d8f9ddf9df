import type { Created, Operation, OperationOf } from '../../services/edits/operations'
import type { WriteConnection } from '../connection'
import { updateCertification } from '../repositories/certifications'
import { deleteEntry, lastEntry } from '../repositories/dictionaries'
import { newestImport } from '../repositories/files'
import { raiseRevision } from '../repositories/profiles'
import { setMark } from '../repositories/row-changes'
import { placedRow } from './row-state'
import { rowNotFound, writeUsageRow } from './usage-row'

/** Gives a stored row other values and its mark; see {@link applyOperation}. Throws `row-not-found`. */
export function applyRow(connection: WriteConnection, wanted: OperationOf<'row'>): Operation {
  const { profileId, row, content, mark } = wanted
  const { dataset } = content
  const placed = placedRow(connection, dataset, row)
  if (placed?.profileId !== profileId) throw rowNotFound(row)
  let created: Created | null = null
  if (content.dataset === 'certifications') updateCertification(connection, row, content)
  else {
    const before = lastEntry(connection, content.dataset)
    writeUsageRow(connection, placed, content)
    const last = lastEntry(connection, content.dataset)
    if (last > before) {
      const none = { tenant: null, person: null, location: null }
      created = { newestImport: newestImport(connection, profileId), kind: last, ...none }
    }
    dropCreated(connection, profileId, content.dataset, wanted.created)
  }
  setMark(connection, { dataset, row, profileId }, mark)
  raiseRevision(connection, profileId)
  return { ...wanted, content: placed.content, mark: placed.mark, created }
}

/** Deletes the dictionary entries that a change had brought, unless an import may use them by now. */
export function dropCreated(
  connection: WriteConnection,
  profileId: number,
  dataset: 'azure-usage' | 'm365-usage' | null,
  created: Created | null,
): void {
  if (created === null || newestImport(connection, profileId) > created.newestImport) return
  const { tenant, person, kind, location } = created
  if (dataset !== null && kind !== null) deleteEntry(connection, dataset, kind)
  if (tenant !== null) deleteEntry(connection, 'tenant', tenant)
  if (person !== null) deleteEntry(connection, 'person', person)
  if (location !== null) deleteEntry(connection, 'location', location)
}
