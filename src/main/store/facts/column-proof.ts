import type { ReadConnection } from '../connection'
import { columnedSlices } from '../repositories/columns'
import { rollupOf, type RollupTable } from '../repositories/usage'
import { RollupEntries } from '../rollup-entries'
import { allColumns, type KindColumn } from './slice-columns'

/** Slices whose columns are incomplete, damaged, or say anything else than their rollups. */
export function countWrongColumns(connection: ReadConnection): number {
  return columnedSlices(connection).filter(({ id, table }) => !isRight(connection, table, id))
    .length
}

function isRight(connection: ReadConnection, table: RollupTable, sliceId: number): boolean {
  const stored = allColumns(connection, table, sliceId)
  if (stored === undefined) return false
  const entries = gathered(table, stored.columns)
  const tenants = new Set(stored.tenants.flatMap((ids) => [...ids]))
  let at = 0
  for (const page of rollupOf(connection, table, sliceId)) {
    for (const [tenantId, kindId, first, second] of page) {
      const seats = table === 'm365_rollup' ? second : 0
      const same = [tenantId, kindId, first, seats].every(
        (each, index) => each === entries[at + index],
      )
      if (!same || !tenants.has(tenantId)) return false
      at += 4
    }
  }
  return at === entries.length
}

/** The entries of columns, by tenant and kind: tenant, kind and both numbers, one after the other. */
function gathered(table: RollupTable, columns: readonly KindColumn[]): number[] {
  const merged = new RollupEntries()
  for (const { kindId, tenants, first, second } of columns) {
    tenants.forEach((tenantId, entry) => {
      const amount = first[entry] as number
      if (table === 'azure_rollup') merged.add(tenantId, kindId, amount, 0)
      else merged.keepMost(tenantId, kindId, amount, second[entry] as number)
    })
  }
  const entries: number[] = []
  merged.drain((...entry) => entries.push(...entry))
  return entries
}
