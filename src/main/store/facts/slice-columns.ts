import {
  columnChecksum,
  decodeEntries,
  decodeTenants,
  partChecksum,
  type EntryColumns,
} from '../column-codec'
import type { ReadConnection } from '../connection'
import {
  columnContent,
  columnsOf,
  partCount,
  partsOf,
  type ColumnEntry,
} from '../repositories/columns'
import { distinctInRollup, rollupOf, type RollupTable } from '../repositories/usage'

export interface KindColumn extends EntryColumns {
  readonly kindId: number
}

/** What one slice holds, by kind. Read its columns once. */
export interface SliceColumns {
  /** Ids of all tenants, in parts that are ascending. */
  readonly tenants: readonly Uint32Array[]
  readonly kindIds: readonly number[]
  columns(wanted: (kindId: number) => boolean): Iterable<KindColumn>
}

/**
 * The columns of a slice as they were stored with it, or, where they are missing or not what was
 * stored, from its rollup. A column is handed out only after its checksum has been seen to fit.
 */
export function sliceColumns(
  connection: ReadConnection,
  table: RollupTable,
  sliceId: number,
): SliceColumns {
  const parts = storedParts(connection, sliceId)
  if (parts === undefined) return fromRollup(connection, table, sliceId)
  const entries = parts.flatMap(({ columns }) => columns)
  return {
    tenants: parts.map(({ tenants }) => tenants),
    kindIds: [...new Set(entries.map(({ kindId }) => kindId))],
    columns: (wanted) => {
      const asked = entries.filter(({ kindId }) => wanted(kindId))
      const stored = storedColumns(connection, table, sliceId, asked)
      return stored ? handedOut(stored) : fromRollup(connection, table, sliceId).columns(wanted)
    },
  }
}

/** Everything that is stored of a slice; undefined where something is missing or not what was stored. */
export function allColumns(connection: ReadConnection, table: RollupTable, sliceId: number) {
  const parts = storedParts(connection, sliceId)
  const entries = parts?.flatMap(({ columns }) => columns) ?? []
  const columns = storedColumns(connection, table, sliceId, entries)
  return parts && columns && { tenants: parts.map(({ tenants }) => tenants), columns }
}

/** The parts of a slice without their contents; undefined where they are not complete and sound. */
function storedParts(connection: ReadConnection, sliceId: number) {
  const count = partCount(connection, sliceId)
  if (count === undefined) return undefined
  const parts = partsOf(connection, sliceId).flatMap((part) => {
    const columns = columnsOf(connection, part.id)
    const tenants = decodeTenants(part.tenants)
    const sound = part.checksum === partChecksum(sliceId, part.tenants, columns)
    return sound && tenants ? [{ tenants, columns }] : []
  })
  return parts.length === count ? parts : undefined
}

/** The contents of columns of one slice; undefined where one of them is not what was stored. */
function storedColumns(
  connection: ReadConnection,
  table: RollupTable,
  sliceId: number,
  entries: readonly ColumnEntry[],
): KindColumn[] | undefined {
  const columns = entries.flatMap((entry) => {
    const content = columnContent(connection, entry)
    if (content === undefined) return []
    if (columnChecksum(sliceId, entry.kindId, content) !== entry.checksum) return []
    const decoded = decodeEntries(content, table === 'azure_rollup' ? 1 : 2)
    return decoded ? [{ ...decoded, kindId: entry.kindId }] : []
  })
  return columns.length === entries.length ? columns : undefined
}

/**
 * Columns one after the other. The memory of each goes back as soon as the next one is asked for: the
 * collector does not see how much stands outside of its heap, and would let all of it pile up.
 */
function* handedOut(columns: readonly KindColumn[]): Generator<KindColumn> {
  for (const column of columns) {
    yield column
    const { buffer } = column.tenants
    if (buffer instanceof ArrayBuffer) buffer.transfer(0)
  }
}

function fromRollup(connection: ReadConnection, table: RollupTable, sliceId: number): SliceColumns {
  return {
    tenants: [Uint32Array.from(distinctInRollup(connection, table, sliceId, 'tenant_id'))],
    kindIds: distinctInRollup(connection, table, sliceId, 'kind_id'),
    *columns(wanted) {
      for (const page of rollupOf(connection, table, sliceId)) {
        for (const [kindId, rows] of Map.groupBy(page, ([, kind]) => kind)) {
          if (!wanted(kindId)) continue
          yield {
            kindId,
            tenants: Uint32Array.from(rows, ([tenantId]) => tenantId),
            first: Float64Array.from(rows, ([, , first]) => first),
            second: Float64Array.from(rows, ([, , , second]) => second),
          }
        }
      }
    },
  }
}
