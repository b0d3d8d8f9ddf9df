import type { Month } from '../../../shared/calendar'
import type { DatasetId } from '../../../shared/imports'
import type { RowSums } from '../../scoring/facts'
import type { ReadConnection } from '../connection'
import { azureKindsOf, seatKindsOf, tenantsOf } from '../repositories/dictionaries'
import { rowRanges, slicesInForce } from '../repositories/files'
import { datasetsOf, rollupOf, tableOf } from '../repositories/usage'
import { TenantIndex } from './tenant-index'

/** Rows that are grouped at a time: what the sorter holds in memory. */
const ROWS_AT_A_TIME = 500_000

/** Slice, tenant, kind, rows, then the sums of the stream. */
type Group = readonly [slice: number, tenant: number, kind: number, rows: number, ...sums: number[]]

const SEAT_GROUPS = `SELECT slice_id, tenant_id, kind_id, count(*), sum(paid_seats), sum(active_seats),
  sum(min(paid_seats, active_seats)) FROM m365_usage`

/**
 * All rows in force of a profile, or of one of its tenants, added up by tenant, month and kind. Of a
 * tenant they are found by index. The caller gives the reads one state of the workspace.
 */
export function readRowSums(connection: ReadConnection, profileId: number, guid?: string): RowSums {
  const rows = tenantsOf(connection, profileId)
  const tenants = new TenantIndex(rows)
  const tenantId = guid === undefined ? null : (rows.find((row) => row.guid === guid)?.id ?? 0)
  const azure = new Sums(tenants, azureKindsOf(connection, profileId))
  azure.take(
    azureGroups(connection, profileId, tenantId),
    monthsOf(connection, profileId, datasetsOf.azure_rollup),
  )
  const m365 = new Sums(tenants, seatKindsOf(connection, profileId))
  m365.take(
    seatGroups(connection, profileId, tenantId),
    monthsOf(connection, profileId, datasetsOf.m365_rollup),
  )
  const [seats, usage] = [m365.columns(), azure.columns()]
  return {
    tenants: tenants.tenants,
    azure: {
      ...usage.shared,
      services: azure.kinds.map(({ service }) => service),
      offers: azure.kinds.map(({ offer }) => offer),
      service: usage.kind,
      offer: usage.kind,
      microUsd: usage.sums[0],
    },
    m365: {
      ...seats.shared,
      workloads: m365.kinds.map(({ workload }) => workload),
      workload: seats.kind,
      paidSeats: seats.sums[0],
      activeSeats: seats.sums[1],
      cappedSeats: seats.sums[2],
    },
  }
}

function monthsOf(
  connection: ReadConnection,
  profileId: number,
  datasets: readonly DatasetId[],
): ReadonlyMap<number, Month> {
  const slices = slicesInForce(connection, profileId, datasets)
  return new Map(slices.flatMap(({ id, month }) => (month === null ? [] : [[id, month] as const])))
}

function* azureGroups(
  connection: ReadConnection,
  profileId: number,
  tenantId: number | null,
): Generator<readonly Group[]> {
  const slices = slicesInForce(connection, profileId, datasetsOf.azure_rollup).map(({ id }) => id)
  if (tenantId !== null) {
    yield connection.raw<Group>(
      `SELECT slice_id, tenant_id, kind_id, row_count, micro_usd FROM azure_rollup
       WHERE slice_id IN (SELECT value FROM json_each(?)) AND tenant_id = ?`,
      JSON.stringify(slices),
      tenantId,
    )
    return
  }
  for (const slice of slices) {
    for (const page of rollupOf(connection, 'azure_rollup', slice)) {
      yield page.map(([tenant, kind, microUsd, rows]) => [slice, tenant, kind, rows, microUsd])
    }
  }
}

/** Rollups keep one row of several about the same seats, so the rows themselves are read here. */
function* seatGroups(
  connection: ReadConnection,
  profileId: number,
  tenantId: number | null,
): Generator<readonly Group[]> {
  const grouped = 'GROUP BY slice_id, tenant_id, kind_id'
  if (tenantId !== null) {
    const sql = `${SEAT_GROUPS} INDEXED BY m365_usage_by_tenant WHERE tenant_id = ? ${grouped}`
    yield connection.raw<Group>(sql, tenantId)
    return
  }
  for (const { dataset, first, last } of rowRanges(connection, profileId)) {
    if (tableOf[dataset] !== 'm365_usage') continue
    for (let from = first; from <= last; from += ROWS_AT_A_TIME) {
      const to = Math.min(last, from + ROWS_AT_A_TIME - 1)
      yield connection.raw<Group>(`${SEAT_GROUPS} WHERE id BETWEEN ? AND ? ${grouped}`, from, to)
    }
  }
}

interface Kind {
  readonly id: number
  readonly association: string | null
  readonly duplicate: number
}

/** Groups as columns. A kind stands for all names of an entry, so one column leads to each of them. */
class Sums<K extends Kind> {
  readonly #tenants: TenantIndex
  readonly #places: ReadonlyMap<number, number>
  readonly #entries: Record<'tenant' | 'month' | 'kind' | 'rows' | 'a' | 'b' | 'c', number[]> = {
    ...{ tenant: [], month: [], kind: [], rows: [], a: [], b: [], c: [] },
  }

  constructor(
    tenants: TenantIndex,
    readonly kinds: readonly K[],
  ) {
    this.#tenants = tenants
    this.#places = new Map(kinds.map(({ id }, place) => [id, place]))
  }

  /** Groups of slices that are not among `months` are out of force. */
  take(pages: Iterable<readonly Group[]>, months: ReadonlyMap<number, Month>): void {
    const { tenant, month, kind, rows, a, b, c } = this.#entries
    for (const page of pages) {
      for (const [sliceId, tenantId, kindId, count, first = 0, second = 0, third = 0] of page) {
        const at = months.get(sliceId)
        if (at === undefined) continue
        const place = this.#places.get(kindId)
        if (place === undefined) throw new Error(`Kind of usage ${kindId} is of another profile.`)
        tenant.push(this.#tenants.placeOf(tenantId))
        month.push(at)
        kind.push(place)
        rows.push(count)
        a.push(first)
        b.push(second)
        c.push(third)
      }
    }
  }

  columns() {
    const { tenant, month, kind, rows, a, b, c } = this.#entries
    const kindColumn = Uint32Array.from(kind)
    return {
      kind: kindColumn,
      shared: {
        tenant: Uint32Array.from(tenant),
        month: Uint32Array.from(month),
        associations: this.kinds.map(({ association }) => association),
        association: kindColumn,
        duplicate: Uint8Array.from(kind, (place) => this.kinds[place]?.duplicate ?? 0),
        rows: Float64Array.from(rows),
      },
      sums: [Float64Array.from(a), Float64Array.from(b), Float64Array.from(c)] as const,
    }
  }
}
