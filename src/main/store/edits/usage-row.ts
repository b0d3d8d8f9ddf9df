import { SeventyError } from '../../../shared/errors'
import type { RowContent } from '../../services/edits/operations'
import type { WriteConnection } from '../connection'
import { amountsTooLarge } from '../import/slice-book'
import { insertAzureKind, insertSeatKind } from '../repositories/dictionaries'
import { grossInForce, grossOf, setGross } from '../repositories/files'
import { patchColumns } from './patch-columns'
import type { PlacedRow } from './row-state'

export type UsageContent = Exclude<RowContent, { dataset: 'certifications' }>

const tables = {
  'azure-usage': { rows: 'azure_usage', rollup: 'azure_rollup' },
  'm365-usage': { rows: 'm365_usage', rollup: 'm365_rollup' },
} as const

/** What the rows of one tenant and kind in a slice add up to; see the rollups of the schema. */
const entries = {
  'azure-usage': `SELECT sum(micro_usd), count(*) FROM azure_usage INDEXED BY azure_usage_by_tenant
    WHERE tenant_id = ? AND slice_id = ? AND kind_id = ? HAVING count(*) > 0`,
  'm365-usage': `SELECT paid_seats, active_seats FROM m365_usage INDEXED BY m365_usage_by_tenant
    WHERE tenant_id = ? AND slice_id = ? AND kind_id = ?
    ORDER BY paid_seats DESC, active_seats DESC LIMIT 1`,
} as const

/**
 * Gives a usage row other values, and brings rollup and columns of its slice up to date: only the
 * entries of its tenant and of the kinds before and after are added up again. Throws `input-invalid`
 * when amounts leave the range in which sums are exact.
 */
export function writeUsageRow(
  connection: WriteConnection,
  placed: PlacedRow,
  content: UsageContent,
): void {
  const kindId = kindIdOf(connection, placed.profileId, content)
  if (content.dataset === 'azure-usage') {
    const before = placed.content.dataset === 'azure-usage' ? placed.content.microUsd : 0
    keepGross(connection, placed, Math.abs(content.microUsd) - Math.abs(before))
    const sql = 'UPDATE azure_usage SET kind_id = ?, micro_usd = ? WHERE id = ?'
    connection.run(sql, kindId, content.microUsd, placed.row)
  } else {
    const sql = 'UPDATE m365_usage SET kind_id = ?, paid_seats = ?, active_seats = ? WHERE id = ?'
    connection.run(sql, kindId, content.paidSeats, content.activeSeats, placed.row)
  }
  for (const kind of new Set([placed.kindId, kindId])) {
    rollUpAgain(connection, content.dataset, placed, kind)
  }
}

function keepGross(connection: WriteConnection, placed: PlacedRow, difference: number): void {
  const gross = grossOf(connection, placed.sliceId) + difference
  if (!Number.isSafeInteger(gross)) throw amountsTooLarge()
  setGross(connection, placed.sliceId, gross)
  if (grossInForce(connection, placed.profileId) > Number.MAX_SAFE_INTEGER) throw amountsTooLarge()
}

function rollUpAgain(
  connection: WriteConnection,
  dataset: UsageContent['dataset'],
  { sliceId, tenantId }: PlacedRow,
  kindId: number,
): void {
  const { rollup } = tables[dataset]
  const [numbers] = connection.raw<readonly [number, number]>(
    entries[dataset],
    tenantId,
    sliceId,
    kindId,
  )
  connection.run(
    `DELETE FROM ${rollup} WHERE slice_id = ? AND tenant_id = ? AND kind_id = ?`,
    sliceId,
    tenantId,
    kindId,
  )
  if (numbers) {
    const sql = `INSERT INTO ${rollup} VALUES (?, ?, ?, ?, ?)`
    connection.run(sql, sliceId, tenantId, kindId, ...numbers)
  }
  patchColumns(connection, rollup, { sliceId, tenantId, kindId, numbers })
}

/** The kind of usage with these names; it is added where the profile has none. */
function kindIdOf(connection: WriteConnection, profileId: number, content: UsageContent): number {
  const { association, duplicate } = content
  const known =
    content.dataset === 'azure-usage'
      ? connection.get<{ id: number }>(
          `SELECT id FROM azure_kinds WHERE profile_id = ? AND service = ? AND offer IS ?
             AND association IS ? AND duplicate = ?`,
          profileId,
          content.service,
          content.offer,
          association,
          duplicate,
        )
      : connection.get<{ id: number }>(
          `SELECT id FROM m365_kinds WHERE profile_id = ? AND workload = ? AND association IS ?
             AND duplicate = ?`,
          profileId,
          content.workload,
          association,
          duplicate,
        )
  if (known) return known.id
  return content.dataset === 'azure-usage'
    ? insertAzureKind(connection, profileId, content)
    : insertSeatKind(connection, profileId, content)
}

/** A row of that id is no longer stored. */
export function rowNotFound(row: number): SeventyError {
  return new SeventyError(
    'row-not-found',
    'This row is no longer in the workspace. Close the list and open it again.',
    { row },
  )
}
