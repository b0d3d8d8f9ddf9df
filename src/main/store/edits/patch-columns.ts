import {
  columnChecksum,
  decodeEntries,
  decodeTenants,
  encodeEntries,
  partChecksum,
} from '../column-codec'
import type { WriteConnection } from '../connection'
import {
  columnContent,
  columnsOf,
  deleteColumn,
  forgetColumns,
  insertColumn,
  partCount,
  partsOf,
  setPartChecksum,
  type ColumnEntry,
} from '../repositories/columns'
import type { RollupTable } from '../repositories/usage'

/** Which entry of a slice's rollup, and what it says now; undefined: it is gone. */
export interface ChangedEntry {
  readonly sliceId: number
  readonly tenantId: number
  readonly kindId: number
  readonly numbers: readonly [first: number, second: number] | undefined
}

/**
 * Brings the columns of a slice up to date with one entry of its rollup, without reading the others.
 * The entry then stands in the first part that knows its tenant. Columns that are not what was stored
 * are forgotten as a whole: the rollup is read in their place.
 */
export function patchColumns(
  connection: WriteConnection,
  table: RollupTable,
  entry: ChangedEntry,
): void {
  const { sliceId, tenantId } = entry
  if (partCount(connection, sliceId) === undefined) return
  let { numbers } = entry
  for (const part of partsOf(connection, sliceId)) {
    const columns = columnsOf(connection, part.id)
    const tenants = decodeTenants(part.tenants)
    const sound = part.checksum === partChecksum(sliceId, part.tenants, columns)
    if (!sound || !tenants) return forgetColumns(connection, sliceId)
    if (!tenants.includes(tenantId)) continue
    const done = patchPart(connection, table, { ...entry, numbers }, { id: part.id, columns })
    if (!done) return forgetColumns(connection, sliceId)
    setPartChecksum(
      connection,
      part.id,
      partChecksum(sliceId, part.tenants, columnsOf(connection, part.id)),
    )
    numbers = undefined
  }
}

/** False when the column is not what was stored. */
function patchPart(
  connection: WriteConnection,
  table: RollupTable,
  { sliceId, tenantId, kindId, numbers }: ChangedEntry,
  part: { readonly id: number; readonly columns: readonly ColumnEntry[] },
): boolean {
  const known = part.columns.find((column) => column.kindId === kindId)
  const content = known ? columnContent(connection, known) : new Uint8Array(0)
  if (content === undefined) return false
  if (known && columnChecksum(sliceId, kindId, content) !== known.checksum) return false
  const width = table === 'azure_rollup' ? 1 : 2
  const entries = decodeEntries(content, width)
  if (!entries) return false
  const columns = [entries.tenants, entries.first, ...(width === 2 ? [entries.second] : [])]
  const lists = columns.map((each) => Array.from(each))
  const [tenants = []] = lists
  const place = placeOf(tenants, tenantId)
  const found = tenants[place] === tenantId ? 1 : 0
  lists.forEach((list, index) => {
    const value = index === 0 ? tenantId : numbers?.[index - 1]
    list.splice(place, found, ...(numbers && value !== undefined ? [value] : []))
  })
  if (known) deleteColumn(connection, known)
  if (tenants.length === 0) return true
  const [, ...values] = lists
  const patched = encodeEntries(tenants, ...values)
  const checksum = columnChecksum(sliceId, kindId, patched)
  insertColumn(connection, { partId: part.id, kindId, checksum, content: patched })
  return true
}

/** The place of the first id that is not smaller; ids ascend. */
function placeOf(tenants: readonly number[], tenantId: number): number {
  let [from, to] = [0, tenants.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((tenants[middle] as number) < tenantId) from = middle + 1
    else to = middle
  }
  return from
}
