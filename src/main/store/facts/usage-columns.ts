import type { Month } from '../../../shared/calendar'
import type { ReadConnection } from '../connection'
import type { SliceInForce } from '../repositories/files'
import { countRollups, rollupOf, type RollupTable } from '../repositories/usage'
import { RollupEntries } from '../rollup-entries'
import type { TenantIndex } from './tenant-index'

/** The rollups in force as columns of equal length; what the two numbers are depends on the stream. */
export interface UsageColumns {
  readonly months: readonly Month[]
  readonly tenant: Uint32Array
  readonly month: Uint32Array
  /** Kind ids as the store numbers them. */
  readonly kind: Uint32Array
  readonly first: Float64Array
  readonly second: Float64Array
}

/**
 * Reads the rollups of slices, which are ordered by month. Where a month has several slices (files or
 * locations), entries of one tenant and kind become one, so that the way the data was cut into files
 * cannot be seen in the facts.
 */
export function readUsageColumns(
  connection: ReadConnection,
  table: RollupTable,
  slices: readonly SliceInForce[],
  tenants: TenantIndex,
): UsageColumns {
  const columns = new Columns(
    countRollups(
      connection,
      table,
      slices.map(({ id }) => id),
    ),
    tenants,
  )
  const months = byMonth(slices)
  for (const [month, ofMonth] of months) {
    const merged = new RollupEntries()
    for (const { id } of ofMonth) {
      for (const page of rollupOf(connection, table, id)) {
        for (const [tenantId, kindId, first, second] of page) {
          if (ofMonth.length === 1) columns.add(month, tenantId, kindId, first, second)
          else if (table === 'azure_rollup') merged.add(tenantId, kindId, first, second)
          else merged.keepMost(tenantId, kindId, first, second)
        }
      }
    }
    merged.drain((tenantId, kindId, first, second) =>
      columns.add(month, tenantId, kindId, first, second),
    )
  }
  return columns.finish([...months.keys()])
}

function byMonth(slices: readonly SliceInForce[]): Map<Month, SliceInForce[]> {
  const months = new Map<Month, SliceInForce[]>()
  for (const slice of slices) {
    if (slice.month === null) continue
    const ofMonth = months.get(slice.month)
    if (ofMonth) ofMonth.push(slice)
    else months.set(slice.month, [slice])
  }
  return months
}

class Columns {
  readonly #tenants: TenantIndex
  readonly #tenant: Uint32Array
  readonly #month: Uint32Array
  readonly #kind: Uint32Array
  readonly #first: Float64Array
  readonly #second: Float64Array
  #length = 0

  constructor(capacity: number, tenants: TenantIndex) {
    this.#tenants = tenants
    this.#tenant = new Uint32Array(capacity)
    this.#month = new Uint32Array(capacity)
    this.#kind = new Uint32Array(capacity)
    this.#first = new Float64Array(capacity)
    this.#second = new Float64Array(capacity)
  }

  add(month: Month, tenantId: number, kindId: number, first: number, second: number): void {
    const index = this.#length++
    this.#tenant[index] = this.#tenants.placeOf(tenantId)
    this.#month[index] = month
    this.#kind[index] = kindId
    this.#first[index] = first
    this.#second[index] = second
  }

  finish(months: readonly Month[]): UsageColumns {
    return {
      months,
      tenant: this.#tenant.subarray(0, this.#length),
      month: this.#month.subarray(0, this.#length),
      kind: this.#kind.subarray(0, this.#length),
      first: this.#first.subarray(0, this.#length),
      second: this.#second.subarray(0, this.#length),
    }
  }
}
